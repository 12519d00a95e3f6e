/** What a model had to hold, and what a task had asked besides: whether the story comes back to it. */
import assert from 'node:assert/strict';
import { found } from './sound';

const sections = (parts: Readonly<Record<string, string>>): string =>
  Object.entries(parts)
    .map(([heading, text]) => `## ${heading}\n\n${text}\n`)
    .join('\n');

describe('A model as the achievement', () => {
  const story = (Action: string, Result: string): string => sections({ Action, Result });
  for (const [action, result, named] of [
    [
      'I swapped the table in the signal box for a Bayesian network, and taught the yard how to read it.',
      'Wagons sent to the wrong track went from 4 % of all wagons to 1 % since June.',
      'swapped the table in the signal box for a Bayesian network',
    ],
    [
      'I asked the nurses what they look at first, and wrote it down.',
      'I have brought the whole triage of the eye clinic onto a vision model.',
      'brought the whole triage of the eye clinic onto a vision model',
    ],
    [
      'I rang the hotels and asked for better pictures.',
      'Bookings per visit rose from 1.1 to 1.4 in May, thanks to the ranking model that I built.',
      'ranking model that I built',
    ],
    [
      'I fine-tuned a Qwen model on the letters of forty years, and read two hundred of its answers.',
      'Readers of the archive have their answer on the day they ask.',
      'fine-tuned a Qwen model',
    ],
    [
      'I built a digital twin of the dye works, and let the foremen break it.',
      'A recipe is tried on the twin before anybody touches the vat.',
      'built a digital twin',
    ],
    [
      'I put a small neural net on the hydrophone, and labelled the whales by ear.',
      'Ships slow down when one is near, and strikes fell from nine to two in the season.',
      'put a small neural net',
    ],
    [
      'I built a model that predicts which tram will stand still, and I gave the list to the depot.',
      'Breakdowns went from 31 to 12 a month since May.',
      'built a model that predicts',
    ],
    [
      'We shipped a clerk for parking fines that was built on Llama, and I answered the first letters with it.',
      'The town is delighted, and two more towns have asked.',
      'built on Llama',
    ],
  ] as const)
    it(`is asked what it had to hold: “${action}”, “${result}”`, () =>
      assert.deepEqual(found('constraint-missing', story(action, result)), [named]));

  for (const [action, result] of [
    [
      'I replaced the rules with a graph neural network. It has decided 80 ms after the card is in.',
      'Stolen cards went from 0.9 % of turnover to 0.5 % since June.',
    ],
    ['I put a small neural net on the buoy; the battery has to last a winter.', 'Ships slow down when one is near.'],
    ['I brought the whole catalogue onto one list, and moved the archive onto new shelves.', 'Readers find it.'],
    ['I built a model that shows children how a lock works, out of oak.', 'The museum has put it into the hall.'],
    ['I put a network of forty volunteers on the phones.', 'Calls are answered, thanks to the network that I built.'],
    ['I compared a language model with our list and swapped nothing.', 'The wards look at the list every morning.'],
    ['I swapped the old hall for a model kitchen.', 'Cooks come to see it, thanks to the kitchen that I built.'],
    ['I brought the question of the language model to the board.', 'The board has asked for a second opinion.'],
    ['I put the language model team on the first floor.', 'They talk to the editors, who are glad of it.'],
    ['I built the stall on Saturdays, and fine-tuned the Linzer torte.', 'Guests like it, and it sells out.'],
  ] as const)
    it(`is not, or has said it: “${action}”, “${result}”`, () =>
      assert.deepEqual(found('constraint-missing', story(action, result)), []));

  // What a share is of, and how often the plant runs, passed for what the model was run under.
  it('has said nothing of it with a share of the turnover, or with the availability of a plant', () => {
    const action = 'I trained a recurrent network on the error that was left over.';
    for (const result of [
      'Chargebacks went from 0.9 % of turnover to 0.5 % since June.',
      'Availability of the turbines is at 98.1 % since June, up from 95 %.',
    ])
      assert.equal(found('constraint-missing', story(action, result)).length, 1, result);
  });
});

