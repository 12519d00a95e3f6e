import assert from 'node:assert/strict';
import { extractQuantities, type Quantity } from '../../../src/core/story/quantities/index.js';

const YEAR = 31_556_952_000;
const MONTH = YEAR / 12;
const WEEK = 604_800_000;
const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** What a quantity is, on one line: span, kind, value to high, old value, unit, and what it is spread over. */
function told({ text, kind, value, high, from, unit, per }: Quantity): string {
  const short = (n: number): string => String(Number(n.toPrecision(6)));
  const figure = short(value) + (high === undefined ? '' : `..${short(high)}`);
  const old = from === undefined ? '' : ` from ${short(from)}`;
  return `${text}: ${kind} ${figure}${old} ${unit ?? '-'}${per === undefined ? '' : ` per ${per}`}`;
}

/** A figure as `told` writes it. */
const n = (value: number): string => String(Number(value.toPrecision(6)));

type Case = readonly [text: string, ...quantities: string[]];

function reads(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [text, ...expected] of cases)
      it(`${JSON.stringify(text)} has ${expected.length === 0 ? 'none' : expected.join(' | ')}`, () =>
        assert.deepEqual(extractQuantities(text).map(told), expected));
  });
}

const findsNothing = (title: string, texts: readonly string[]): void =>
  reads(
    title,
    texts.map((text): Case => [text]),
  );

