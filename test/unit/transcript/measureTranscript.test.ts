import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countWords } from '../../../src/core/story/countWords';
import { guessSpeaker } from '../../../src/core/transcript/guessSpeaker';
import { hesitationsIn, type HesitationKind } from '../../../src/core/transcript/hesitations';
import { measureTranscript, type TranscriptContext } from '../../../src/core/transcript/measureTranscript';
import { questionsMet, unsaidTerms } from '../../../src/core/transcript/questionsMet';
import { paceByPhase, paceOfSpeaker, shareOfTalking } from '../../../src/core/transcript/speakingPace';
import { figuresOfTurn, firstFigure } from '../../../src/core/transcript/saidFigures';
import { toldStories } from '../../../src/core/transcript/toldStories';
import { LABELS, readFixture, transcriptOf } from './labelled';

const NOTHING: TranscriptContext = { plan: [], signals: [], texts: '', prompts: [], stories: [] };
const found = (text: string, ...kinds: HesitationKind[]): string[] =>
  hesitationsIn(text)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ words }) => words);
const fillers = (text: string): string[] => found(text, 'sound', 'phrase');
const hedges = (text: string): string[] => found(text, 'hedge');

describe('What a transcript says of the candidate', () => {
  for (const [name, label] of Object.entries(LABELS))
    it(`is counted in ${name}: fillers, hedges, the longest stretch and the first figure`, () => {
      const transcript = readFixture(name);
      const measures = measureTranscript(transcript, label.you, NOTHING);
      assert.equal(measures.isEnglish, label.language !== 'other');
      assert.equal(measures.fillers?.count ?? null, label.fillers);
      assert.equal(measures.hedges?.count ?? null, label.hedges);
      if (label.monologue) assert.deepEqual([measures.monologue?.start, measures.monologue?.end], label.monologue);
      if (label.figure) assert.deepEqual([measures.firstFigure?.at ?? null, measures.firstFigure?.text], label.figure);
    });

  it('switches the English lists off in another language', () => {
    const { fillers, hedges, questions, unsaid } = measureTranscript(readFixture('german.vtt'), 'Zoë Müller', NOTHING);
    assert.deepEqual([fillers, hedges, questions, unsaid], [undefined, undefined, undefined, undefined]);
  });

  it('takes all for the candidate’s where no speaker is named', () => {
    const measures = measureTranscript(readFixture('no-speakers.txt'), '', NOTHING);
    assert.deepEqual([measures.share, measures.questions], [undefined, undefined]);
    assert.equal(measures.words, LABELS['no-speakers.txt']?.words?.[0]);
  });
});

describe('Fillers', () => {
  it('are sounds, and not the words and units that look like them', () => {
    assert.deepEqual(fillers('Um, so, uh, er, it was hmm slow.'), ['um', 'uh', 'er', 'hmm']);
    assert.deepEqual(fillers('Mm-hmm. Uh-huh. The ER was 5 mm away.'), []);
  });

  it('are “like” where it is no verb and compares nothing', () => {
    for (const text of ['It was, like, huge.', 'Like, we had no idea.', 'We shipped it and like we never looked.'])
      assert.deepEqual(fillers(text), ['like'], text);
    for (const text of [
      'I like Kafka.',
      'I would like to start.',
      'It looks like, well, a bug.',
      'Tools like Kafka, like Flink.',
      'It felt like a failure.',
      'What is it like?',
      'Something like that, and people like you.',
      'I really like, and use, both.',
    ])
      assert.deepEqual(fillers(text), [], text);
  });

  it('are “you know” and “I mean” where nothing is known or meant', () => {
    for (const text of ['It was, you know, slow.', 'It was you know pretty slow.', 'You know, we tried.'])
      assert.deepEqual(fillers(text), ['you know'], text);
    for (const text of [
      'Do you know Kafka?',
      'You know how it is.',
      'As you know, we tried.',
      'You know the team.',
      'If you know what broke.',
    ])
      assert.deepEqual(fillers(text), [], text);
    assert.deepEqual(fillers('I mean, it broke.'), ['i mean']);
    assert.deepEqual(fillers('That is what I mean. I mean it.'), []);
  });
});

