import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cueCards } from '../../../src/core/story/rehearse';
import { decodeTimer, encodeTimer } from '../../../src/core/timer/persisted';
import { snapshot } from '../../../src/core/timer/snapshot';
import { timedRound, type TimedStory, type TimerSubject } from '../../../src/core/timer/subject';
import { createTimer, nextPhase, start } from '../../../src/core/timer/timer';
import {
  makeRehearsalView,
  missingView,
  rehearsalPlan,
  timedContent,
  type RehearsedStory,
} from '../../../src/webview/host/rehearseView';
import { makeTimerView } from '../../../src/webview/host/roundView';
import { MarkdownRenderer } from '../../../src/webview/host/renderMarkdown';
import {
  decodeFromRehearsePanel,
  decodeRehearseState,
  decodeToRehearsePanel,
  VERSION_IDS,
  type FromRehearsePanel,
} from '../../../src/webview/protocol/rehearse';

const URI = 'file:///w/prep/stories/bid-model.md';
const timedStory = (version: string): TimedStory => ({ kind: 'story', uri: URI, version });
const isRehearsal = ({ kind }: TimerSubject): boolean => kind === 'story';
const rehearsedVersion = (subject: TimerSubject): string | undefined =>
  subject.kind === 'story' ? subject.version : undefined;
const TEXT = `# Bid model

## Impact

I raised revenue by **$2M** a year for 4,000 advertisers. It held.

## Situation

Our bids were scored in batches. <img src=x onerror=alert(1)> They came an hour late, and nobody in the whole of the company had asked why that was so for a very long time.

## Action

I chose a small_model, moved its features into the stream, and rolled it out by partition. We met.

## Result

Win rates rose by 18%.
`;
const renderer = new MarkdownRenderer();
const read = (text: string, pace = 100): RehearsedStory => ({
  title: 'Bid model',
  rehearsal: cueCards(text, { wordsPerMinute: pace }),
  pace,
});
const STORY = read(TEXT);

describe('What the panel shows of a story to rehearse', () => {
  it('is the chosen version: a card for each part, with its cue, its words and its time', () => {
    const view = makeRehearsalView(STORY, '30', renderer);
    assert.deepEqual(
      view.cards.map(({ title, words, leftOut }) => [title, words.length, leftOut]),
      [
        ['Impact', 2, 0],
        ['Situation', 0, 1],
        ['Action', 2, 0],
        ['Result', 0, 0],
      ],
    );
    assert.match(
      view.cards[0]?.cue ?? '',
      /^I raised revenue by <span class="prep-loop-quantity" [^>]*><strong>\$2M<\/strong> a year<\/span>/u,
    );
    assert.deepEqual(
      [view.words, view.sentences, view.sentencesInAll, view.pace, view.trouble],
      [41, 6, 7, 100, undefined],
    );
    const full = makeRehearsalView(STORY, 'full', renderer);
    assert.deepEqual(
      full.cards.map(({ words, leftOut }) => [words.length, leftOut]),
      [
        [2, 0],
        [2, 0],
        [2, 0],
        [0, 0],
      ],
    );
    assert.equal(Math.round((full.cards[0]?.spoken ?? 0) * 10), 72);
  });

  it('offers all versions, with how long each takes and may take', () => {
    const { versions } = makeRehearsalView(STORY, '90', renderer);
    assert.deepEqual(
      versions.map(({ id, target, fits }) => [id, target, fits]),
      [
        ['30', 30, true],
        ['90', 90, true],
        ['180', 180, true],
        ['full', 150, true],
      ],
    );
    assert.deepEqual(
      versions.map(({ spoken }) => Math.round(spoken * 10) / 10),
      [24.6, 39, 39, 39],
    );
  });

  it('lets no HTML from the story through', () => {
    for (const version of VERSION_IDS)
      assert.doesNotMatch(JSON.stringify(makeRehearsalView(STORY, version, renderer)), /<img/u);
  });

  it('says what is wrong: nothing said yet, a first sentence that is too long, a story over its target, a story gone', () => {
    const trouble = (text: string, version: (typeof VERSION_IDS)[number]) =>
      makeRehearsalView(read(text), version, renderer).trouble;
    assert.match(trouble('# Empty\n', '30')?.message ?? '', /is still empty/u);
    const long = `I raised revenue by $2M ${'and so on '.repeat(30)}at last.`;
    assert.match(trouble(long, '30')?.message ?? '', /first sentence alone takes 59 s/u);
    assert.equal(trouble(long, '90'), undefined);
    assert.match(trouble(`---\nspoken: 30\n---\n${long}`, 'full')?.message ?? '', /takes 29 s longer than its target/u);
    assert.deepEqual(missingView('A', '90', 'Gone.').trouble, { message: 'Gone.', target: 'stories' });
  });

  it('fits into a message however long a sentence or a title is', () => {
    const story = {
      ...read(`# Bid model\n\n## Impact\n\n${'and so on, '.repeat(20_000)}it held.`),
      title: 'x'.repeat(20_000),
    };
    assert.ok(decodeToRehearsePanel({ type: 'rehearsal', rehearsal: makeRehearsalView(story, 'full', renderer) }));
    assert.ok(
      decodeToRehearsePanel({
        type: 'timer',
        timer: makeTimerView(undefined, timedStory('full'), timedContent(story, 'full')),
      }),
    );
    assert.ok(decodeToRehearsePanel({ type: 'rehearsal', rehearsal: missingView(story.title, '90', story.title) }));
  });

  it('can be sent to the page, and is understood there', () => {
    for (const version of VERSION_IDS) {
      const message = { type: 'rehearsal', rehearsal: makeRehearsalView(STORY, version, renderer) };
      assert.deepEqual(decodeToRehearsePanel(JSON.parse(JSON.stringify(message))), message);
    }
  });
});

