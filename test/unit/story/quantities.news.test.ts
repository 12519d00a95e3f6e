import assert from 'node:assert/strict';
import { extractQuantities } from '../../../src/core/story/quantities/index.js';

type Case = readonly [text: string, ...quantities: string[]];

/** Span, kind and value to high of each quantity; the unit of what is counted or paid. */
const told = (text: string): string[] =>
  extractQuantities(text).map(({ text: span, kind, value, high, unit }) => {
    const figure = String(Number(value.toPrecision(6))) + (high === undefined ? '' : `..${String(high)}`);
    return `${span}: ${kind} ${figure}${kind === 'money' || kind === 'count' || kind === 'percent' ? ` ${unit ?? '-'}` : ''}`;
  });

function reads(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [text, ...expected] of cases)
      it(`${JSON.stringify(text)} has ${expected.length === 0 ? 'none' : expected.join(' | ')}`, () =>
        assert.deepEqual(told(text), expected));
  });
}

describe('figures as newspapers write them', () => {
  reads('currencies by name', [
    ['The plant cost 6.5 trillion won.', '6.5 trillion won: money 6500000000000 KRW'],
    ['It raised 40 billion rubles.', '40 billion rubles: money 40000000000 RUB'],
    ['They owe 3.2 billion Swedish crowns.', '3.2 billion Swedish crowns: money 3200000000 SEK'],
    ['We paid 250 Hong Kong dollars.', '250 Hong Kong dollars: money 250 HKD'],
    ['Sales were 17 billion U.S. dollars.', '17 billion U.S. dollars: money 17000000000 USD'],
    ['It cost 10 usd a head.', '10 usd a head: money 10 USD'],
    ['Profit was 1.2 bln dlrs.', '1.2 bln dlrs: money 1200000000 USD'],
    ['The roof cost 900,000 zł.', '900,000 zł: money 900000 PLN'],
    ['They gave 300 pounds sterling.', '300 pounds sterling: money 300 GBP'],
    ['The team won 3 matches.', '3 matches: count 3 matches'],
    ['I try 5 tools a day, and rand 3.', '5 tools a day: rate 0.0000578704'],
  ]);

  reads('dollars with their cents', [
    ['It cost 3 dollars 50 cents.', '3 dollars 50 cents: money 3.5 USD'],
    ['I paid thirteen dollars and forty-five cents.', 'thirteen dollars and forty-five cents: money 13.45 USD'],
    ['The toll is 2 euros and 20 cents.', '2 euros and 20 cents: money 2.2 EUR'],
    ['It fell to $5 and 45 people left.', '$5: money 5 USD', '45 people: count 45 people'],
  ]);

  reads('hundredths of any currency beside it', [
    ['It cost $20 and 43c.', '$20 and 43c: money 20.43 USD'],
    ['He paid 20 ringgit and 43 sen.', '20 ringgit and 43 sen: money 20.43 MYR'],
    ['They owe 3 hryvnias 40 kopiykas.', '3 hryvnias 40 kopiykas: money 3.4 UAH'],
    ['It cost $20 and 43 people came.', '$20: money 20 USD', '43 people: count 43 people'],
  ]);

  reads('further currencies by name, by nation and by sign', [
    ['Rent is 400 Lebanese pounds.', '400 Lebanese pounds: money 400 LBP'],
    ['The mill cost 420 million Finnish markka.', '420 million Finnish markka: money 420000000 FIM'],
    ['They owed 3.2 trillion lire.', '3.2 trillion lire: money 3200000000000 ITL'],
    ['The bonds raised 4 billion marks.', '4 billion marks: money 4000000000 DEM'],
    ['A loaf costs ₡900 or 5 ₾.', '₡900: money 900 CRC', '5 ₾: money 5 GEL'],
    ['I had 3 dimes.', '3 dimes: money 0.3 USD'],
    [
      'She got 40 marks, and 12 Dutch engineers came.',
      '40 marks: count 40 marks',
      '12 Dutch engineers: count 12 Dutch engineers',
    ],
  ]);

  reads('currencies written in haste, and before or after their figure', [
    ['You pay 10 us dollars.', '10 us dollars: money 10 USD'],
    ['It was usd$15, then Mex$ 10 million.', 'usd$15: money 15 USD', 'Mex$ 10 million: money 10000000 MXN'],
    ['The bill was 500 Rs, the tip 20Rs.', '500 Rs: money 500 INR', '20Rs: money 20 INR'],
    ['Sales were MSEK 450, debts MEUR 12.5.', 'MSEK 450: money 450000000 SEK', 'MEUR 12.5: money 12500000 EUR'],
    ['The 3 Rs matter, and so do all 5 of us.', '5 of us: count 5 -'],
    ['MARS 2020 has landed.'],
  ]);

  // The sign of the second sum was taken for the first's, and "3 USD" was read out of "3 USD50 cards".
  reads('sums side by side', [
    ['Fees: $ 20,000.00 $ 37,305.90 in May.', '$ 20,000.00: money 20000 USD', '$ 37,305.90: money 37305.9 USD'],
    ['We gave away 3 USD50 cards.', 'USD50: money 50 USD'],
    ['Prices are 10 € 30 €.', '10 €: money 10 EUR', '30 €: money 30 EUR'],
    ['It cost $5 USD.', '$5 USD: money 5 USD'],
  ]);

  reads('decimals that are spelled', [
    ['Growth fell to one point three percent.', 'one point three percent: percent 1.3 %'],
    ['We raised two point five million dollars.', 'two point five million dollars: money 2500000 USD'],
    ['Rates rose zero point two five percent.', 'zero point two five percent: percent 0.25 %'],
    ['At one point three engineers were off.', 'three engineers: count 3 engineers'],
  ]);

  reads('percentages without "points"', [
    ['We saw a 20 percentage increase.', '20 percentage: percent 20 %'],
    ['Twelve percentage of them left.', 'Twelve percentage: percent 12 %'],
    ['It rose 5 percentage points.', '5 percentage points: percent 5 pp'],
    ['What percentage of them left?'],
  ]);

  reads('durations in two parts, spelled', [
    ['It ran one week three days.', 'one week three days: duration 864000000'],
    ['The call took 1 hour fifteen minutes.', '1 hour fifteen minutes: duration 4500000'],
    ['One minute and 30 seconds is all we need.', 'One minute and 30 seconds: duration 90000'],
    ['It took an hour and half.', 'an hour and half: duration 5400000'],
    ['We waited five and half minutes.', 'five and half minutes: duration 330000'],
    ['I was there for half year.', 'half year: duration 15778500000'],
    ['In two weeks three teams joined.', 'two weeks: duration 1209600000', 'three teams: count 3 teams'],
    ['I slept an hour and half the team left.'],
    ['The half year was slow.'],
    ['It closed once in the following half year.'],
  ]);

  reads('ranges whose high end is hedged', [
    ['Between 10 and about 15 people came.', 'Between 10 and about 15 people: count 10..15 people'],
    ['It weighs between 2.0 kg and roughly 7.0 kg.', 'between 2.0 kg and roughly 7.0 kg: count 2..7 kg'],
    ['It costs between $3 and nearly $5.', 'between $3 and nearly $5: money 3..5 USD'],
  ]);

  reads('what a price is for, joined by hyphens', [
    ['At a $40-a-barrel price we stop.', '$40-a-barrel: money 40 USD'],
    ['A £30-a-head lunch.', '£30-a-head: money 30 GBP'],
    ['The $2bn-a-year business.', '$2bn-a-year: money 2000000000 USD'],
    ['A $9-per-seat plan.', '$9-per-seat: money 9 USD'],
    ['The bill is $0.023/GB-month.', '$0.023/GB-month: money 0.023 USD'],
    ['We pay $2/node-hour.', '$2/node-hour: money 2 USD'],
  ]);

  reads('shares of a unit', [
    ['Rates rose half a percentage point.', 'half a percentage point: percent 0.5 pp'],
    ['It fell a quarter of a percent.', 'a quarter of a percent: percent 0.25 %'],
    ['It grew two-tenths of a percentage point.', 'two-tenths of a percentage point: percent 0.2 pp'],
    ['The walk is half a mile.', 'half a mile: count 0.5 mile'],
    ['It took three quarters of an hour.', 'three quarters of an hour: duration 2700000'],
    ['We met for a half hour.', 'half hour: duration 1800000'],
    ['The road is 1/4 mile long.', '1/4 mile: count 0.25 mile'],
    ['The first half year was slow.'],
    ['Half days are fine.'],
  ]);

  reads('numbers with a fraction', [
    ['Inflation runs at 3 1/2 percent.', '3 1/2 percent: percent 3.5 %'],
    ['The 8-3/4% bonds fell.', '8-3/4%: percent 8.75 %'],
    ['It took two and a quarter hours.', 'two and a quarter hours: duration 8100000'],
    ['The trial ran three-and-a-half years.', 'three-and-a-half years: duration 110449000000'],
    ['It has 2 and three quarter million users.', '2 and three quarter million users: count 2750000 users'],
    ['It cost a half-million dollars.', 'a half-million dollars: money 500000 USD'],
    ['They sold half-million pounds of debt.', 'half-million pounds: money 500000 GBP'],
    ['We had two or three hundred tickets.', 'two or three hundred tickets: count 200..300 tickets'],
    ['We meet on 10 11/22.'],
  ]);

  reads('lengths, weights and temperatures', [
    ['A six-mile trip took an hour.', 'six-mile: count 6 mile', 'an hour: duration 3600000'],
    ['A 5 metre shark was seen.', '5 metre: count 5 metre'],
    ['The 5,000-square-foot house sold.', '5,000-square-foot: count 5000 square-foot'],
    ['The site covers 1,200 sq ft.', '1,200 sq ft: count 1200 sq ft'],
    ['It reached 45 degrees Celsius.', '45 degrees Celsius: count 45 degrees Celsius'],
    ['The oven runs at 1,200 °C.', '1,200 °C: count 1200 °C'],
    ['Winds reached 120 mph.', '120 mph: count 120 mph'],
    ['The crate weighed 20 pounds.', '20 pounds: count 20 pounds'],
    ['A 400-pound pig.', '400-pound: count 400 pound'],
    ['A 400-pound fine.', '400-pound: money 400 GBP'],
    ['Scrap fell to 900 ppm.', '900 ppm: count 900 ppm'],
    ['From the 30,000-foot view it is fine.'],
    ['It is a 180 degree turn.'],
  ]);

  reads('measures that are spelled, pointed at or follow a name', [
    ['Crews closed the six-mile road.', 'six-mile: count 6 mile'],
    ['I walked one mile to the clinic.', 'one mile: count 1 mile'],
    ['These two tonnes of sand are ours.', 'two tonnes: count 2 tonnes'],
    ['A Ryzen 9 3.8 GHz chip.', '3.8 GHz: count 3.8 GHz'],
    ['We got one foot in the door.'],
    ['The two teams met.'],
  ]);

  // "9mm rounds" were nine million rounds.
  reads('millimetres beside a plural, which are not millions', [
    ['The pistol takes 9mm rounds.', '9mm: count 9 mm'],
    ['They ship 300mm wafers.', '300mm: count 300 mm'],
    ['Buy 35mm lenses.', '35mm: count 35 mm'],
    ['We lost 5mm euros and $2mm.', '5mm euros: money 5000000 EUR', '$2mm: money 2000000 USD'],
  ]);

  reads('areas and volumes by a power', [
    ['The park covers 190 km2.', '190 km2: count 190 km2'],
    ['A flat of 62 m² and a tank of 3,200 m³.', '62 m²: count 62 m²', '3,200 m³: count 3200 m³'],
    ['It flooded 14km^2 of fields.', '14km^2: count 14 km^2'],
    ['The hall has 1200m2 of floor.', '1200m2: count 1200 m2'],
    ['The lake is 12 km squared.', '12 km squared: count 12 km squared'],
    ['We bought 24 M2 Macs.', '24 M2 Macs: count 24 M2 Macs'],
  ]);

  reads('metres and inches by a letter or two, where a dimension follows', [
    ['The door is 2 1/2 in thick and 30 in wide.', '2 1/2 in: count 2.5 in', '30 in: count 30 in'],
    ['The statue is 1.8m tall.', '1.8m: count 1.8 m'],
    ['She is 5 ft 10 in.', '5 ft 10 in: count 5.83333 ft'],
    [
      'A 6-foot-2 guard and a 5-foot-11-inch wing.',
      '6-foot-2: count 6.16667 foot',
      '5-foot-11-inch: count 5.91667 foot',
    ],
    ['We put 5 in deep trouble and 3 in high spirits.'],
  ]);

  reads('pounds that weigh', [
    ['She lost 25 pounds in a year.', '25 pounds: count 25 pounds'],
    ['The baby was over 7 pounds.', '7 pounds: count 7 pounds'],
    ['He came back 12 pounds lighter.', '12 pounds: count 12 pounds'],
    ['The engine makes 262 pound-feet of torque.', '262 pound-feet: count 262 pound-feet'],
    ['I spent 25 pounds on lunch.', '25 pounds: money 25 GBP'],
  ]);

  reads('shares of a measure', [
    ['Add ½ teaspoon of salt and 1/2 cup of oil.', '½ teaspoon: count 0.5 teaspoon', '1/2 cup: count 0.5 cup'],
    ['It is one-half mile away.', 'one-half mile: count 0.5 mile'],
    ['Fees are one-half percent lower.', 'one-half percent: percent 0.5 %'],
    ['It took ¾ hour.', '¾ hour: duration 2700000'],
    ['They lost three-quarters of a billion dollars.', 'three-quarters of a billion dollars: money 750000000 USD'],
    ['About quarter million people came.', 'quarter million people: count 250000 people'],
    ['The cup final drew a crowd.'],
  ]);

  reads('units in brackets, and more of them', [
    ['Net weight: 20 (kg).', '20 (kg): count 20 kg'],
    ['The queue took 45 (minutes).', '45 (minutes): duration 2700000'],
    ['The disk holds 8 [TB].', '8 [TB]: size 8000000000000'],
    ['See 20 [kg](https://example.org/kg).'],
    ['The jug holds 1.5 L, the vial 20 micrograms.', '1.5 L: count 1.5 L', '20 micrograms: count 20 micrograms'],
    ['It does 35 mpg.', '35 mpg: count 35 mpg'],
    ['We make 24 L-shaped desks.', '24 L-shaped desks: count 24 L-shaped desks'],
  ]);

  reads('how high something flies, and what is seen from far off', [
    ['The plane flew at 35,000 feet.', '35,000 feet: count 35000 feet'],
    ['It climbed to 20,000 feet.', '20,000 feet: count 20000 feet'],
    ['Drones cruise at about 15,000 ft.', '15,000 ft: count 15000 ft'],
    ['From 30,000 feet it looks easy.'],
  ]);

  reads('by how much, and to how much', [
    ['Shares fell 12 pence to 340 pence.', '12 pence: money 0.12 GBP', '340 pence: money 3.4 GBP'],
    ['Oil rose $1.20 to $62.50.', '$1.20: money 1.2 USD', '$62.50: money 62.5 USD'],
    ['Gold added $11.30 to $1,842.60.', '$11.30: money 11.3 USD', '$1,842.60: money 1842.6 USD'],
    ['Copper adds $40 to $9,120 a ton.', '$40: money 40 USD', '$9,120 a ton: money 9120 USD'],
    ['They added $2 to $3 to each fare.', '$2 to $3: money 2..3 USD'],
    ['It dropped 3 cents to 41 cents.', '3 cents: money 0.03 USD', '41 cents: money 0.41 USD'],
    ['Fees ran from 5 to 15 percent.', 'from 5 to 15 percent: percent 5..15 %'],
    ['Readmissions fell to 1 in 14, from 1 in 8.', 'to 1 in 14, from 1 in 8: ratio 0.071429'],
    ['About 1 in every 200 orders failed.', '1 in every 200 orders: ratio 0.005'],
    ['One in every five users left.', 'One in every five users: ratio 0.2'],
    // The change kept its first share, and the second was taken for a count.
    ['Late trains fell from 22 in a hundred to 9 in a hundred.', 'from 22 in a hundred to 9 in a hundred: ratio 0.09'],
    ['It is down from 14 in a thousand to 6.', 'from 14 in a thousand to 6: ratio 0.006'],
    ['Lost bags fell from 11 per thousand to 6.4 in a year.', 'from 11 per thousand to 6.4: ratio 0.0064'],
    ['Rejects fell from 60 to 45 per thousand.', 'from 60 to 45 per thousand: ratio 0.045'],
    ['It was 3 per 100,000 in May.', '3 per 100,000: ratio 0.00003'],
    ['We count 7 faults in a hundred parcels.', '7 faults in a hundred parcels: ratio 0.07'],
    ['CSAT rose from 3.9 to 4.6 out of 5.', 'from 3.9 to 4.6 out of 5: points 4.6'],
  ]);

  reads('scores by their names', [
    ['The Brier score, 0.12, was shown.', '0.12: points 0.12'],
    ['R² was 0.74 on the unseen stores.', '0.74: points 0.74'],
    ['Inter-rater kappa was 0.81.', '0.81: points 0.81'],
    ['The F1 is 0.70 to 0.75.', '0.70 to 0.75: points 0.7..0.75'],
    ['The threshold is 0.5 by default.'],
  ]);

  reads('thousands after a space', [
    ['I read 1 200 files by hand.', '1 200 files: count 1200 files'],
    ['We shipped 14 350 boxes.', '14 350 boxes: count 14350 boxes'],
    ['It held 250 000 rows.', '250 000 rows: count 250000 rows'],
    ['On day 1 200 people came.', '200 people: count 200 people'],
  ]);

  reads('open figures and stretches without a number', [
    ['Support is down 30-odd percent.', '30-odd percent: percent 30 %'],
    ['We had 40-odd servers.', '40-odd servers: count 40 servers'],
    ['It has 100-plus stores.', '100-plus stores: count 100 stores'],
    ['We gave them a fortnight to answer.', 'a fortnight: duration 1209600000'],
    ['I moved it over two weekends.', 'two weekends: duration 345600000'],
    ['We met once a fortnight.'],
    ['I moved it over a weekend.'],
  ]);

  reads('names, matches and manners of speaking', [
    ['Part two of the report deals with it.'],
    ['Figure 3b shows the curve.'],
    ['7-Eleven was the first chain to sign.'],
    ['The bill passed 217-213 and they won 3-1.'],
    ['I always give 110 percent.'],
    ['It was the whole nine yards.'],
    ['She is one in a million, a ten out of ten.'],
    ['The Group of Seven met in size 12 shoes.'],
    ['The Big Four firms bid.'],
  ]);

  reads('numbers that are names', [
    ['Fig. 3 shows the drop.'],
    ['No. 7 wins, and Sec. 4 explains it.'],
    ['The proof of Lemma 3 follows.'],
    ['Tram 11 stops outside hangar 52.'],
    ['Eq. 9 inherits the error of Eq. 7.'],
    ['Bonuses here have six figures.'],
    ['On Feb. 21 customers called.'],
    ['I counted them. 3 teams left.', '3 teams: count 3 teams'],
  ]);

  reads('comparatives of every kind after "times"', [
    ['The fan is ten times quieter.', 'ten times: multiplier 10'],
    ['The new frame is 3 times lighter than steel.', '3 times: multiplier 3'],
    ['Setup was five times simpler.', 'five times: multiplier 5'],
  ]);

  reads('units of account of two words', [
    ['Rents are €19 per square metre.', '€19 per square metre: money 19 EUR'],
    ['It allows 40 tickets per calendar month.', '40 tickets per calendar month: rate 0.0000152106'],
    ['We pay $3 per cubic foot.', '$3 per cubic foot: money 3 USD'],
    ['It handles 12 claims per working day.', '12 claims per working day: rate 0.000138889'],
  ]);

  reads('thousands with spaces, beside a currency or before a decimal comma', [
    ['We paid 1 250,00 € a month.', '1 250,00 € a month: money 1250 EUR'],
    ['They quoted NOK 9 500.', 'NOK 9 500: money 9500 NOK'],
    ['It cost 2 400 €.', '2 400 €: money 2400 EUR'],
    ['Fuel: 48 750,50 EUR.', '48 750,50 EUR: money 48750.5 EUR'],
  ]);
});
