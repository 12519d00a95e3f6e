/** The same kinds of sentence from other trades: half of each deserves the finding. */
import assert from 'node:assert/strict';
import { found, SOUND, table } from './sound';

const result = (Result: string): { Result: string } => ({ Result });
const impact = (Impact: string): { Impact: string } => ({ Impact });

describe('wrong-arithmetic, in other fields', () => {
  table(
    'wrong-arithmetic',
    true,
    [
      'Our choir grew from 40 to 62 singers by Easter, so it doubled.',
      'The bakery went from 80 loaves a day in May to 200, so we tripled.',
      'A tasting takes 20 minutes instead of 50, a saving of 40 % since May.',
      'No-shows went from 30 % to 20 % by June, so a quarter fewer.',
      'In spring we lost 12 bicycles instead of 16, a third fewer.',
      'We sold 84 pianos in seven months, 10 a month on average.',
      'We planted 300 trees in four weeks, on average 60 a week.',
      'In the end 36 of 48 beekeepers had joined, that is 65 %.',
    ],
    result,
  );
  table(
    'wrong-arithmetic',
    false,
    [
      'Our choir grew from 40 to 82 singers by Easter, so it doubled.',
      'The bakery went from 80 loaves a day in May to 200, so it nearly tripled.',
      'The bakery went from 80 loaves to 200 a day in May, so we tripled the flour.',
      'A tasting takes 20 minutes instead of 50, a saving of 60 % since May.',
      'No-shows went from 30 % to 20 % by June, so a third fewer.',
      'No-shows went from 30 % to 20 % by June, so a quarter fewer than in town.',
      'No-shows went from 30 % to 20 % by June, so a quarter fewer customers complain.',
      'No-shows went from 30 % to 20 % by June, and a quarter of the guests rebook.',
      'We sold 84 pianos in seven months, 12 a month on average.',
      'We sold 84 pianos in seven months, and we tune 10 a month on average.',
      'We sold 60 pianos in two weeks, 6 a day on average.',
      'In the end 36 of 48 beekeepers had joined, that is 75 %.',
      'In the end 36 of 48 beekeepers had joined, 65 % of them women.',
    ],
    result,
  );
});

describe('impact-first, in other fields', () => {
  table(
    'impact-first',
    true,
    [
      'The rebuilding took nine weeks, and the town beside us needed fourteen.',
      'We waited five weeks for the new ovens, and the oven setter needed two.',
      'I had waited two years for this project, and it took six months.',
      'Guests waited in the yard, and I had four days to find a hall.',
      'It took me nine hours to write the form, and the pilgrims like it.',
    ],
    impact,
  );
  table(
    'impact-first',
    false,
    [
      'Pilgrims waited eleven hours for a bed, and by the end of May it was forty minutes.',
      'Callers used to wait six minutes for a person; now they wait one.',
      'Riders in our valley waited two hours for our first bus, and since the change they wait twenty minutes.',
      'Parents waited 70 days for a place in the nursery; this year they wait 31.',
      'Last year thirty-eight of our sixty stroke patients could dress alone; the year before it was twenty-one.',
      'Fifty-four of our ninety apprentices passed at once this year, after thirty-nine last year.',
    ],
    impact,
  );
});

describe('metric-missing, in other fields', () => {
  const alone = (Result: string): { Impact: string; Result: string } => ({ Impact: 'Guests are glad of it.', Result });
  table(
    'metric-missing',
    true,
    [
      'We waited five weeks for the new ovens, and the oven setter needed two.',
      'It took me nine hours to write the form, and the guests like it.',
      'Guests wait in the yard no more, and it took four days.',
      'Thirty-one of our people had to be taught.',
    ],
    alone,
  );
  table(
    'metric-missing',
    false,
    [
      'Pilgrims waited eleven hours for a bed, and by the end of May it was forty minutes.',
      'Callers used to wait six minutes for a person; now they wait one.',
      'Riders in our valley waited two hours for our first bus, and since the change they wait twenty minutes.',
      'Parents waited 70 days for a place in the nursery; this year they wait 31.',
      'Last year thirty-eight of our sixty stroke patients could dress alone; the year before it was twenty-one.',
    ],
    alone,
  );
});

