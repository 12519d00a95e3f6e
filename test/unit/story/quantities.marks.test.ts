/** Numbers by the marks within and around them: decimal marks of Europe, fractions, names and addresses. */
import assert from 'node:assert/strict';
import { extractQuantities } from '../../../src/core/story/quantities';

const read = (text: string): string[] =>
  extractQuantities(text).map(({ text: span, value, unit }) => `${span} = ${value} ${unit ?? ''}`.trim());
const each = (cases: Readonly<Record<string, readonly string[]>>): void => {
  for (const [text, expected] of Object.entries(cases))
    it(`${expected.join(', ') || 'nothing'}: ${text}`, () => assert.deepEqual(read(text), expected));
};

describe('a number as Europe writes it', () => {
  each({
    'Es kostet 2.500 € im Jahr.': ['2.500 € = 2500 EUR'],
    'It cost € 2.500 a month.': ['€ 2.500 a month = 2500 EUR'],
    'It cost 1.234,50 € in all.': ['1.234,50 € = 1234.5 EUR'],
    'We have 1.000.000 users.': ['1.000.000 users = 1000000 users'],
    'It is 12,5 % more.': ['12,5 % = 12.5 %'],
    'It is 12,5 % more, and 3,75 kg less.': ['12,5 % = 12.5 %', '3,75 kg = 3.75 kg'],
    'It is 0,500 kg and 12,5 % more.': ['0,500 kg = 0.5 kg', '12,5 % = 12.5 %'],
    // A zero begins no thousands, nor do four digits.
    'We have 0.500 kg.': ['0.500 kg = 0.5 kg'],
    'We have 1234.567 kg.': ['1234.567 kg = 1234.567 kg'],
  });
});

describe('marks that a text uses both ways, or that no number has', () => {
  each({
    'It is 12.5 % more, and 3,75 kg less.': ['12.5 % = 12.5 %'],
    'It is 12,345 users and 12,5 %.': ['12,345 users = 12345 users'],
    'It is 1.234.5 users.': [],
    'It is 1,234,56 users.': [],
    'It is 12,345,6 users.': [],
    'We saw 1_200 people.': [],
    'We saw 10:30 people.': [],
    'We saw 5-6-7 people.': [],
  });
});

describe('a whole number and a fraction', () => {
  each({
    'It took 3 1/2 hours.': ['3 1/2 hours = 12600000 ms'],
    'It took 3-1/2 hours.': ['3-1/2 hours = 12600000 ms'],
    'It took 3 3/4 hours.': ['3 3/4 hours = 13500000 ms'],
    'It took 3 3/2 hours.': [],
    'We met on 3 1/2/2026 for hours.': [],
    'It took 3 1/2x hours.': [],
    'It took 3_1/2 hours.': [],
    'It took 3 a/2 hours.': [],
  });
});

describe('digits grouped by a plain space', () => {
  each({
    'We saw 1 200 people.': ['1 200 people = 1200 people'],
    // A name that has a number, or a capital after it: two numbers.
    'On Friday 1 200 people came.': ['200 people = 200 people'],
    'We saw 1 200 People.': ['200 People = 200 People'],
  });
});

describe('a name, an address or a code with digits', () => {
  each({
    'See https://x.org/40%/9 users and 3 users.': ['3 users = 3 users'],
    'See www.x.org/40/9-users and 3 users.': ['3 users = 3 users'],
    'See https and 40 users.': ['40 users = 40 users'],
    'See a_3 users and s3 users.': [],
    'See x-half of users.': [],
    'See half of users.': ['half = 0.5'],
    'A US$5 fee, and AUS$5.': ['US$5 = 5 USD'],
  });
});