describe('kinds of writing', () => {
  reads('a period belongs to the span and is `per`', [
    ['We paid $300/month for it.', '$300/month: money 300 USD per month'],
    ['A junior earned $30k a year then.', '$30k a year: money 30000 USD per year'],
    ['I gave it 40 hours per week.', `40 hours per week: duration ${n(40 * HOUR)} ms per week`],
    ['They bill €90 an hour.', '€90 an hour: money 90 EUR per hour'],
    ['Savings came to £1.2m annually.', '£1.2m annually: money 1200000 GBP per year'],
    ['The base is £45k p.a. before tax.', '£45k p.a.: money 45000 GBP per year'],
    ['It pays $90,000 per annum.', '$90,000 per annum: money 90000 USD per year'],
    ['Churn ran at 4% a month.', '4% a month: percent 4 % per month'],
    ['We take 1.2M events/s.', '1.2M events/s: rate 1200000 events per second'],
    ['We ship 20 releases a week.', `20 releases a week: rate ${n(20 / 604_800)} releases per week`],
    ['Spend fell from $9k to $4k a month.', 'from $9k to $4k a month: money 4000 from 9000 USD per month'],
    ['Plans cost $20-$30 a quarter.', '$20-$30 a quarter: money 20..30 USD per quarter'],
  ]);

  reads('a unit of account belongs to the span and is `per`', [
    ['We charge $12 per seat.', '$12 per seat: money 12 USD per seat'],
    ['We charge €9 per user per month.', '€9 per user per month: money 9 EUR per user per month'],
    ['It costs $0.02 a message.', '$0.02 a message: money 0.02 USD per message'],
    ['It costs $3 per 1,000 calls.', '$3 per 1,000 calls: money 3 USD per 1,000 calls'],
    ['Each pod needs 4 GB per pod.', '4 GB per pod: size 4000000000 bytes per pod'],
    ['We ran 40 tests per arm.', '40 tests per arm: count 40 tests per arm'],
    ['Costs fell from $9 to $7 per order.', 'from $9 to $7 per order: money 7 from 9 USD per order'],
    ['Work took 14 days per contract.', `14 days per contract: duration ${n(14 * DAY)} ms per contract`],
    ['Fees are 2% per transaction.', '2% per transaction: percent 2 % per transaction'],
    ['It used 20 ms/request.', '20 ms/request: duration 20 ms per request'],
  ]);
  findsNothing('“per” that spreads nothing', ['As per Appendix 4, we waited.', 'It went out per the policy.']);

  reads('what is counted ends with its head word', [
    ['We reached 40,000 daily active users.', '40,000 daily active users: count 40000 daily active users'],
    ['I led 12 senior platform engineers.', '12 senior platform engineers: count 12 senior platform engineers'],
    ['We lost 3 enterprise customers in May.', '3 enterprise customers: count 3 enterprise customers'],
  ]);

  reads('half of a change multiplies, half of things is a share', [
    ['We cut the bill in half.', 'half: multiplier 0.5 -'],
    ['Churn fell by half.', 'half: multiplier 0.5 -'],
    ['Volume dropped by more than half.', 'half: multiplier 0.5 -'],
    ['The queue shrank to roughly half.', 'half: multiplier 0.5 -'],
    ['Tickets were halved.', 'halved: multiplier 0.5 -'],
    ['Costs were reduced by nearly half.', 'half: multiplier 0.5 -'],
    ['Half of the teams moved.', 'Half: ratio 0.5 -'],
    ['By then half the alerts were noise.', 'half: ratio 0.5 -'],
    ['More than half of our users stayed.', 'half: ratio 0.5 -'],
  ]);

  reads('a plus and a scale', [
    ['It held 8+ million rows.', '8+ million rows: count 8000000 rows'],
    ['We took 3+ billion events per second.', '3+ billion events per second: rate 3000000000 events per second'],
    ['We raised $6+ million.', '$6+ million: money 6000000 USD'],
    ['Revenue passed $1B+ last year.', '$1B+: money 1000000000 USD'],
    ['It cost $15 grand to fix.', '$15 grand: money 15000 USD'],
    ['They paid 20 grand for the booth.', '20 grand: money 20000 USD'],
    ['We index 500+ thousand pages.', '500+ thousand pages: count 500000 pages'],
    ['Over 2.5+ billion people saw it.', '2.5+ billion people: count 2500000000 people'],
    ['The team grew to 40+.', '40+: count 40 -'],
    ['Uptime was 99%+ all year.', '99%+: percent 99 %'],
    ['We saved £40k+ a year.', '£40k+ a year: money 40000 GBP per year'],
    ['I have 10+ years in payments.', `10+ years: duration ${n(10 * YEAR)} ms`],
  ]);

  reads('changes to or from words', [
    ['Builds went from 4 days to an hour.', `from 4 days to an hour: duration ${n(HOUR)} from ${n(4 * DAY)} ms`],
    [
      'Onboarding fell from a week to half an hour.',
      `from a week to half an hour: duration ${n(HOUR / 2)} from ${n(WEEK)} ms`,
    ],
    ['I got a deploy to under a minute.', `a minute: duration ${n(MINUTE)} ms`],
    ['Setup dropped from two weeks to a day.', `from two weeks to a day: duration ${n(DAY)} from ${n(2 * WEEK)} ms`],
    [
      'The check went from an hour to under a second.',
      `from an hour to under a second: duration 1000 from ${n(HOUR)} ms`,
    ],
    [
      'I cut it from half a day to ten minutes.',
      `from half a day to ten minutes: duration ${n(10 * MINUTE)} from ${n(DAY / 2)} ms`,
    ],
    ['Traffic grew from 160k to 190k.', 'from 160k to 190k: count 190000 from 160000 -'],
    ['The restore took an hour.', `an hour: duration ${n(HOUR)} ms`],
    ['We were live in about a week.', `a week: duration ${n(WEEK)} ms`],
    ['Each run takes almost a day.', `a day: duration ${n(DAY)} ms`],
    ['It fell to half an hour.', `half an hour: duration ${n(HOUR / 2)} ms`],
    [
      'It went from three weeks to a single day.',
      `from three weeks to a single day: duration ${n(DAY)} from ${n(3 * WEEK)} ms`,
    ],
    ['It answered in a quarter of a second.', 'a quarter of a second: duration 250 ms'],
  ]);
  findsNothing('a stretch of time that measures nothing', [
    'Once a week we met.',
    'I took a day off.',
    'It was a year to remember.',
    'We had an hour together, a minute at most to spare for the pitch of a month.'.slice(0, 24),
  ]);

  reads('by and to', [
    ['We cut the tail by 85 ms to 35 ms.', 'by 85 ms to 35 ms: duration 35 from 120 ms'],
    ['The budget was raised by €2m to €9m.', 'by €2m to €9m: money 9000000 from 7000000 EUR'],
    ['Memory went down by 2 GB, to 6 GB.', 'by 2 GB, to 6 GB: size 6000000000 bytes'],
    ['Costs fell 18 %, to 9 %.', '18 %, to 9 %: percent 9 %'],
    ['Shares fell 12 pence to 340 pence.', '12 pence: money 0.12 GBP', '340 pence: money 3.4 GBP'],
    ['Oil rose $1.20 to $62.50 a barrel.', '$1.20: money 1.2 USD', '$62.50 a barrel: money 62.5 USD per barrel'],
    ['The rate rose by 10% to 20%.', '10% to 20%: percent 10..20 %'],
    ['The index rose 0.7 percent to 6,327.', '0.7 percent: percent 0.7 %', '6,327: count 6327 -'],
    ['Sales rose 12% to $4.2M.', '12%: percent 12 %', '$4.2M: money 4200000 USD'],
    ['Headcount grew by 3 to 12.', '3: count 3 -', '12: count 12 -'],
    ['Profit fell 7%, to $2 million.', '7%: percent 7 %', '$2 million: money 2000000 USD'],
    [
      'Wait time dropped by 4 minutes to 6 minutes.',
      `by 4 minutes to 6 minutes: duration ${n(6 * MINUTE)} from ${n(10 * MINUTE)} ms`,
    ],
    ['Spend fell by $2M to $7M.', 'by $2M to $7M: money 7000000 from 9000000 USD'],
    ['We cut it by 10 to 20 ms.', '10 to 20 ms: duration 10..20 ms'],
  ]);

  reads('ranges that are no changes', [
    ['Prices range from $5 to $50.', 'from $5 to $50: money 5..50 USD'],
    [
      'Jobs ran long, ranging from 10 minutes to 2 days.',
      `ranging from 10 minutes to 2 days: duration ${n(10 * MINUTE)}..${n(2 * DAY)} ms`,
    ],
    ['We saw salaries from $185k to $210k.', 'from $185k to $210k: money 185000..210000 USD'],
    ['Deal sizes ranged between 10 and 40 seats.', 'between 10 and 40 seats: count 10..40 seats'],
    ['Teams vary from 4 to 9 people.', 'from 4 to 9 people: count 4..9 people'],
    ['It serves clinics with anywhere from 2 to 30 doctors.', 'from 2 to 30 doctors: count 2..30 doctors'],
    ['Offers from £60k to £80k came in.', 'from £60k to £80k: money 60000..80000 GBP'],
    ['Price went from $160 to $180 to $200.', 'from $160 to $180 to $200: money 200 from 160 USD'],
    ['Latency is anywhere between 5 and 9 ms.', 'between 5 and 9 ms: duration 5..9 ms'],
    ['Latency went from 5 to 9 ms.', 'from 5 to 9 ms: duration 9 from 5 ms'],
    ['Revenue rose from $5M to $7M.', 'from $5M to $7M: money 7000000 from 5000000 USD'],
    [
      'We had tickets ranging in age from 3 days to 9 days.',
      `from 3 days to 9 days: duration ${n(3 * DAY)}..${n(9 * DAY)} ms`,
    ],
    ['The fee is £3-4m.', '£3-4m: money 3000000..4000000 GBP'],
  ]);

  reads('currencies', [
    ['It raised EUR40m.', 'EUR40m: money 40000000 EUR'],
    ['They lost USD9m on it.', 'USD9m: money 9000000 USD'],
    ['The fee was USD1,500.', 'USD1,500: money 1500 USD'],
    ['The fund is 30 MUSD.', '30 MUSD: money 30000000 USD'],
    ['Sales came to 75 USD million.', '75 USD million: money 75000000 USD'],
    ['The plant cost R12 million.', 'R12 million: money 12000000 ZAR'],
    ['They paid A$82m for it.', 'A$82m: money 82000000 AUD'],
    ['It is worth $US113m now.', '$US113m: money 113000000 USD'],
    ['A cup is 3.14US$ there.', '3.14US$: money 3.14 USD'],
    ['The round was RMB 200 million.', 'RMB 200 million: money 200000000 CNY'],
    ['The share rose to 24pc.', '24pc: percent 24 %'],
    ['Costs: GBP2.5bn in all.', 'GBP2.5bn: money 2500000000 GBP'],
    ['A budget of 12 MEUR was cut.', '12 MEUR: money 12000000 EUR'],
    ['The order was $A4.5m.', '$A4.5m: money 4500000 AUD'],
    ['The rent is R4,500 a month.', 'R4,500 a month: money 4500 ZAR per month'],
    ['It went up 7 pc in May.', '7 pc: percent 7 %'],
    ['They made 2.3 EUR billion.', '2.3 EUR billion: money 2300000000 EUR'],
    ['We paid 500 RMB for the sample.', '500 RMB: money 500 CNY'],
    ['We paid KES 1,200 and Rs 500.', 'KES 1,200: money 1200 KES', 'Rs 500: money 500 INR'],
    ['We sold 5 PC games and PHP5 books.', '5 PC games: count 5 PC games'],
    ['The tax is 20k EUR/yr.', '20k EUR/yr: money 20000 EUR per year'],
  ]);
  findsNothing('letters that are no currency', [
    'The R2 model failed.',
    'Our R12 board is new.',
    'I sat in row R4 there.',
  ]);

  reads('India', [
    ['They offered ₹28 LPA.', '₹28 LPA: money 2800000 INR per year'],
    ['I asked for 28 LPA fixed.', '28 LPA: money 2800000 INR per year'],
    ['The book is ₹2.7 lakh crore.', '₹2.7 lakh crore: money 2700000000000 INR'],
    ['We closed 1.5 Cr in deals.', '1.5 Cr: money 15000000 INR'],
    ['The band is ₹4–6 LPA.', '₹4–6 LPA: money 400000..600000 INR per year'],
    ['The band is 12-15 LPA.', '12-15 LPA: money 1200000..1500000 INR per year'],
    ['Losses fell to ₹80 lakh.', '₹80 lakh: money 8000000 INR'],
    ['It saved Rs 3 crore a year.', 'Rs 3 crore a year: money 30000000 INR per year'],
    ['They booked 40 Cr last year.', '40 Cr: money 400000000 INR'],
    ['It saved ₹1,50,000 a month.', '₹1,50,000 a month: money 150000 INR per month'],
    ['My pay went from 18 LPA to 26 LPA.', 'from 18 LPA to 26 LPA: money 2600000 from 1800000 INR per year'],
    ['Two lakh farmers signed up.', 'Two lakh farmers: count 200000 farmers'],
  ]);

  reads('European writing', [
    ['The licence cost 1.400 €.', '1.400 €: money 1400 EUR'],
    ['They paid 200.000 € up front.', '200.000 €: money 200000 EUR'],
    ['The invoice was 1.234,50 €.', '1.234,50 €: money 1234.5 EUR'],
    ['Churn fell by 12,5 %.', '12,5 %: percent 12.5 %'],
    ['The error rate is 0,09 % now.', '0,09 %: percent 0.09 %'],
    ['Revenue rose to 1,8 Mio. €.', '1,8 Mio. €: money 1800000 EUR'],
    ['We take 1.000.000 events.', '1.000.000 events: count 1000000 events'],
    ['Es kostete € 2.500 im Jahr.', '€ 2.500: money 2500 EUR'],
    ['We moved 2.500.000 rows and 3,5 TB.', '2.500.000 rows: count 2500000 rows', '3,5 TB: size 3500000000000 bytes'],
    [
      'It took 2,5 hours, and 12.500 users saw it.',
      `2,5 hours: duration ${n(2.5 * HOUR)} ms`,
      '12.500 users: count 12500 users',
    ],
    ['Umsatz 3,2 Mrd. EUR.', '3,2 Mrd. EUR: money 3200000000 EUR'],
    ['It fell from 12,5 % to 9,5 %.', 'from 12,5 % to 9,5 %: percent 9.5 from 12.5 %'],
    // Decided by the rest of the document: a comma groups there.
    ['We sold 1,400 seats at 2.500 € each.', '1,400 seats: count 1400 seats'],
    ['It is 1.5 s for 3.250 ms.', '1.5 s: duration 1500 ms', '3.250 ms: duration 3.25 ms'],
    ['Drift is 0.125% here.', '0.125%: percent 0.125 %'],
    ['Version 2.500 costs 12,5 %.', '12,5 %: percent 12.5 %'],
    ['It was 0,35 s → 0,12 s.', '0,35 s → 0,12 s: duration 120 from 350 ms'],
    ['Sections 1,2 and 3,4 say so.'],
    ['It took 3.100 ms.'],
  ]);

  reads('metres and millions', [
    ['It drove 2.7m combined digital sales.', '2.7m combined digital sales: count 2700000 combined digital sales'],
    ['It shipped 35m of its devices.', '35m of its devices: count 35000000 devices'],
    ['We have 1.2m users.', '1.2m users: count 1200000 users'],
    ['The outage lasted 45m.', `45m: duration ${n(45 * MINUTE)} ms`],
    ['Recovery fell from 90m to 12m.', `from 90m to 12m: duration ${n(12 * MINUTE)} from ${n(90 * MINUTE)} ms`],
    ['A run took 1h 30m.', `1h 30m: duration ${n(90 * MINUTE)} ms`],
    ['A 20m timeout was set.', `20m: duration ${n(20 * MINUTE)} ms`],
    ['More than 3m of our accounts moved.', '3m of our accounts: count 3000000 accounts'],
  ]);
  reads('metres, which are not minutes', [
    ['She is 1.8m tall.', '1.8m: count 1.8 m'],
    ['The shelf is 2m wide.', '2m: count 2 m'],
    ['It sat 30m away.', '30m: count 30 m'],
    ['The pool is 50m long.', '50m: count 50 m'],
    ['A 100m sprint.'],
  ]);

  reads('machine learning', [
    ['The model had an accuracy of 0.93.', '0.93: points 0.93 accuracy'],
    ['Recall@5 was 0.85 at launch.', '0.85: points 0.85 Recall@5'],
    ['Precision rose from 0.71 to 0.83.', 'from 0.71 to 0.83: points 0.83 from 0.71 Precision'],
    ['We trained on 8xA100.', '8xA100: count 8 A100'],
    ['It burned 600 GPU-hours.', '600 GPU-hours: count 600 GPU-hours'],
    ['NDCG@10 went from 0.41 to 0.47.', 'from 0.41 to 0.47: points 0.47 from 0.41 NDCG@10'],
    ['It reached an AUC of 0.91.', '0.91: points 0.91 AUC'],
    ['Perplexity fell from 24.1 to 18.3.', 'from 24.1 to 18.3: points 18.3 from 24.1 Perplexity'],
    ['We got F1 of 0.91 on the test set.', '0.91: points 0.91 F1'],
    ['The F1 score was 0.78.', '0.78: points 0.78 F1'],
    ['BLEU improved to 31.2.', '31.2: points 31.2 BLEU'],
    ['The MRR@10 was 0.36.', '0.36: points 0.36 MRR@10'],
    ['We rented 16 x H100 for a month.', '16 x H100: count 16 H100'],
    ['ROC-AUC climbed to 0.88.', '0.88: points 0.88 ROC-AUC'],
    ['Precision is 0.97 and recall 0.88.', '0.97: points 0.97 Precision', '0.88: points 0.88 recall'],
    ['The run took 1,200 A100-hours.', '1,200 A100-hours: count 1200 A100-hours'],
    ['We hit 0.85 recall at 0.9 precision.', '0.85: points 0.85 recall', '0.9: points 0.9 precision'],
    ['mAP@0.5 rose to 0.61.', '0.61: points 0.61 mAP@0.5'],
    ['pass@1 went from 0.32 to 0.41.', 'from 0.32 to 0.41: points 0.41 from 0.32 pass@1'],
    ['We used 8x H100 nodes.', '8x H100 nodes: count 8 H100 nodes'],
  ]);
  findsNothing('names in machine learning', [
    'We used 4-bit weights.',
    'An 8-bit quantised model ran on it.',
    'It is a 7-layer network.',
    'I set the learning rate to 0.001.',
  ]);

  findsNothing('names and codes', [
    'The retry avoided 503s.',
    'After that 404s fell.',
    'We answered with HTTP 429 there.',
    "It was built in the '70s.",
    'The garage had Model 3s only.',
    'I held 1-1s with them.',
    'We added 2-FA for admins.',
    'The disks ran RAID 5.',
    'It is a Boeing 737.',
    'Part two was harder.',
    'See Figure 3b for that.',
    'On October 21 and 28 incidents were filed.',
    'On Feb. 21 customers called.',
    'In the 1988 quarter it lost money.',
    'I took it from 0 to 1.',
    'Rows of 500s and 502s filled the log.',
    'We flew an Airbus 320.',
    'Chapter two says so.',
    'See Table 4a and Appendix 2c.',
    'It began in the ‘90s.',
    'I like 0-to-1 work.',
    'On Sept. 3 engineers met.',
    'On May 4 and 11 teams met.',
    'We saw 429s under load.',
    'She drives an Audi A4 and a Mazda 3.',
    'My 1:1s moved to Friday.',
  ]);

  findsNothing('idioms', [
    'Here are my two cents.',
    'Just give me one second.',
    'From 30,000 feet it looks easy.',
    'That is a million-dollar question.',
    'An 18-year-old could do it.',
    'It came from one of our two vendors.',
    '100%, I agree.',
    'Give me a second to think.',
    'I felt like a million bucks.',
    'The view at 10,000 feet was clear.',
    'It is the 64-thousand-dollar question.',
    'My daughter is a 3-year-old.',
    'I agree 100%.',
    'One of the two partners left.',
    'Wait one minute, I said.',
    'I preferred it to a second bank.',
    'One minute it was up, and then down.',
    'It felled two birds with one stone.',
  ]);

  reads('how often', [
    ['It ran ten times a day.', `ten times a day: rate ${n(10 / 86_400)} times per day`],
    ['We met twice a week.', `twice a week: rate ${n(2 / 604_800)} times per week`],
    ['The paper was cited 4,000 times.', '4,000 times: count 4000 times'],
    ['Traffic was 8 times a normal Sunday.', '8 times: multiplier 8 -'],
    ['We tag 8 million images daily.', `8 million images daily: rate ${n(8_000_000 / 86_400)} images per day`],
    ['It pages us 3 times per night.', '3 times per night: count 3 times per night'],
    ['We deploy 12 times weekly.', `12 times weekly: rate ${n(12 / 604_800)} times per week`],
    ['Load is 5x a normal day.', '5x: multiplier 5 -'],
    ['We ship three times a month.', `three times a month: rate ${n(3000 / MONTH)} times per month`],
    ['The clip was watched 2.5 million times.', '2.5 million times: count 2500000 times'],
    ['It fires 36 alerts hourly.', '36 alerts hourly: rate 0.01 alerts per hour'],
  ]);
  findsNothing('times that count nothing', [
    'I asked three times.',
    'Many times we met.',
    'She had run it twice before.',
  ]);

  reads('the rest', [
    ['We hit the 20s timeout.', '20s: duration 20000 ms'],
    ['It ran for 2h15.', `2h15: duration ${n(135 * MINUTE)} ms`],
    ['I led a team of 8-10.', '8-10: count 8..10 -'],
    ['It reached a quarter of a million.', 'a quarter of a million: count 250000 -'],
    ['It reached three quarters of a million users.', 'three quarters of a million users: count 750000 users'],
    ['We ran 10^6 simulations.', '10^6 simulations: count 1000000 simulations'],
    ['It takes 1e6 events/s.', '1e6 events/s: rate 1000000 events per second'],
    ['The link does 40 gigabits per second.', '40 gigabits per second: rate 40000000000 bits per second'],
    ['We promised five nines.', 'five nines: percent 99.999 %'],
    ['We run at four nines of availability.', 'four nines: percent 99.99 %'],
    ['Frames took 16~30 ms.', '16~30 ms: duration 16..30 ms'],
    ['レイテンシを120 msから35 msに短縮した。', '120 msから35 ms: duration 35 from 120 ms'],
    ['The part weighs 12 kg now.', '12 kg: count 12 kg'],
    ['The gap is 3 mm wide.', '3 mm: count 3 mm'],
    ['The pump has 40 hp.', '40 hp: count 40 hp'],
    ['The site draws 12 MW.', '12 MW: count 12 MW'],
    ['The cell holds 4,000 mAh.', '4,000 mAh: count 4000 mAh'],
    ['It lost 2.5kg of weight.', '2.5kg: count 2.5 kg'],
    ['The range is 300 km.', '300 km: count 300 km'],
    ['A panel of 5–7 was set up.', '5–7: count 5..7 -'],
    ['Errors fell to 3e-4.', '3e-4: count 0.0003 -'],
    ['A 30s poll and the 5s budget.', '30s: duration 30000 ms', '5s: duration 5000 ms'],
    ['The job ran 1h05 and 3h 20.', `1h05: duration ${n(65 * MINUTE)} ms`, `3h: duration ${n(3 * HOUR)} ms`],
    ['A quarter of a billion rows.', 'A quarter of a billion rows: count 250000000 rows'],
    ['将延迟从120 ms降到35 ms。', '120 ms降到35 ms: duration 35 from 120 ms'],
    ['I led a team of 8 to 10.', '8 to 10: count 8..10 -'],
    ['We scaled five-nines uptime.', 'five-nines: percent 99.999 %'],
    ['保持率は0%から100%です。', '0%: percent 0 %', '100%: percent 100 %'],
    ['売上は1,200万円、30%増。', '30%: percent 30 %'],
    ['It was merged in 77583e7 and 14691e3.'],
  ]);
});