describe('The timer of a rehearsal', () => {
  it('has a phase for each card, by its share of the words; together they fill the version’s time', () => {
    for (const version of VERSION_IDS) {
      const plan = rehearsalPlan(STORY, URI, version);
      assert.ok(plan);
      assert.equal(
        plan.phases.reduce((sum, { plannedMs }) => sum + plannedMs, 0),
        version === 'full' ? 150_000 : Number(version) * 1000,
      );
      assert.deepEqual(
        plan.phases.map(({ title }) => title),
        ['Impact', 'Situation', 'Action', 'Result'],
      );
      assert.ok(plan.phases.every(({ plannedMs }) => plannedMs >= 1000 && plannedMs % 1000 === 0));
    }
    assert.equal(rehearsalPlan(STORY, URI, '90')?.title, 'Bid model (90 s)');
    assert.equal(rehearsalPlan(read('# Empty\n'), URI, '90'), undefined);
  });

  it('gives each phase its cue in plain words', () => {
    assert.deepEqual(
      timedContent(STORY, '30').phases.map(({ cue }) => cue),
      [
        'I raised revenue by $2M a year for 4,000 advertisers.',
        'Our bids were scored in batches.',
        'I chose a small_model, moved its features into the stream, and rolled it out by partition.',
        'Win rates rose by 18%.',
      ],
    );
  });

  it('is one phase for a story in too many parts for a timer', () => {
    const story = read(Array.from({ length: 400 }, (_, index) => `I cut ${index} costs.`).join('\n\n'));
    assert.deepEqual(
      timedContent(story, 'full').phases.map(({ title, minutes }) => [title, minutes]),
      [['The story', 2.5]],
    );
  });

  it('is the window’s one timer: kept, read back, and told from a round’s', () => {
    const plan = rehearsalPlan(STORY, URI, '90');
    assert.ok(plan);
    const running = nextPhase(start(createTimer(plan), 1000), 3000);
    assert.deepEqual(decodeTimer(JSON.parse(JSON.stringify(encodeTimer(running)))), running);
    const shot = snapshot(running, 3000);
    const round = timedRound({ loop: 'file:///w/prep/acme', round: 'system-design' });
    assert.deepEqual(
      [isRehearsal(shot.subject), rehearsedVersion(shot.subject), shot.loopUri, shot.title],
      [true, '90', URI, 'Bid model (90 s)'],
    );
    assert.deepEqual([isRehearsal(round), rehearsedVersion(round)], [false, undefined]);
    const own = makeTimerView(shot, timedStory('90'), timedContent(STORY, '90'));
    assert.deepEqual(
      [own.status, own.phaseIndex, own.phases[1]?.cue],
      ['running', 1, 'Our bids were scored in batches.'],
    );
    const other = makeTimerView(shot, timedStory('30'), timedContent(STORY, '30'));
    assert.deepEqual([other.status, other.other, other.phases.length], ['idle', 'Bid model (90 s)', 4]);
  });
});

describe('Messages between the extension and the panel that rehearses', () => {
  it('are understood', () => {
    const good: FromRehearsePanel[] = [
      { type: 'ready' },
      { type: 'timer', action: 'start' },
      { type: 'version', version: 'full' },
      { type: 'open', target: 'stories' },
    ];
    for (const message of good) assert.deepEqual(decodeFromRehearsePanel(message), message);
    assert.deepEqual(decodeRehearseState({ uri: URI, version: '30' }), { uri: URI, version: '30' });
  });

  it('are nothing when forged or malformed', () => {
    const bad: unknown[] = [
      undefined,
      null,
      'ready',
      [],
      {},
      { type: 'ready', command: 'x' },
      { type: 'command', command: 'workbench.action.quit' },
      { type: 'timer', action: 'dispose' },
      { type: 'timer', action: 'start', uri: 'file:///other' },
      { type: 'version', version: 30 },
      { type: 'version', version: '60' },
      { type: 'version', version: '30', uri: 'x' },
      { type: 'open', target: '../../etc/passwd' },
      { type: 'open', target: 'story', uri: 'x' },
      { type: 'link', href: 'a.md', base: 'round' },
    ];
    for (const message of bad) assert.equal(decodeFromRehearsePanel(message), undefined, JSON.stringify(message));
    for (const state of [
      undefined,
      'x',
      {},
      { uri: URI },
      { uri: '', version: '30' },
      { uri: 7, version: '30' },
      { uri: URI, version: '31' },
    ])
      assert.equal(decodeRehearseState(state), undefined);
    for (const message of [
      {},
      { type: 'rehearsal', rehearsal: {} },
      { type: 'timer', timer: { status: 'on' } },
      { type: 'notice' },
    ])
      assert.equal(decodeToRehearsePanel(message), undefined);
  });

  it('never make a decoder throw (property)', () => {
    fc.assert(
      fc.property(fc.anything(), (value) =>
        assert.deepEqual(
          [decodeFromRehearsePanel(value), decodeToRehearsePanel(value), decodeRehearseState(value)],
          [undefined, undefined, undefined],
        ),
      ),
    );
  });
});