describe('Hedges', () => {
  it('weaken what is said', () => {
    assert.deepEqual(hedges('I think it was maybe kind of slow, I guess, or something.'), [
      'i think',
      'maybe',
      'kind of',
      'i guess',
      'or something',
    ]);
  });

  it('are not “a kind of”, “how I think about” and what is not known', () => {
    for (const text of [
      'It is a kind of queue.',
      'What kind of load?',
      'A new kind of index.',
      'That is how I think about it.',
      'I think about cost first.',
      'I don’t know the cause.',
      'We wanted to be honest about it.',
      'Or something else entirely.',
    ])
      assert.deepEqual(hedges(text), [], text);
  });
});

describe('A long turn', () => {
  const sentence = fc.constantFrom(
    'So, um, it was, like, huge. ',
    'I think it was kind of slow, you know? ',
    'p99 fell from 120 ms to 35 ms! ',
    'Mm-hmm. ',
    'We rolled it back in 11 minutes, or something. ',
    'Nothing to see here, and no end of it ',
  );

  it('has the fillers and hedges of its sentences, each at its place (property)', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), fc.nat(300), (sentences, many) => {
        const whole = `${sentences.join('').trimEnd()}. `;
        const text = whole.repeat(many + 1);
        const each = hesitationsIn(whole);
        const all = hesitationsIn(text);
        assert.equal(all.length, each.length * (many + 1));
        for (const { words, start } of all)
          assert.equal(text.slice(start, start + words.length).toLowerCase(), words, text.slice(start, start + 20));
      }),
      { numRuns: 40 },
    );
  });

  it('has its first figure where the first of all its figures is (property)', () => {
    const words = fc.array(fc.constantFrom('and so on and on', 'one thing', 'it'), { maxLength: 900 });
    fc.assert(
      fc.property(
        words,
        words,
        fc.constantFrom('11 minutes', 'from 120 ms to 35 ms', '2%'),
        (before, after, figure) => {
          const { turns } = transcriptOf(`Ben  0:00\n${before.join(' ')} it\n${figure} ${after.join(' ')}`);
          const [turn] = turns;
          assert.ok(turn);
          const { quantity: _quantity, ...first } = firstFigure(turns) ?? {};
          const { quantity: _other, ...expected } = figuresOfTurn(turn)[0] ?? {};
          assert.deepEqual(first, expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('takes time in proportion to its length: no step goes through all of it for each part', () => {
    const line = 'So, um, we rolled the release back in 11 minutes, and the deploy logs had it. ';
    const seconds = (length: number): number => {
      const { turns, ...rest } = transcriptOf(`${line}\n`.repeat(length / line.length));
      const began = process.cpuUsage().user;
      measureTranscript({ ...rest, turns }, '', { ...NOTHING, texts: 'cost', signals: ['cost'] });
      return (process.cpuUsage().user - began) / 1e6;
    };
    seconds(50_000);
    const [short, long] = [seconds(80_000), seconds(640_000)];
    assert.ok(long < Math.max(0.05, short) * 8 * 3, `${short} s, then ${long} s for eight times as much`);
  }).timeout(60_000);
});

describe('The pace', () => {
  const talk = transcriptOf(
    `WEBVTT\n\n${[
      ['00:00', '00:10', 'Ana', 'one '.repeat(50)],
      ['00:10', '00:40', 'Ben', 'two '.repeat(60)],
      ['00:50', '01:10', 'Ben', 'two '.repeat(60)],
    ]
      .map(([from, to, who, text]) => `${from}.000 --> ${to}.000\n<v ${who}>${text}`)
      .join('\n\n')}`,
  );

  it('counts the candidate’s words over the candidate’s own speaking time', () => {
    const { words, seconds, wordsPerMinute } = paceOfSpeaker(talk, 'Ben');
    assert.deepEqual([words, seconds, wordsPerMinute], [120, 50, 144]);
  });

  it('is laid on the phases of the round: what is said across the end of one is shared out', () => {
    const plan = [
      { title: 'Frame', minutes: 0.5 },
      { title: 'Size', minutes: 0.5 },
    ];
    assert.deepEqual(
      paceByPhase(talk, 'Ben', plan).map(({ title, words, seconds }) => [title, words, seconds]),
      [
        ['Frame', 40, 20],
        ['Size', 50, 20],
        ['', 30, 10],
      ],
    );
  });

  it('leaves the silence out that follows where only beginnings are written', () => {
    const { seconds } = paceOfSpeaker(transcriptOf('Ben  0:00\nFour words are said.\nAna  5:00\nHello.'), 'Ben');
    assert.equal(seconds, 4);
  });

  it('adds up over the speakers (property)', () => {
    const turn = fc.tuple(
      fc.constantFrom('Ana', 'Ben', 'Zoe'),
      fc.constantFrom('one', 'two words', 'three words here'),
    );
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 15 }), (turns) => {
        const transcript = transcriptOf(
          `WEBVTT\n\n${turns.map(([who, text], at) => `00:${String(at * 3).padStart(2, '0')}.000 --> 00:${String(at * 3 + 2).padStart(2, '0')}.000\n<v ${who}>${text}`).join('\n\n')}`,
        );
        const all = turns.reduce((sum, [, text]) => sum + countWords(text), 0);
        const each = transcript.speakers.map((speaker) => measureTranscript(transcript, speaker, NOTHING));
        assert.equal(
          each.reduce((sum, { words }) => sum + words, 0),
          all,
        );
        const shares = transcript.speakers.map((speaker) => shareOfTalking(transcript, speaker));
        assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
        const phases = paceByPhase(transcript, turns[0]![0], [{ title: 'A', minutes: 0.25 }]);
        const own = paceOfSpeaker(transcript, turns[0]![0]);
        const inPhases = phases.reduce((sum, { seconds }) => sum + seconds, 0);
        assert.ok(Math.abs(inPhases - own.seconds) < 1e-6);
      }),
      { numRuns: 100 },
    );
  });
});

