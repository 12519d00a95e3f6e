/** What a round panel knows of the practice in it: the prompt that was drawn, and the draft of the run. */
import { hasContent, type PracticeDraft, type RoundPlace } from '../../core/practice/draft';
import { withLine } from '../../core/practice/mark';
import {
  choose,
  draw,
  filter,
  settle,
  tally,
  type Card,
  type Deck,
  titlesOfRun,
} from '../../core/practice/practiceDeck';
import { promptsOfRun, type RunRound } from '../../core/practice/promptRun';
import type { PromptTurn } from '../../core/practice/promptTurn';
import type { CompetencyScore } from '../../core/sessions/sessionModel';
import type { PracticeDrafts } from '../../store/api';
import type { Decks } from '../../store/decks';
import { cuesBySound } from '../../store/settings';
import { clip } from '../protocol/common';
import type { FromPanel, PracticeView } from '../protocol/round';

export interface PracticeServices {
  readonly drafts: PracticeDrafts;
  readonly decks: Decks;
}

/** What prompts are drawn from. */
export interface PromptSource {
  readonly cards: readonly Card[];
  /** Undefined where the playbook does not have it. */
  readonly round: RunRound | undefined;
}

type PromptMessage = Extract<FromPanel, { type: 'shuffle' | 'choose' | 'pin' | 'filter' }>;

/**
 * The practice of one round's panel. The page is where notes are typed: it is told of them only where others changed
 * them.
 */
export class Practice {
  private told = '';
  private version = 0;
  /** Changes of the notes that came from the page and are not in the draft yet. */
  private writing = 0;
  private building: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly place: RoundPlace,
    private readonly services: PracticeServices,
  ) {}

  /**
   * @param prompts the round's as they are now.
   * @param startedAt when the run began that the timer is on; undefined before it.
   * @param saved the name of the session that the run was saved as.
   */
  async view(
    { cards, round }: PromptSource,
    startedAt: number | undefined,
    saved: string | undefined,
  ): Promise<Omit<PracticeView, 'proposals' | 'left'>> {
    const { decks } = this.services;
    // A run that has begun keeps its prompts, whatever becomes of the playbook.
    const isBegun = startedAt !== undefined && decks.of(this.place).current !== undefined;
    const deck = await this.become((present) => (isBegun ? present : settle(present, cards, round)));
    const draft = await this.services.drafts.read(this.place);
    const notes = this.writing > 0 ? this.told : draft.notes;
    if (notes !== this.told) {
      this.version += 1;
      this.told = notes;
    }
    const { seen, all } = tally(deck, cards);
    const { mock } = draft;
    const isDrawn = !mock && titlesOfRun(deck).some((drawn) => cards.some(({ title }) => title === drawn));
    return {
      ...(isDrawn && deck.current !== undefined ? { prompt: clip(deck.current) } : {}),
      run: isDrawn ? runView(deck, cards) : [],
      turn: turnView(decks.turn(this.place, startedAt)),
      ...(mock ? { mock: { peer: clip(mock.peer), prompt: clip(draft.prompt ?? '') } } : {}),
      pinned: deck.pinned,
      ...(deck.competency === undefined ? {} : { competency: deck.competency }),
      seen,
      prompts: all,
      notes,
      version: this.version,
      scores: draft.scores,
      signals: [...draft.signals],
      ...(saved !== undefined && !hasContent(draft) ? { saved: clip(saved) } : {}),
      sound: cuesBySound(),
    };
  }

  /** Chooses a prompt as the page asks. */
  async choosePrompt(message: PromptMessage, { cards, round }: PromptSource): Promise<void> {
    await this.become((deck) => {
      if (message.type === 'shuffle') return draw(deck, cards, round);
      if (message.type === 'pin') return { ...deck, pinned: message.pinned };
      if (message.type === 'filter') return filter(deck, cards, message.competency, round);
      return choose(deck, cards, cards.find(({ title }) => clip(title) === message.prompt)?.title ?? '');
    });
  }

  /** Notes which prompt the peer chose in a mock; '' where that is not known. */
  async given(prompt: string): Promise<void> {
    const named = prompt.trim();
    await this.change({ prompt: named === '' ? undefined : named });
  }

  /** Takes over what was typed in the page. */
  async write(notes: string): Promise<void> {
    this.told = notes;
    await this.change({ notes });
  }

  score(competency: string, score: CompetencyScore): Promise<void> {
    return this.build(({ scores }) => ({ scores: { ...scores, [competency]: score } }));
  }

  /** Notes whether a signal was shown. */
  signal(signal: string, shown: boolean): Promise<void> {
    return this.build(({ signals }) => ({
      signals: [...signals.filter((each) => each !== signal), ...(shown ? [signal] : [])],
    }));
  }

  /** Draws the prompts of the next run. */
  async next({ cards, round }: PromptSource): Promise<void> {
    await this.become((deck) => draw(deck, cards, round));
  }

  /** Adds a line to the notes where no page is there to do it. */
  async append(line: string): Promise<void> {
    const { notes } = await this.services.drafts.read(this.place);
    await this.services.drafts.change(this.place, { notes: withLine(notes, line) });
  }

  /** Changes the draft by what is in it, one change after the other. */
  private build(change: (draft: PracticeDraft) => Partial<PracticeDraft>): Promise<void> {
    const built = this.building.then(async () => this.change(change(await this.services.drafts.read(this.place))));
    this.building = built.catch(() => undefined);
    return built;
  }

  private async change(change: Partial<PracticeDraft>): Promise<void> {
    const { drafts, decks } = this.services;
    this.writing += 1;
    try {
      // In a mock no prompt is drawn: the peer has chosen one.
      const { mock } = await drafts.read(this.place);
      await drafts.change(this.place, mock ? change : { prompt: decks.of(this.place).current, ...change });
    } finally {
      this.writing -= 1;
    }
  }

  private async become(change: (deck: Deck) => Deck): Promise<Deck> {
    const { decks } = this.services;
    const before = decks.of(this.place);
    const after = change(before);
    if (after !== before) await decks.keep(this.place, after);
    return after;
  }
}

function runView(deck: Deck, cards: readonly Card[]): PracticeView['run'] {
  return promptsOfRun(titlesOfRun(deck), cards).map(({ title, minutes }) => ({
    title: clip(title),
    ...(minutes === undefined ? {} : { minutes }),
  }));
}

function turnView({ index, sinceMs, pushes }: PromptTurn): PracticeView['turn'] {
  const shown = Object.entries(pushes).map(([title, count]) => [clip(title), count] as const);
  return { index, sinceMs, pushes: Object.fromEntries(shown) };
}
