import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Loop, Round } from '../../../src/core/loop/loopModel';
import { loadPlaybook } from '../../../src/core/playbook/loadPlaybook';
import { MAX_NOTES } from '../../../src/core/practice/draft';
import { EMPTY_SESSION, type Session } from '../../../src/core/sessions/sessionModel';
import { snapshot } from '../../../src/core/timer/snapshot';
import { timedRound } from '../../../src/core/timer/subject';
import { beginThinking } from '../../../src/core/timer/think';
import {
  MAX_GAP_MS,
  addMinute,
  createTimer,
  nextPhase,
  pause,
  reset,
  resume,
  start,
  stop,
  type TimerState,
} from '../../../src/core/timer/timer';
import {
  advance,
  announcement,
  currentCue,
  shortDuration,
  untilNextSecond,
} from '../../../src/webview/browser/timer/drawnTimer';
import { practiceCards, proposalViews, proposalsOf } from '../../../src/webview/host/practiceView';
import { MarkdownRenderer } from '../../../src/webview/host/renderMarkdown';
import { makeRoundView, makeTimerView, type RoundSources } from '../../../src/webview/host/roundView';
import { MAX_TEXT, clip } from '../../../src/webview/protocol/common';
import {
  decodeFromPanel,
  decodePanelState,
  decodeToPanel,
  type FromPanel,
  type TimerView,
} from '../../../src/webview/protocol/round';
import { ROUND_WORKSPACE } from '../../support/roundWorkspace';
import { sessionWith } from '../sessions/sample';

const LOOP = 'file:///ws/prep/acme';
const T0 = Date.UTC(2030, 0, 8, 9);

const playbookFiles = Object.entries(ROUND_WORKSPACE).flatMap(([path, text]) =>
  path.startsWith('prep/playbooks/acme-pm/') ? [[path.slice('prep/playbooks/acme-pm/'.length), text] as const] : [],
);
const { playbook } = loadPlaybook(new Map(playbookFiles));
const content = playbook?.rounds.find(({ id }) => id === 'system-design');

const round: Round = {
  id: 'system-design',
  number: 2,
  title: 'System Design',
  path: 'acme/rounds/02-system-design.md',
  items: [{ line: 12, text: 'Know `it`', checked: true, indent: 2, markOffset: 0, heading: 'Checklist' }],
  date: '2030-01-09',
  time: '14:00',
  pinned: false,
  status: 'planned',
  interviewers: [],
  minutes: 45,
};
const loop: Loop = {
  id: 'acme',
  company: 'Acme',
  role: 'Product Manager',
  playbook: 'acme-pm',
  firstContact: '2030-01-01',
  days: 20,
  timeZone: undefined,
  preparation: undefined,
  rounds: [{ ...round, id: 'phone-screen', number: 1, path: 'acme/rounds/01-phone-screen.md' }, round],
  feedback: undefined,
  documents: [],
  plan: undefined,
  problems: [],
};
const sources: RoundSources = {
  roundId: 'system-design',
  loopName: 'acme',
  loop,
  playbook,
  playbookProblems: [],
  today: '2030-01-08',
  stories: [],
  sessions: [],
  cheatSheet: '',
};
const view = (change: Partial<RoundSources> = {}) => makeRoundView({ ...sources, ...change }, new MarkdownRenderer());

