/** A part has so many characters or a few more. */
const LONG = 4000;

/** A part of a text. */
export interface TextPart {
  readonly text: string;
  /** Where it begins. */
  readonly start: number;
}

/** A text in parts that end with a sentence, so that a long one need not be worked on as a whole. */
export function* sentenceParts(text: string): Generator<TextPart> {
  const end = /[.?!](?=\s)/gu;
  for (let start = 0; start < text.length; start = end.lastIndex) {
    end.lastIndex = start + LONG;
    if (!end.test(text)) end.lastIndex = text.length;
    yield { text: text.slice(start, end.lastIndex), start };
  }
}
