import { wordSet } from '../../prose/vocabulary';

/** Numbers in words from two on: "one" may be a pronoun. */
export const NUMBERS = wordSet(`
  two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
  twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
`);