describe('what a round panel shows', () => {
  it('comes from the loop’s files and the playbook', () => {
    const shown = view();
    assert.deepEqual([shown.title, shown.place], ['System Design', 'Round 2 of 2 · Acme Product Manager']);
    assert.deepEqual(
      shown.facts.map(({ text }) => text),
      ['Wed 9 Jan, 14:00 · tomorrow', '45 minutes', 'Planned'],
    );
    assert.deepEqual(shown.checklist, [
      { line: 12, text: 'Know `it`', html: 'Know <code>it</code>', checked: true, indent: 2, heading: 'Checklist' },
    ]);
    assert.deepEqual(
      shown.competencies.map(({ title }) => title),
      ['Scale', 'Clarity'],
    );
    assert.deepEqual(
      shown.prompts.map(({ title, hasListenFor, competencies }) => [title, hasListenFor, competencies]),
      [
        ['Fraud scores in the stream', true, ['Scale']],
        ['A cluster of ten nodes', false, ['Scale', 'Clarity']],
      ],
    );
    assert.ok(
      shown.prompts[0]?.question.includes('<strong>before</strong>') && !shown.prompts[0].question.includes('Listen'),
    );
    assert.match(
      shown.prompts[0]?.more ?? '',
      /^<ul>\n<li>asks what a wrong answer costs<\/li>\n<li>splits the <span class="prep-loop-quantity"[^>]*>40 ms<\/span>/u,
    );
    assert.equal(shown.pairs[0]?.why.trim(), '<p>The constraint is the achievement.</p>');
    assert.deepEqual(shown.troubles, []);
  });

  it('has the figures that were stated to the company, the latest first', () => {
    const offer =
      '---\nstated:\n  - { date: 2030-01-02, round: system-design, to: Sam, base: 205000 }\n  - { total: 330000 }\n---\n';
    assert.deepEqual(view({ offer }).stated, [
      'first year $330,000',
      'base $205,000 to Sam on 2030-01-02, in System Design',
    ]);
    assert.equal(view({ offer: '---\nstated: []\n---\n' }).stated, undefined);
    assert.equal(view().stated, undefined);
  });

  it('marks the metrics of what the user wrote, and none in the playbook’s guide and prompts', () => {
    const items = round.items.map((item) => ({ ...item, text: 'Answer in 40 ms' }));
    const shown = makeRoundView(
      { ...sources, loop: { ...loop, rounds: [{ ...round, items }] } },
      new MarkdownRenderer(),
      new MarkdownRenderer({ marksMetrics: false }),
    );
    const isMarked = (html: string | undefined): boolean => /prep-loop-quantity/u.test(html ?? '');
    assert.deepEqual(
      [shown.checklist[0]?.html, shown.prompts[0]?.more, shown.guide, ...shown.pairs.map(({ strong }) => strong)].map(
        isMarked,
      ),
      [true, false, false, ...shown.pairs.map(() => false)],
    );
  });

  it('marks no metrics in the items of the playbook’s own checklist', () => {
    const [written = ''] = playbook?.rounds[0]?.checklist ?? [];
    const own = 'Answer in 40 ms';
    const items = [written, own].map((text, line) => ({ ...round.items[0]!, line, text }));
    const says = (who: string) =>
      Object.assign(new MarkdownRenderer(), { renderInline: (text: string) => `${who}: ${text}` });
    const listed = { ...sources, loop: { ...loop, rounds: [{ ...round, items }] } };
    const shown = makeRoundView(listed, says('user'), says('playbook'));
    assert.deepEqual(
      shown.checklist.map(({ html }) => html),
      [`playbook: ${written}`, `user: ${own}`],
    );
  });

  it('says how far away the day is', () => {
    const when = (today: string): string | undefined => view({ today }).facts[0]?.text.split(' · ')[1];
    assert.deepEqual(['2030-01-01', '2030-01-09', '2030-01-10', '2030-02-09'].map(when), [
      'in 8 days',
      'today',
      'yesterday',
      '31 days ago',
    ]);
  });

  it('says what is wrong and where to fix it, and shows the rest', () => {
    const troubles = (change: Partial<RoundSources>) =>
      view(change).troubles.map(({ target, message }) => [target, message]);
    const problem = {
      path: 'playbook.json',
      start: 3,
      end: 4,
      message: 'A comma is missing.',
      severity: 'error',
    } as const;
    assert.deepEqual(
      troubles({ playbook: undefined, playbookProblems: [problem] }).map(([target, message]) => [
        target,
        String(message).endsWith('A comma is missing.'),
      ]),
      [['playbook', true]],
    );
    assert.equal(troubles({ playbook: undefined })[0]?.[0], 'loop');
    assert.equal(troubles({ loop: { ...loop, rounds: [] } })[0]?.[0], 'loop');
    assert.equal(troubles({ loop: undefined })[0]?.[0], undefined);
    assert.equal(
      troubles({ roundId: 'unknown', loop: { ...loop, rounds: [{ ...round, id: 'unknown' }] } })[0]?.[0],
      'playbook',
    );
    assert.deepEqual(
      troubles({
        loop: {
          ...loop,
          problems: [
            { ...problem, path: round.path, message: 'No such day.' },
            { ...problem, path: 'acme/loop.md' },
          ],
        },
      }),
      [['round', 'No such day.']],
    );
    assert.equal(view({ loop: { ...loop, rounds: [] } }).prompts.length, 2);
    assert.deepEqual(
      [view({ playbook: undefined }).checklist.length, view({ loop: undefined, playbook: undefined }).title],
      [1, 'system-design'],
    );
  });

  it('has the stories that fit, and how practice went', () => {
    const story = { path: 'stories/a.md', title: 'A', competencies: [], rounds: [], score: 71.6, sectionsFilled: 6 };
    const session: Session = {
      ...EMPTY_SESSION,
      path: 'acme/sessions/a.md',
      round: 'system-design',
      kind: 'mock',
      started: '2030-01-07T18:05:00+01:00',
      phases: [{ title: 'Estimate', planned: 600, actual: 660 }],
      scores: { scale: 3 },
      peerScores: { scale: 4, clarity: 2 },
    };
    const shown = view({
      stories: [story, { ...story, sectionsFilled: 2, score: undefined }],
      sessions: [session, { ...session, round: 'phone-screen' }],
    });
    assert.deepEqual(shown.stories, [
      { title: 'A', ready: true, score: 72 },
      { title: 'A', ready: false },
    ]);
    assert.deepEqual(shown.trend, {
      summary: '1 run · self 3, peer 3 · 1:00 over',
      runs: [
        {
          date: 'Mon 7 Jan',
          kind: 'mock',
          self: 3,
          peer: 3,
          scores: [{ self: 3, peer: 4 }, { peer: 2 }],
          overtime: 60,
        },
      ],
      phases: [{ title: 'Estimate', mean: 60 }],
    });
    assert.ok(decodeToPanel({ type: 'round', round: shown }));
  });

  it('has what feedback asks before the round’s prompts, and a point that is one of them once', () => {
    const carried = (point: string) => ({
      line: 3,
      text: `${point} ([feedback on Phone Screen](../sessions/a.md))`,
      checked: false,
      indent: 0,
      markOffset: 0,
      heading: 'Checklist',
    });
    const asked = {
      ...loop,
      rounds: [{ ...round, items: [carried('Name the **fallback** first'), carried('A cluster of ten nodes')] }],
    };
    const { prompts } = view({ loop: asked });
    assert.deepEqual(
      prompts.map(({ title, from }) => [title, from]),
      [
        ['Name the fallback first', 'Phone Screen'],
        ['Fraud scores in the stream', undefined],
        ['A cluster of ten nodes', undefined],
      ],
    );
    assert.match(prompts[0]?.question ?? '', /Name the <strong>fallback<\/strong> first/u);
    assert.deepEqual(
      practiceCards({ loop: asked, roundId: 'system-design', sessions: [] }, content).map(({ title, isFirst }) => [
        title,
        isFirst ?? false,
      ]),
      [
        ['Name the fallback first', true],
        ['Fraud scores in the stream', false],
        ['A cluster of ten nodes', false],
      ],
    );
  });

  it('has the latest mock as both scored it, side by side', () => {
    const mock = (path: string, started: string | undefined, peerScores: Session['peerScores']) =>
      sessionWith({ path, started, peerScores, scores: { scale: 3 }, peerComments: 'Say the *budget*.' });
    const sessions = [
      mock('a/2.md', '2030-01-07T18:05:00+01:00', { scale: 2, odd: 4 }),
      mock('a/1.md', '2030-01-06T18:05:00+01:00', { scale: 4 }),
      mock('a/3.md', '2030-01-08T18:05:00+01:00', {}),
      mock('a/4.md', undefined, { scale: 1 }),
    ];
    const shown = view({ sessions });
    assert.deepEqual(shown.comparison, {
      date: 'Mon 7 Jan',
      peer: 'Sam Park',
      rows: [{ title: 'Scale', self: 3, peer: 2, difference: 1 }, { title: 'Clarity' }, { title: 'odd', peer: 4 }],
      means: { self: 3, peer: 2 },
      comments: '<p>Say the <em>budget</em>.</p>\n',
    });
    assert.ok(decodeToPanel({ type: 'round', round: shown }));
    assert.equal(view({ sessions: sessions.slice(2) }).comparison, undefined);
  });

  it('proposes cards and stories for a weak score, and nothing without a playbook', () => {
    const story = {
      path: 'stories/a.md',
      title: 'a'.repeat(MAX_TEXT + 1),
      competencies: ['scale'],
      rounds: [],
      score: 71,
      sectionsFilled: 2,
    };
    assert.ok(playbook);
    const book = { ...playbook, drills: [{ group: '', question: 'Q', answer: 'A', competencies: ['scale'] }] };
    const shown = proposalViews(
      proposalsOf({ scale: 2, clarity: 3 }, book, [story, { ...story, competencies: ['clarity'] }]),
    );
    assert.deepEqual(shown, [{ competency: 'scale', cards: 1, stories: [{ title: clip(story.title), ready: false }] }]);
    const practice = {
      run: [{ title: 'Size it', minutes: 7 }, { title: 'Name the fallback' }],
      turn: { index: 1, sinceMs: 420_000, pushes: { 'Size it': 2 } },
      pinned: false,
      seen: 0,
      prompts: 0,
      notes: '',
      version: 0,
      scores: {},
      proposals: shown,
      signals: [],
      sound: false,
    };
    assert.ok(decodeToPanel({ type: 'practice', practice }));
    assert.deepEqual(proposalsOf({ scale: 1 }, undefined, [story]), []);
  });

  it('fits into a message however long the texts are', () => {
    const long = 'a `b` &'.repeat(2000);
    const huge = '&'.repeat(300_000);
    const [first] = round.items;
    assert.ok(playbook && content && first);
    const items = [
      { ...first, text: long, heading: long },
      { ...first, text: `More ${long} ([feedback on ${huge.slice(0, 20_000)}](a.md))`, checked: false },
    ];
    const sessions = [
      sessionWith({
        started: '2030-01-07T18:05:00+01:00',
        peer: { name: long, shipped: undefined },
        peerScores: { [long]: 2 },
        peerComments: huge,
      }),
    ];
    const prompts = [{ title: long, question: long, body: long, listenFor: [], competencies: [long] }];
    const book = {
      ...playbook,
      source: long,
      rounds: [
        {
          ...content,
          judges: long,
          guide: huge,
          prompts,
          pairs: [{ topic: long, weak: long, strong: long, why: long }],
        },
      ],
    };
    const shown = view({
      playbook: book,
      sessions,
      loop: {
        ...loop,
        company: long,
        rounds: [{ ...round, title: long, items }],
        problems: [{ path: round.path, start: 0, end: 1, message: long, severity: 'error' }],
      },
    });
    assert.ok(decodeToPanel({ type: 'round', round: shown }));
    assert.ok(shown.checklist[0]?.text.startsWith('a `b` &a `b`') && shown.checklist[0].text.endsWith('…'));
    assert.match(shown.checklist[0]?.html ?? '', /^a <code>b<\/code> &amp;a .*<code>b<\/code> &amp;$/u);
    assert.ok(shown.prompts[0]?.from?.endsWith('…') && shown.comparison?.peer.endsWith('…'));
    assert.ok(shown.guide.endsWith('&amp;…</p>\n'));
    const phases = [{ title: long, minutes: 1, cue: long }];
    assert.ok(
      decodeToPanel({
        type: 'timer',
        timer: makeTimerView(undefined, timedRound({ loop: LOOP, round: 'r' }), { phases }),
      }),
    );
    const timed = snapshot(
      start(createTimer({ ...plan, title: long, phases: [{ title: long, plannedMs: 1 }] }), T0),
      T0,
    );
    for (const round of ['system-design', 'r'])
      assert.ok(
        decodeToPanel({ type: 'timer', timer: makeTimerView(timed, timedRound({ loop: LOOP, round }), { phases }) }),
      );
  });

  it('is a message that the page understands', () => {
    for (const shown of [view(), view({ playbook: undefined }), view({ loop: undefined, playbook: undefined })]) {
      assert.deepEqual(decodeToPanel(JSON.parse(JSON.stringify({ type: 'round', round: shown }))), {
        type: 'round',
        round: shown,
      });
    }
  });
});