describe('trade-off-missing, in other fields', () => {
  table(
    'trade-off-missing',
    true,
    [
      'The shorter menu reads better on the wall, and both cooks and waiters love it.',
      'There isn’t much to tell here, all of us agreed and the feedback was kind.',
      'Not a lot to add: it was overdue, and the guests were not against it.',
      'The later opening suits everyone, and the bakers adore it.',
      'Nothing much to report, the neighbours accepted it at once.',
      'Frankly I can’t name one. Both bakers like the new oven, and fewer rolls burn.',
      'Not really any, and I would do nothing differently.',
      'For once there wasn’t any disadvantage, the guests were glad.',
      'The bishop cut the ribbon. The organist has nothing but praise.',
    ],
    (sentence) => ({ 'Trade-offs': sentence }),
  );
  table(
    'trade-off-missing',
    false,
    [
      'The carts ate up the whole budget for the summer fair.',
      'Printing in colour swallowed all of our money for posters.',
      'Nobody outside the village has heard of the bakery since.',
      'The shorter menu reads better on the wall, but the regulars miss the soup.',
      'There is not much to say for the old hall, and we let it go although the rent was low.',
      'I can’t think of any, except that the choir now has no room of its own.',
      'We could not avoid the compromise: the bell is off at night.',
    ],
    (sentence) => ({ 'Trade-offs': sentence }),
  );

  const withoutSection = (action: string): string =>
    `## Impact\n\n${SOUND.Impact}\n\n## Action\n\n${action}\n\n## Result\n\n${SOUND.Result}\n`;
  for (const action of [
    'I gave the stall at the market up knowing that it brought us 300 francs a Saturday.',
    'I handed the first shift to the trainees, well aware that it would make us two hours late.',
    'The new kiln ate up our whole budget for glazes.',
    'I took fewer shapes over a second kiln.',
    'A gas kiln fires hotter; I went with the electric one since the cellar has no flue.',
    'I let the glazed series go, because nobody bought it twice.',
    'Buying the clay ready-made was dear and would’ve meant a second lorry, so I mixed it myself.',
    'It’s less exact than weighing every bowl, but the trainees can do it.',
    'I told the owner I’d rather fire once and well than twice in a hurry.',
    'I had to disappoint two galleries.',
    'I thought about hiring a driver, but a driver costs more than the breakage.',
    'I drew a new mark. Half the guild hated it, and with reason. But buyers find us by it.',
    'The easy way was to buy glazes; I made them.',
    'I didn’t automate the last step, because it changes with every clay.',
    'I built a second rack, and every bowl dries twice. It makes each batch slower.',
    'We could have both speed and colour in theory, but I saw that we can’t have both.',
    'One colour matters more to a gallery than ten shapes.',
    'The old potters have never forgiven me for it.',
  ])
    it(`is quiet on “${action}”`, () => assert.deepEqual(found('trade-off-missing', withoutSection(action)), []));
  for (const action of [
    'I gave every trainee a key, knowing that they would look after it.',
    'I moved the kiln outside and wrote a plan for the week.',
    'The trainees ate up everything that we baked.',
    'I took the trainees over the summer and fired with them.',
    'I went with the driver to each gallery because I wanted to see the shelves.',
    'I let the kiln go on until midnight.',
    'I kept the book since 2019 and showed it to the trainees.',
    'It took longer than we thought, but we fired in May.',
    'Clay costs us 400 francs a month, versus 380 in the year before.',
    'I knew that the gallery would be angry if we were late again.',
    'I had to learn a lot about glazes.',
  ])
    it(`is raised by “${action}”`, () => assert.equal(found('trade-off-missing', withoutSection(action)).length, 1));
});

describe('vague-quantity, in other fields', () => {
  table(
    'vague-quantity',
    true,
    [
      'Many choirs came back to us after the winter.',
      'Many local farms, they have returned to our mill.',
      'In May many families switched to the early bus.',
      'Renewals rose from 50 % to 61 % by May, and members grumble markedly less.',
      'Sales went from 40 to 55 pots a week by May, and the potters argue noticeably less.',
    ],
    result,
  );
  table(
    'vague-quantity',
    false,
    [
      'Many choirs, 23 in all, came back to us after the winter.',
      'Many thanks to the choirs who came back to us.',
      'Not many families switched to the early bus.',
      'As many families came back as had left.',
      'Complaints went from 40 to 12 a month by May, and the guests complain noticeably less.',
      'Bookings rose from 40 to 61 a month by May, noticeably more than in town.',
    ],
    result,
  );
  table(
    'vague-quantity',
    false,
    ['Many families came back late from the shift, so I moved the desk to the evening.'],
    (Action) => ({ Action }),
  );
});