describe('What a task asks besides', () => {
  const story = (Task: string, Result: string): string =>
    sections({ Task, Action: 'I talked to everybody, one by one, and wrote it down.', Result });
  const classes = 'Evening classes went from 12 to 19 within the year.';
  const wait = 'Cars wait for 12 minutes since May, after 31.';
  for (const [task, result, asked] of [
    [
      'The board wanted more evening classes and the Saturday choir left as it is.',
      classes,
      'the Saturday choir left as it is',
    ],
    [
      'I was to get more evening classes going and our Saturday choir left alone.',
      classes,
      'our Saturday choir left alone',
    ],
    [
      'Shorten the queue at the ferry without hiring anyone.',
      `${wait} Everybody remains in the car.`,
      'without hiring anyone',
    ],
    ['Shorten the queue at the ferry and do not touch the timetable.', wait, 'do not touch the timetable'],
    [
      'Shorten the queue at the ferry, but not at the expense of the cyclists.',
      wait,
      'not at the expense of the cyclists',
    ],
    [
      'I had to have the dictionary printed by August, with the money we had.',
      'It was out on 20 July, and the schools like the paper.',
      'with the money we had',
    ],
    [
      'The council wanted 80 new allotments within a year, half of them in the old town.',
      'We had 84 after ten months, and the fence is up.',
      'half of them in the old town',
    ],
    [
      'Fewer breakages on the road, those of the glass and those of the china.',
      'Broken glass fell from 3 % to 1 % of the boxes in six months.',
      'those of the china',
    ],
    [
      'I was to shorten the repairs, both for the lifts and for the escalators.',
      'A lift is back after two hours since May; it used to take nine.',
      'for the escalators',
    ],
  ] as const)
    it(`is left open: “${task}”, “${result}”`, () =>
      assert.deepEqual(found('task-unanswered', story(task, result)), [asked]));

  for (const [task, result] of [
    ['The board wanted more evening classes and the Saturday choir left as it is.', `${classes} The choir sings on.`],
    [
      'I was to get more evening classes going and our Saturday choir left alone.',
      `${classes} Nobody has had to move.`,
    ],
    ['Shorten the queue at the ferry without hiring anyone.', `${wait} We are nine, as we were in the year before.`],
    ['Shorten the queue at the ferry without hiring anyone.', `${wait} The crew of nine did it.`],
    ['Shorten the queue at the ferry without adding a lane.', `${wait} There is one lane fewer.`],
    ['Shorten the queue without adding a step to the booking.', `${wait} Registering is one field shorter.`],
    ['Shorten the queue at the ferry and do not touch the timetable.', `${wait} It sails at the same times.`],
    [
      'Shorten the queue at the ferry, but not at the expense of the cyclists.',
      `${wait} The cyclists are on board first.`,
    ],
    ['I had to have the dictionary printed by August, with the money we had.', 'It was out on 20 July, for €300 less.'],
    ['I had to have it printed by August, with the people we had.', 'It was out on 20 July, by the four of us.'],
    [
      'The council wanted 80 new allotments, half of them in the old town.',
      'Of the 84 that we had, 45 lie within the walls.',
    ],
    [
      'The council wanted 80 new allotments, half of them in the old town.',
      'We had 84 after ten months, 52 % of them there.',
    ],
    [
      'Fewer breakages on the road, those of the glass and those of the china.',
      'Broken glass fell from 3 % to 1 % and broken china from 4 % to 2 % in six months.',
    ],
    [
      'I was to shorten the repairs, both for the lifts and for the escalators.',
      'A lift is back after two hours since May; it used to take nine. All the others take three.',
    ],
    [
      'I was to shorten the repairs, for the tenants and for the house.',
      'A repair takes two hours since May, after nine.',
    ],
  ] as const)
    it(`is not, or is answered: “${task}”, “${result}”`, () =>
      assert.deepEqual(found('task-unanswered', story(task, result)), []));
});