const plan = {
  subject: timedRound({ loop: LOOP, round: 'system-design' }),
  title: 'System Design',
  phases: (content?.phases ?? []).map(({ title, minutes }) => ({ title, plannedMs: minutes * 60_000 })),
};
const idle = createTimer(plan);
const running = start(idle, T0);
const seen = (state: TimerState | undefined, now = T0, roundId = 'system-design'): TimerView =>
  makeTimerView(state && snapshot(state, now), timedRound({ loop: LOOP, round: roundId }), content);

describe('the timer in a round panel', () => {
  it('is the window’s timer where that is this round’s', () => {
    const shown = seen(pause(nextPhase(running, T0 + 1000), T0 + 3000), T0 + 9000);
    assert.deepEqual([shown.status, shown.away, shown.phaseIndex, shown.other], ['paused', false, 1, undefined]);
    assert.deepEqual(
      shown.phases.map(({ elapsedMs }) => elapsedMs),
      [1000, 2000, 0, 0],
    );
    assert.equal(shown.phases[1]?.cue, 'Size partitions, state and nodes.');
    assert.deepEqual(decodeToPanel(JSON.parse(JSON.stringify({ type: 'timer', timer: shown }))), {
      type: 'timer',
      timer: shown,
    });
  });

  it('is not started in every other round, which names the one that it is on for', () => {
    const shown = seen(running, T0, 'phone-screen');
    assert.deepEqual([shown.status, shown.other, shown.phases[0]?.elapsedMs], ['idle', 'System Design', 0]);
    assert.equal(seen(stop(running, T0), T0, 'phone-screen').other, undefined);
    assert.deepEqual([seen(undefined).status, seen(undefined).phases.length], ['idle', 4]);
  });

  it('counts down the time to think before the phases, and no phase with it', () => {
    const shown = makeTimerView(
      snapshot(stop(running, T0 + 5000), T0),
      plan.subject,
      content,
      beginThinking(60_000, T0),
    );
    assert.deepEqual(
      [shown.status, shown.think, shown.phases[0]?.elapsedMs],
      ['idle', { leftMs: 60_000, totalMs: 60_000 }, 0],
    );
    assert.deepEqual(
      [
        advance(shown, 4321).think?.leftMs,
        advance(shown, 99_000).think?.leftMs,
        advance(shown, 4321).phases[0]?.elapsedMs,
      ],
      [55_679, 0, 0],
    );
    assert.equal(untilNextSecond(advance(shown, 300)), 701);
    assert.deepEqual(
      [
        announcement(seen(idle), shown),
        announcement(shown, advance(shown, 1000)),
        announcement(shown, seen(running)),
        announcement(shown, seen(idle)),
      ],
      [
        'Time to think: 1 minute.',
        undefined,
        'Started. Phase 1 of 4: Requirements.',
        'Stopped before the first phase.',
      ],
    );
    assert.ok(decodeToPanel({ type: 'timer', timer: shown }));
  });

  it('says that the last minute of a phase begins, once', () => {
    const at = (ms: number): TimerView => advance(seen(running), ms);
    const near = {
      ...seen(running),
      phases: seen(running).phases.map((phase) => ({ ...phase, elapsedMs: 0, plannedMs: 150_000 })),
    };
    assert.deepEqual(
      [
        currentCue(at(0)),
        currentCue(advance(near, 89_000)),
        currentCue(advance(near, 90_000)),
        currentCue(seen(stop(running, T0))),
      ],
      ['calm', 'calm', 'lastMinute', 'calm'],
    );
    assert.equal(announcement(advance(near, 89_500), advance(near, 90_500)), 'Requirements: 1 minute left.');
    assert.equal(announcement(advance(near, 90_500), advance(near, 91_500)), undefined);
  });

  it('goes on between two messages, no further than a gap that counts', () => {
    const shown = seen(running);
    assert.equal(advance(shown, 4321).phases[0]?.elapsedMs, 4321);
    assert.equal(advance(shown, -5).phases[0]?.elapsedMs, 0);
    assert.equal(advance(shown, 10 * MAX_GAP_MS).phases[0]?.elapsedMs, MAX_GAP_MS);
    assert.equal(advance(seen(pause(running, T0)), 4321).phases[0]?.elapsedMs, 0);
    assert.deepEqual(
      [0, 1, 999].map((ms) => untilNextSecond(advance(shown, ms))),
      [1000, 1000, 2],
    );
  });

  it('speaks of what changed, not of time passing', () => {
    const said = (from: TimerState, to: TimerState, now = T0): string | undefined =>
      announcement(seen(from, T0), seen(to, now));
    const second = nextPhase(running, T0);
    const paused = pause(running, T0);
    const slept = pause(running, T0 + MAX_GAP_MS + 1);
    assert.deepEqual(
      [
        said(idle, running),
        said(running, running, T0 + 5000),
        said(running, second),
        said(running, addMinute(running, T0)),
        said(running, paused),
        said(running, slept),
        said(paused, resume(paused, T0)),
        said(running, stop(running, T0)),
        said(running, reset(running)),
      ],
      [
        'Started. Phase 1 of 4: Requirements.',
        undefined,
        'Phase 2 of 4: Estimate, 10 minutes. Size partitions, state and nodes.',
        'One minute added to Requirements.',
        'Paused.',
        'Paused while you were away.',
        'Going on. Phase 1 of 4: Requirements.',
        'Finished after 0 seconds.',
        'Reset.',
      ],
    );
    assert.equal(announcement(undefined, seen(running)), undefined);
    const before = advance(
      { ...seen(running), phases: seen(running).phases.map((phase) => ({ ...phase, plannedMs: 10_000 })) },
      10_900,
    );
    assert.equal(announcement(before, advance(before, 100)), 'Requirements: time is up.');
    assert.equal(announcement(advance(before, 100), advance(before, 1100)), undefined);
  });

  it('labels durations briefly', () => {
    assert.deepEqual([5 * 60_000, 90 * 60_000, 120 * 60_000, 288_000, 288_999, 0].map(shortDuration), [
      '5 min',
      '1 h 30 min',
      '2 h',
      '4:48',
      '4:48',
      '0 min',
    ]);
  });
});