const STORY = `---
title: Checkout back in 11 minutes
---

## Impact

Checkout was back in 11 minutes, which kept $300k of orders. p99 latency fell from 120 ms to 35 ms, and 2% of the orders failed.

## Action

I rolled the release back, compared the deploy logs with the payment errors, and wrote the runbook for the on-call engineers.
`;
const STORY_OF_PRICES =
  '## Impact\n\nRevenue rose by 13% after I tested a new price list with small firms; all firms of the region got it a quarter later.\n';
const story = (id: string, text: string, title = id) => ({ id, title, impact: '', body: text, competencies: [], text });

describe('A story that was met', () => {
  const answer =
    'Ben: So I was on call when checkout failed, and I rolled the release back in 11 minutes. I compared deploy logs with payment errors. The p99 latency went from 120 ms to 40 ms, and later I wrote a runbook for on-call engineers.';
  const talk = transcriptOf(`Ana: Tell me about an outage.\n${answer}\nAna: Thanks.\nBen: Sure.`);
  const stories = [
    story('checkout', STORY, 'Checkout back in 11 minutes'),
    story('pricing', '## Impact\n\nRevenue rose by 13% after I tested a new price list with small firms.\n'),
  ];

  it('is found by the words that it and the answer have in common', () => {
    const told = toldStories(
      stories,
      talk.turns.filter(({ speaker }) => speaker === 'Ben'),
    );
    assert.deepEqual(
      told.map(({ id, turns }) => [id, turns.length]),
      [['checkout', 1]],
    );
    assert.deepEqual(
      toldStories(stories, transcriptOf('Ben: ' + 'Kafka has topics and brokers. '.repeat(10)).turns),
      [],
    );
  });

  it('is found wherever it is told in a transcript without names', () => {
    // Only the first 4,000 characters of a turn were matched, and a text without names is one turn.
    const filler = 'We talked about the team and the weather of that week. ';
    const other =
      'Revenue rose by 13% after I tested a new price list with small firms, and the price list went to all firms of our region a quarter later, which we had not planned.';
    const text = answer.slice('Ben: '.length);
    for (const between of [filler.repeat(120), Array.from({ length: 120 }, () => filler).join('\n')]) {
      const { turns } = transcriptOf(`${between}\n${text}\n${between}\n${other}`);
      assert.deepEqual(
        toldStories([story('checkout', STORY), story('pricing', STORY_OF_PRICES)], turns).map(({ id }) => id),
        ['checkout', 'pricing'],
      );
      const [met] = measureTranscript(transcriptOf(`${between}\n${text}`), '', { ...NOTHING, stories }).stories;
      assert.equal(met?.figures[0]?.outcome, 'said');
    }
  });

  it('is told where it is told: the parts of a long turn say all of it, in order (property)', () => {
    const words = fc.array(fc.constantFrom('checkout', 'release', 'rolled', 'a', 'I'), {
      minLength: 1,
      maxLength: 900,
    });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (lines) => {
        const { turns } = transcriptOf(lines.map((line) => line.join(' ')).join('\n'));
        const all = story('all', `${STORY} checkout release rolled`);
        for (const { turns: told } of toldStories([all], turns))
          for (const { text, pieces } of told) {
            assert.ok(text.length <= 1600);
            assert.equal(pieces.map((piece) => piece.text).join(' '), text);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('has its figures said, changed or left out', () => {
    const [met] = measureTranscript(talk, 'Ben', { ...NOTHING, stories }).stories;
    assert.deepEqual(
      met?.figures.map(({ text, outcome, said }) => [text, outcome, said?.text]),
      [
        ['11 minutes', 'said', '11 minutes'],
        ['$300k', 'left out', undefined],
        ['from 120 ms to 35 ms', 'changed', 'from 120 ms to 40 ms'],
        ['2%', 'left out', undefined],
      ],
    );
  });
});

const prompts = [
  { title: 'A scorer on ten nodes', question: 'Design a service that scores every ad request on a 10-node cluster.' },
  { title: 'A failure', question: 'Tell me about a time you failed.' },
];

describe('The questions of a transcript', () => {
  it('are held against the prompts; courtesies and short follow-ups are none', () => {
    const { turns } = transcriptOf(
      `Ana: Can you hear me? How are you? Great. Let’s design a service that scores ad requests on a cluster.
Ben: Sure.
Ana: Why? And what would you charge small customers for storage? Does that make sense?
Ben: Yes.`,
    );
    assert.deepEqual(
      questionsMet(
        turns.filter(({ speaker }) => speaker === 'Ana'),
        prompts,
      ).map(({ text, prompt }) => [text, prompt]),
      [
        ['Let’s design a service that scores ad requests on a cluster.', 'A scorer on ten nodes'],
        ['And what would you charge small customers for storage?', undefined],
      ],
    );
  });

  it('are found without question marks where the transcript has none', () => {
    const { turns } = transcriptOf(
      'Ana: tell me about the outage of the checkout\nBen: it broke\nAna: how did customers notice the outage\nBen: they called',
    );
    assert.equal(
      questionsMet(
        turns.filter(({ speaker }) => speaker === 'Ana'),
        prompts,
      ).length,
      2,
    );
  });
});

describe('A long question', () => {
  it('is shown cut off, between words where it has some', () => {
    const asked = (text: string): string | undefined =>
      questionsMet(transcriptOf(`Ana: ${text}`).turns, prompts)[0]?.text;
    const words = asked(`Why did customers ${'notice the outage '.repeat(30)}?`);
    assert.match(words ?? '', / (?:notice|the|outage)…$/u);
    assert.ok((words?.length ?? 999) <= 240);
    // A language without spaces was not cut at all.
    assert.equal(asked(`なぜ customers 停止 outage ${'お客様は停止に気づきましたか'.repeat(40)}？`)?.length, 240);
  });
});

describe('Terms of the playbook', () => {
  it('are those signals that the round’s own texts say; what was said in any form is not missing', () => {
    assert.deepEqual(
      unsaidTerms(
        ['backpressure', 'cost', 'own decision'],
        'Watch backpressure and costs.',
        transcriptOf('The cost was low.').turns,
      ),
      ['backpressure'],
    );
  });

  it('are not missing where a stem is written otherwise than its word, or the first word is one letter', () => {
    const signals = ['key metrics', 'A/B test', 'using data'];
    const said = transcriptOf('We ran an A/B test. It was a key metric. I was using data.').turns;
    assert.deepEqual(unsaidTerms(signals, signals.join('. '), said), []);
  });
});

describe('Which speaker is the candidate', () => {
  const talk = readFixture('zoom-recording.vtt');

  it('is known by an earlier answer, by a label, or as the only one who is not of the round', () => {
    assert.deepEqual(guessSpeaker(talk, ['BEN OSEI']), { speaker: 'Ben Osei', isSure: true });
    assert.deepEqual(guessSpeaker(talk, [], ['ana ruiz']), { speaker: 'Ben Osei', isSure: true });
    assert.deepEqual(guessSpeaker(readFixture('notes-by-hand.txt')), { speaker: 'me', isSure: true });
    assert.deepEqual(guessSpeaker(readFixture('question-answer.txt')), { speaker: 'A', isSure: true });
    assert.deepEqual(guessSpeaker(readFixture('no-speakers.txt')), { speaker: '', isSure: true });
  });

  it('is only guessed by who talks most and asks least', () => {
    assert.deepEqual(guessSpeaker(talk), { speaker: 'Ben Osei', isSure: false });
  });
});
