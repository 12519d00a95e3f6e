import assert from 'node:assert/strict';
import { extractQuantities, formatQuantity } from '../../../src/core/story/quantities/index.js';

const rows: readonly (readonly [string, string])[] = [
  ['We grew to $2M.', '2,000,000 USD'],
  ['It pays $185-$210 k.', '185,000–210,000 USD'],
  ['Cost fell to $0.42 from $1.10.', '0.42 USD (from 1.1 USD)'],
  ['It fell from 120 ms to 35 ms.', '35 ms (from 120 ms)'],
  ['It took 1h 20m.', '80 min'],
  ['It took 3-5 days.', '3–5 days'],
  ['It took one week.', '1 week'],
  ['A 3-month pilot.', '3 months'],
  ['We handled 1.2M events/s.', '1,200,000 events/s'],
  ['We ship 12 releases per month.', '12 releases/month'],
  ['We processed 5 TB/day.', '57.87 MB/s'],
  ['It costs $300/month.', '300 USD per month'],
  ['Fees fell from $9 to $7 per seat.', '7 USD per seat (from 9 USD)'],
  ['The band is ₹4–6 LPA.', '400,000–600,000 INR per year'],
  ['It lost 40 hours a week.', '40 h per week'],
  ['The dataset was 4.5 TB.', '4.5 TB'],
  ['Churn went down −2.5 %.', '−2.5 %'],
  ['It gained 40 bps.', '0.4 pp'],
  ['It was 3x faster.', '3×'],
  ['In all 5 of 7 teams came.', '71.4 %'],
  ['It brought a 4:1 return.', '4:1'],
  ['I led 14 engineers.', '14 engineers'],
  ['The redesign moved NPS +12.', '12 NPS'],
  ['Equity of 0.06-0.09 %.', '0.06–0.09 %'],
];

describe('formatQuantity', () => {
  for (const [sentence, expected] of rows) {
    it(`reads ${JSON.stringify(sentence)} as ${expected}`, () => {
      assert.deepEqual(extractQuantities(sentence).map(formatQuantity), [expected]);
    });
  }
});
