import assert from 'node:assert/strict';
import { extractQuantities } from '../../../src/core/story/quantities/index.js';

/** What is found, as "text = kind value unit per". */
const found = (text: string): string[] =>
  extractQuantities(text).map(({ text: span, kind, value, unit, per }) =>
    [`${span} = ${kind} ${value}`, unit, per === undefined ? undefined : `a ${per}`].filter(Boolean).join(' '),
  );

function reads(what: string, cases: Readonly<Record<string, readonly string[]>>): void {
  describe(what, () => {
    for (const [text, expected] of Object.entries(cases))
      it(`“${text}”`, () => assert.deepEqual(found(text), expected));
  });
}

describe('quantities in many voices', () => {
  reads('parts of a point', {
    'The bank wants a quarter-point cut.': ['quarter-point = percent 0.25 pp'],
    'Rates rose by half a percentage point and then a quarter point.': [
      'half a percentage point = percent 0.5 pp',
      'quarter point = percent 0.25 pp',
    ],
    'They made a three-quarter-point move.': ['three-quarter-point = percent 0.75 pp'],
    'It was a good quarter, point for point.': [],
  });
  reads('warmth in degrees', {
    'Temperatures reached 104 degrees inland.': ['104 degrees = count 104 degrees'],
    'It was 2 degrees below zero.': ['2 degrees = count 2 degrees'],
    'The hall is 3 degrees warmer now.': ['3 degrees = count 3 degrees'],
    'We turned the chart by 90 degrees.': [],
    'She has two degrees.': [],
  });
  reads('ages without hyphens, and years of a school', {
    'A 5 year old boy was found.': [],
    'Three year olds attend for free.': [],
    'I taught 22 lessons a week across three year groups.': [
      '22 lessons a week = rate 0.0000363757 lessons a week',
      'three year groups = count 3 year groups',
    ],
    'A 3 year contract was signed.': ['3 year = duration 94670856000 ms'],
  });
  reads('shares whose noun stands in between', {
    'Nine patients in ten went home.': ['Nine patients in ten = ratio 0.9'],
    'We lost 3 parcels in 1,000.': ['3 parcels in 1,000 = ratio 0.003'],
    'I opened 3 shops in 40 days.': ['3 shops = count 3 shops', '40 days = duration 3456000000 ms'],
    'We hired 4 people in 2019.': ['4 people = count 4 people'],
  });
  reads('wholes that are told more of', {
    'Only 800 of the promised 2,000 chargers came.': ['800 of the promised 2,000 chargers = ratio 0.4'],
    '12 of its roughly 40 sites closed.': ['12 of its roughly 40 sites = ratio 0.3'],
    'I won 3 of the other 4 shops.': ['3 of the other 4 shops = ratio 0.75'],
  });
  reads('what it takes for each', {
    'I saved 40 minutes a shift.': ['40 minutes a shift = duration 2400000 ms a shift'],
    'It takes half an hour per patient.': ['half an hour per patient = duration 1800000 ms a patient'],
    'It cost us ten minutes a call.': ['ten minutes a call = duration 600000 ms a call'],
    'After two weeks a customer rang.': ['two weeks = duration 1209600000 ms'],
    'The ice loses 3 metres of depth a year.': ['3 metres of depth a year = rate 9.50662e-8 metres a year'],
  });
  reads('how much a price moved, and to what', {
    'Wheat lost 7 1/4 cents to $5.83 a bushel.': [
      '7 1/4 cents = money 0.0725 USD',
      '$5.83 a bushel = money 5.83 USD a bushel',
    ],
    'The stock slipped $1.25 to $44.50.': ['$1.25 = money 1.25 USD', '$44.50 = money 44.5 USD'],
    'It was down 18 cents to $3.07.': ['18 cents = money 0.18 USD', '$3.07 = money 3.07 USD'],
  });
  reads('votes, addresses and named groups, which measure nothing', {
    'The bill passed 218 to 214.': [],
    'I live at 27 Byres Road.': [],
    'She moved to 1420 Elm Street.': [],
    'The Group of 20 meets in Delhi.': [],
    'It began with the Thirty Years’ War.': [],
    'Ask in clinic 2B.': [],
  });
  reads('people and animals whose plural has no “s”', {
    'The farm has 340 head of cattle.': ['340 head = count 340 head'],
    'They keep 60 sheep.': ['60 sheep = count 60 sheep'],
    'We trained 14 salespeople.': ['14 salespeople = count 14 salespeople'],
  });
  reads('units of kitchens, wards and fields', {
    'Add 250 g of flour.': ['250 g = count 250 g'],
    'The mean fell by 0.4 mmol.': ['0.4 mmol = count 0.4 mmol'],
    'Noise dropped by 6 dB.': ['6 dB = count 6 dB'],
    'They pump 3.5 million bpd of crude.': ['3.5 million bpd = rate 40.509259 barrels'],
    'The tunnel is 14 m wide.': ['14 m = count 14 m'],
    'It costs RM 42 a head.': ['RM 42 a head = money 42 MYR a head'],
  });
  reads('millions of what is named later', {
    'It needs to sell 15m to 16m units.': ['15m to 16m units = count 15000000 units'],
    'They feared a 1.33m barrel drop.': ['1.33m barrel = count 1330000 barrel'],
    'It makes 2m–3m litres.': ['2m–3m litres = count 2000000 litres'],
  });
  reads('a stretch of time that lasts', {
    'Only shops open at least a year count.': ['a year = duration 31556952000 ms'],
  });
  reads('figures that leave out what the one before has said', {
    'The shop sold 30 bikes in May and 22 in June.': ['30 bikes = count 30 bikes', '22 = count 22 bikes'],
    'Trucks wait 25 min on average, 90 at worst.': ['25 min = duration 1500000 ms', '90 = duration 5400000 ms'],
    'It was 41 days vs 58 last year.': ['41 days = duration 3542400000 ms', '58 = duration 5011200000 ms'],
    'The old crane moved 22 boxes; the new ones do 31.': ['22 boxes = count 22 boxes', '31 = count 31 boxes'],
    'I hired 12 people in March and joined Team 4.': ['12 people = count 12 people'],
    'Ask 3 nurses, 41, in clinic.': ['3 nurses = count 3 nurses'],
    'I opened 4 sites in 2019 and 2020 in all.': ['4 sites = count 4 sites'],
    'I met 12 people. Then 9 by phone.': ['12 people = count 12 people'],
  });
  reads('what is spread over something measured', {
    'It yields 7.4 t/ha.': ['7.4 t/ha = count 7.4 t a ha'],
    'The dose was 5 mg/kg.': ['5 mg/kg = count 5 mg a kg'],
    'The pump alarmed 3 times a night.': ['3 times a night = count 3 times a night'],
  });
  reads('scores as they stand, and what they are beside', {
    'Our NPS sits at 61, eight points above last spring.': ['61 = points 61 NPS', 'eight points = points 8 points'],
    'She made two points about it.': [],
    'Fuel cost us $0.61 a mile last year.': ['$0.61 a mile = money 0.61 USD a mile'],
  });
  reads('times what is usual', {
    'The pot is worth 1.5 times salary.': ['1.5 times = multiplier 1.5'],
    'Traffic was 8 times normal.': ['8 times = multiplier 8'],
    'We asked three times.': [],
  });
});