describe('messages between the extension and the round panel', () => {
  const good: FromPanel[] = [
    { type: 'left', action: 'continue', run: 1_900_000_000_000 },
    { type: 'given', prompt: 'Theirs' },
    { type: 'ready' },
    { type: 'timer', action: 'addMinute' },
    { type: 'toggle', line: 4, text: 'x', checked: true },
    { type: 'open', target: 'notes' },
    { type: 'link', href: 'a.md', base: 'playbook' },
    { type: 'shuffle' },
    { type: 'findStory' },
    { type: 'choose', prompt: 'A scorer' },
    { type: 'pin', pinned: true },
    { type: 'filter' },
    { type: 'filter', competency: 'scale' },
    { type: 'notes', text: '' },
    { type: 'mark' },
    { type: 'mark', signal: 'latency' },
    { type: 'score', competency: 'scale', score: 4 },
    { type: 'signal', signal: 'latency', shown: true },
    { type: 'save' },
    { type: 'story', index: 0, title: 'A' },
    { type: 'open', target: 'session' },
    { type: 'proposed', competency: 'scale', index: 0, title: 'A' },
    { type: 'review', competency: 'scale' },
  ];

  it('are understood', () => {
    for (const message of good) assert.deepEqual(decodeFromPanel(message), message);
    assert.deepEqual(decodePanelState({ loop: LOOP, round: 'r' }), { loop: LOOP, round: 'r' });
  });

  it('are nothing when forged or malformed', () => {
    const bad: unknown[] = [
      undefined,
      null,
      'ready',
      [],
      {},
      { type: 'command', command: 'workbench.action.quit' },
      { type: 'ready', command: 'x' },
      { type: 'timer' },
      { type: 'timer', action: 'dispose' },
      { type: 'timer', action: 'constructor' },
      { type: 'timer', action: 'start', loop: 'file:///other' },
      { type: 'toggle', line: -1, text: 'x', checked: true },
      { type: 'toggle', line: 1.5, text: 'x', checked: true },
      { type: 'toggle', line: 1, text: 7, checked: true },
      { type: 'toggle', line: 1, text: 'x' },
      { type: 'toggle', line: 1, text: 'x', checked: true, uri: 'file:///etc/passwd' },
      { type: 'open', target: '../../etc/passwd' },
      { type: 'open', target: 'round', uri: 'x' },
      { type: 'score', competency: 'scale', score: 5 },
      { type: 'left', action: 'delete', run: 1 },
      { type: 'left', action: 'save' },
      { type: 'given', prompt: 7 },
      { type: 'score', competency: 'scale', score: 2.5 },
      { type: 'signal', signal: 'x' },
      { type: 'save', uri: 'x' },
      { type: 'story', index: -1, title: 'A' },
      { type: 'story', index: 0, path: 'x' },
      { type: 'proposed', index: 0, title: 'A' },
      { type: 'proposed', competency: 'scale', index: 0.5, title: 'A' },
      { type: 'proposed', competency: 'scale', index: 0, title: 'A', path: 'x' },
      { type: 'review', competency: 'scale', loop: 'file:///other' },
      { type: 'shuffle', prompt: 'x' },
      { type: 'choose' },
      { type: 'pin', pinned: 'yes' },
      { type: 'filter', competency: 7 },
      { type: 'notes' },
      { type: 'notes', text: 'x'.repeat(MAX_NOTES + 1) },
      { type: 'mark', signal: {} },
      { type: 'link', href: '', base: 'round' },
      { type: 'link', href: 'x'.repeat(2049), base: 'round' },
      { type: 'link', href: 'a.md', base: '/' },
    ];
    for (const message of bad) assert.equal(decodeFromPanel(message), undefined, JSON.stringify(message));
    for (const state of [
      undefined,
      null,
      'x',
      {},
      { loop: 7, round: 'r' },
      { loop: '', round: 'r' },
      { loop: LOOP },
      { loop: LOOP, round: 'x'.repeat(201) },
    ])
      assert.equal(decodePanelState(state), undefined);
    for (const message of [
      {},
      { type: 'timer', timer: { status: 'on' } },
      { type: 'round', round: {} },
      { type: 'notice' },
    ])
      assert.equal(decodeToPanel(message), undefined);
  });

  it('never make a decoder throw (property)', () => {
    fc.assert(
      fc.property(fc.anything(), (value) =>
        assert.deepEqual(
          [decodeFromPanel(value), decodeToPanel(value), decodePanelState(value)],
          [undefined, undefined, undefined],
        ),
      ),
    );
  });
});
