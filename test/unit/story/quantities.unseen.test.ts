import assert from 'node:assert/strict';
import { extractQuantities } from '../../../src/core/story/quantities/index.js';

/** What is found, as "text = value unit". */
const found = (text: string): string[] =>
  extractQuantities(text).map((each) => `${each.text} = ${each.value} ${each.unit ?? ''}`.trimEnd());

function reads(what: string, cases: Readonly<Record<string, readonly string[]>>): void {
  describe(what, () => {
    for (const [text, expected] of Object.entries(cases))
      it(`“${text}”`, () => assert.deepEqual(found(text), expected));
  });
}

describe('quantities of texts that others wrote', () => {
  reads('powers of ten', {
    'The catalogue has 1.7 × 10⁹ sources.': ['1.7 × 10⁹ sources = 1700000000 sources'],
    'It did 1.6×10^8 dollars of damage.': ['1.6×10^8 dollars = 160000000 USD'],
    'We counted 3 × 10^4 cells.': ['3 × 10^4 cells = 30000 cells'],
  });
  reads('below zero, in words', {
    'Temperatures fell to minus 12 degrees overnight.': ['minus 12 degrees = -12 degrees'],
    'Growth came in at minus 0.3 percent.': ['minus 0.3 percent = -0.3 %'],
    'The lab is kept at minus 80 °C.': ['minus 80 °C = -80 °C'],
    'That is 27 minus 4 °C.': ['4 °C = 4 °C'],
    'We kept the revenue minus $200 of fees.': ['$200 = 200 USD'],
  });
  reads('by how many, and to how many', {
    'Claims dropped by 11,000 to 218,000.': ['11,000 = 11000', '218,000 = 218000'],
    'Sign-ups rose by 1,200 to 48,300.': ['1,200 = 1200', '48,300 = 48300'],
    'It grew by 10 to 20% a year.': ['10 to 20% a year = 10 %'],
    'They cut it by 3,000 to 5,000 orders.': ['3,000 to 5,000 orders = 3000 orders'],
  });
  reads('fairs and years that are no scores', {
    'The chip was shown at CES 2025.': [],
    'CES 2024 drew crowds.': [],
    'Our CES rose from 3.1 to 4.2.': ['from 3.1 to 4.2 = 4.2 CES'],
  });
  reads('units of physics and medicine', {
    'The mass was 80.4 GeV.': ['80.4 GeV = 80.4 GeV'],
    'It draws 40 µA in sleep.': ['40 µA = 40 µA'],
    'Pressure fell by 4 mmHg.': ['4 mmHg = 4 mmHg'],
  });
  reads('units of account of two words', {
    'Homes pay 31 pence per kilowatt-hour.': ['31 pence per kilowatt-hour = 0.31 GBP'],
    'It costs $12 per seat-month.': ['$12 per seat-month = 12 USD'],
    'Storage is $0.02/GB-month.': ['$0.02/GB-month = 0.02 USD'],
    'It pays $15 per hour-long call.': ['$15 per hour = 15 USD'],
  });
  reads('losses in brackets', {
    'EBITDA came in at €(4.2) million.': ['€(4.2) million = -4200000 EUR'],
    'A loss of $(0.07) per share': ['$(0.07) per share = -0.07 USD'],
    'Net income was $(1,250).': ['$(1,250) = -1250 USD'],
  });
  reads('units of weight and power', {
    'The lift carries 1.5 t.': ['1.5 t = 1.5 t'],
    'The 12V rail sagged to 10.9 V.': ['12V = 12 V', '10.9 V = 10.9 V'],
    'The pile took 1,250 kN.': ['1,250 kN = 1250 kN'],
    'The roof makes 30 kWp.': ['30 kWp = 30 kWp'],
  });
  reads('pence', {
    'It pays 72.5p.': ['72.5p = 0.725 GBP'],
    'It costs 20p.': ['20p = 0.2 GBP'],
    'Bread is up 1.5p.': ['1.5p = 0.015 GBP'],
    'A 720p screen': [],
  });
  reads('two of a unit of time', {
    'He sat there a couple of hours.': ['a couple of hours = 7200000 ms'],
    'It took a couple of weeks.': ['a couple of weeks = 1209600000 ms'],
    'It was down for a couple of minutes.': ['a couple of minutes = 120000 ms'],
    'We met a couple of weeks ago.': [],
    'A couple of friends came.': [],
  });
  reads('the second score of a sentence', {
    'RMSE was 0.42 versus 0.65 for the other.': ['0.42 = 0.42 RMSE', '0.65 = 0.65 RMSE'],
    'It had an F1 of 0.91; the other got 0.84.': ['0.91 = 0.91 F1', '0.84 = 0.84 F1'],
    'The BLEU is 31.4, against 27.9 before.': ['31.4 = 31.4 BLEU', '27.9 = 27.9 BLEU'],
    'Kappa between the vets was 0.71.': ['0.71 = 0.71 Kappa'],
    'Version 0.91 is out; they had 0.84.': [],
  });
  reads('counts after a month and spaced thousands', {
    'By the end of May 430 members had renewed.': ['430 members = 430 members'],
    'In March 212 shops had signed.': ['212 shops = 212 shops'],
    'Since June 95 families have come.': ['95 families = 95 families'],
    'On May 12 families came.': [],
    'Only 1 200 files were read.': ['1 200 files = 1200 files'],
  });
  reads('names and idioms, which measure nothing', {
    'I wrote about Three Mile Island.': [],
    'Nine Inch Nails played.': [],
    'The Five Mile River was high.': [],
    'It was half the battle.': [],
    'That is half the story.': [],
    'It was half the fun.': [],
    'We sold to 3M.': [],
    'Roles at 3M and elsewhere': [],
    'Our clients are Bosch and 3M.': [],
    'The file is packed with zstd -19.': [],
    'It runs at nice -10.': [],
    'The buoy is at 51.5074, -0.1278.': [],
    'FTSE 100 miners rose.': [],
    'CSI 300 shares fell.': [],
    'TSX 60 funds grew.': [],
    'Disk 7 fails often.': [],
  });
  it('a negative figure that something is said to be stays one', () => {
    assert.deepEqual(found('It fell to -12.'), ['-12 = -12']);
    assert.deepEqual(found('We saw a balance of -340.'), ['-340 = -340']);
    assert.deepEqual(found('The NPS was -12.'), ['-12 = -12 NPS']);
  });
});
