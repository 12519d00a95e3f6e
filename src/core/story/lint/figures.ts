import type { Quantity } from '../quantities';
import { wordOf, type Sentence, type Token } from './scan';
import { W } from './lexicon/classes';
import { FLAG, lookUp } from './lexicon/table';

/** What a quantity says in a story. */
export interface Figure {
  readonly quantity: Quantity;
  /** Index of its sentence. */
  readonly sentence: number;
  /** Its first token, and the first behind it. */
  readonly first: number;
  readonly last: number;
  /**
   * `outcome`: money, users or the business; `technical`: a latency, an error rate; `none`: how long something took, how
   * many worked on it, a budget, a goal.
   */
  readonly role: 'outcome' | 'technical' | 'none';
  /** It says how much, how fast or at what cost something runs. */
  readonly constraint: boolean;
}

const NEAR = 8;
const MINUTE = 60_000;
/** Counts from here on are a scale to run at, rather than a handful. */
const SCALE = 1000;

const TIME_PREPOSITIONS = new Set(['in', 'within', 'over', 'for', 'after', 'during', 'past', 'last', 'every', 'next', 'first', 'per', 'each', 'my', 'spent', 'of', 'another', 'before']);
const SAVES = new Set(['saved', 'saves', 'saving', 'save', 'freed', 'freeing', 'shaved', 'cut', 'cutting', 'reduced', 'removed', 'recovered', 'reclaimed', 'by']);
const RECEIVES = new Set(['with', 'has', 'had', 'have', 'having', 'serving', 'serves', 'served', 'supporting', 'supports']);
const SPENDS = new Set(['budget', 'invested', 'investing', 'investment', 'raised', 'funding', 'valued', 'valuation', 'spent', 'spending', 'costing']);
const PLACES = new Set(['countries', 'markets', 'regions', 'cities', 'languages', 'states', 'geographies', 'verticals', 'territories']);
const ROLLOUT = new Set(['rolled', 'rollout', 'rolling', 'ramped', 'ramp', 'ramping', 'exposed', 'piloted', 'pilot', 'canary', 'canaried', 'holdout', 'widened', 'sampled', 'opened', 'released', 'split']);
const WAITS = new Set(['wait', 'waits', 'waited', 'need', 'needs', 'spend', 'spends', 'lasts']);
const COMPARES = ['instead', 'rather', 'down', 'than', 'now', 'where', 'before'];
/** What is built, held or done on the way: so many of them are no outcome. */
const WORKLOAD = new Set([
  'features', 'releases', 'models', 'parameters', 'dashboards', 'meetings', 'interviews', 'workshops', 'talks', 'experiments', 'tests', 'rows', 'documents', 'screens', 'tables', 'sources', 'tools', 'steps', 'rules', 'sprints', 'projects', 'products', 'initiatives', 'modules', 'components',
  'endpoints', 'apis', 'repositories', 'repos', 'commits', 'datasets', 'metrics', 'kpis', 'reports', 'slides', 'epics', 'stories', 'requirements', 'milestones', 'phases', 'iterations', 'versions', 'variants', 'prototypes', 'designs', 'sessions', 'integrations', 'lines', 'languages', 'vendors', 'options', 'markets',
  'countries', 'regions', 'cities', 'zones', 'years', 'quarters', 'points', 'questions', 'fields', 'topics', 'brokers', 'layers', 'patents', 'papers', 'courses', 'awards', 'posts', 'articles', 'levels', 'functions', 'things', 'times', 'ways', 'items', 'tasks', 'days', 'weeks', 'months', 'use', 'cases', 'others', 'them', 'plans', 'campaigns', 'pilots', 'bets', 'launches', 'deployments', 'services', 'pages', 'calls',
]);
const GOAL_NOUNS = new Set(['goal', 'goals', 'target', 'objective', 'aim', 'ambition', 'mandate', 'mission', 'okr', 'brief', 'promise']);
const GOAL_VERBS = new Set(['aimed', 'aiming', 'hoped', 'hoping', 'hope', 'wanted', 'planned', 'tasked', 'asked', 'supposed', 'intended', 'expected', 'promised', 'trying', 'needed', 'plan', 'plans', 'aim', 'want', 'intend', 'expect']);
const REACHED = new Set(['hit', 'beat', 'exceeded', 'reached', 'met', 'against', 'surpassed', 'missed', 'achieved', 'delivered', 'versus', 'vs', 'ahead', 'above', 'actual']);

/** Judges the quantities of a story, which are in order, each in its sentence. */
export function judgeFigures(text: string, quantities: readonly Quantity[], sentences: readonly Sentence[], tokens: readonly Token[]): Figure[] {
  const figures: Figure[] = [];
  let s = 0;
  let t = 0;
  for (const quantity of quantities) {
    while (s < sentences.length && (sentences[s] as Sentence).end <= quantity.start) s += 1;
    const sentence = sentences[s];
    if (!sentence) break;
    if (quantity.start < sentence.start) continue;
    if (t < sentence.first) t = sentence.first;
    while (t < sentence.last && (tokens[t] as Token).end <= quantity.start) t += 1;
    let last = t;
    while (last < sentence.last && (tokens[last] as Token).start < quantity.end) last += 1;
    const { role, constraint } = new Judge(text, quantity, sentence, tokens, t, last).verdict();
    figures.push({ quantity, sentence: s, first: t, last, role, constraint });
  }
  return figures;
}

type Verdict = Pick<Figure, 'role' | 'constraint'>;

const NOTHING: Verdict = { role: 'none', constraint: false };
const OUTCOME: Verdict = { role: 'outcome', constraint: false };
const TECHNICAL: Verdict = { role: 'technical', constraint: true };
const SIZE: Verdict = { role: 'none', constraint: true };

class Judge {
  constructor(
    private readonly text: string,
    private readonly quantity: Quantity,
    private readonly sentence: Sentence,
    private readonly tokens: readonly Token[],
    private readonly first: number,
    private readonly last: number,
  ) {}

  verdict(): Verdict {
    const verdict = this.judge();
    return verdict.role !== 'none' && this.isGoal() ? { ...verdict, role: 'none' } : verdict;
  }

  private judge(): Verdict {
    switch (this.quantity.kind) {
      case 'money': return this.money();
      case 'duration': return this.duration();
      case 'rate': return this.rate();
      case 'size': return this.quantity.from === undefined ? SIZE : TECHNICAL;
      case 'count': return this.count();
      default: return this.share();
    }
  }

  private money(): Verdict {
    const costs = (this.sentence.classes & W.cost) !== 0 || this.isUnitCost();
    const verdict: Verdict = { role: 'outcome', constraint: costs };
    if (this.quantity.from !== undefined) return verdict;
    const before = this.word(this.first - 1);
    if (before === 'cost' && (this.sentence.classes & W.change) === 0) return { role: 'none', constraint: true };
    const into = before === 'into' || this.word(this.first - 2) === 'into';
    if (into) return verdict;
    for (let k = this.first - 1; k >= this.first - 3; k -= 1) if (SPENDS.has(this.word(k)) && !this.isBusiness(this.first - 3, this.first)) return NOTHING;
    for (let k = this.last; k < this.last + 3; k += 1) {
      if (this.isBreak(k)) break;
      const classes = this.classesAt(k);
      if (classes & W.business) break;
      if (classes & W.scope) return NOTHING;
    }
    return verdict;
  }

  /** "$0.002 per prediction"; "per year" is part of the quantity. */
  private isUnitCost(): boolean {
    return /[ \t](?:per|a|an|each)[ \t]+(?:thousand[ \t]|million[ \t])?(?:prediction|inference|request|call|query|event|document|image|token|page|search|transaction|message|record|run|thousand|million|GB|TB)/u.test(this.text.slice(this.quantity.start, this.quantity.end + 40));
  }

  private duration(): Verdict {
    const { quantity } = this;
    const technical = quantity.value < MINUTE || this.has(FLAG.technicalTime, W.technical);
    if (quantity.from !== undefined) return technical ? TECHNICAL : OUTCOME;
    if (quantity.value < MINUTE) return TECHNICAL;
    const before = this.word(this.first - 1);
    const now = this.isNow();
    if (TIME_PREPOSITIONS.has(before) && !now) return NOTHING;
    for (let k = this.first - 1; k >= this.first - 4 && k >= this.sentence.first; k -= 1) {
      if (SAVES.has(this.word(k))) return technical ? TECHNICAL : OUTCOME;
    }
    if (COMPARES.some((word) => this.sentenceHas(word)) && (WAITS.has(before) || /^(?:take|takes|took)$/u.test(before))) {
      // "40 minutes instead of two days" is a change, whatever it is of.
      return technical && !this.has(FLAG.businessTime, W.business | W.users) ? TECHNICAL : OUTCOME;
    }
    const measures = before === 'to' || before === 'under' || before === 'than' || before === 'below' || (this.classesAt(this.first - 1) & W.be) !== 0;
    if (now) return technical && !this.has(FLAG.businessTime, W.business | W.users) ? TECHNICAL : OUTCOME;
    if (!measures) return NOTHING;
    if (this.has(FLAG.businessTime, W.business)) return OUTCOME;
    return technical ? TECHNICAL : NOTHING;
  }

  /** "Is now two days", "now clears in 9 minutes". */
  private isNow(): boolean {
    for (let k = this.first - 1; k >= this.first - 4; k -= 1) if (this.word(k) === 'now') return (this.classesAt(k - 1) & W.be) !== 0 || k < this.first - 1;
    return false;
  }

  private rate(): Verdict {
    const classes = this.unitClasses();
    if ((classes & (W.users | W.business)) === 0) return TECHNICAL;
    const changed = this.quantity.from !== undefined || (this.sentence.classes & (W.change | W.achieve | W.comparative)) !== 0;
    return { role: changed ? 'outcome' : 'technical', constraint: true };
  }

  private count(): Verdict {
    const { quantity, sentence } = this;
    const classes = this.unitClasses();
    const constraint = quantity.value >= SCALE || (classes & W.technical) !== 0;
    if (classes & W.team && /^(?:employed|employs|employing|with|had|has|have)$/u.test(this.word(this.first - 1))) return NOTHING;
    if (classes & W.team) return this.isAdopter() || quantity.value >= SCALE ? { role: 'outcome', constraint } : NOTHING;
    if (classes & W.users) {
      for (let k = this.first - 1; k >= this.first - 4; k -= 1) {
        if (this.classesAt(k) & W.research) return NOTHING;
        if (RECEIVES.has(this.word(k)) && quantity.from === undefined) return { role: 'none', constraint };
      }
      return { role: 'outcome', constraint };
    }
    if (classes & W.business) return { role: 'outcome', constraint };
    if (quantity.unit !== null && PLACES.has(lastWord(quantity.unit))) return sentence.classes & W.change ? OUTCOME : NOTHING;
    if (quantity.from !== undefined) {
      if (this.nearest() === 'team') return NOTHING;
      const counted = classes | (quantity.unit === null ? this.classesAt(this.first - 1) : 0);
      return counted & (W.technical | W.system | W.infra) || this.nearest() === 'technical' ? TECHNICAL : OUTCOME;
    }
    const gained = (sentence.classes & (W.achieve | W.adopt | W.comparative)) !== 0 && quantity.unit !== null && (classes & (W.system | W.infra | W.technical)) === 0 && !WORKLOAD.has(lastWord(quantity.unit));
    return { role: gained ? 'outcome' : 'none', constraint };
  }

  /** Percentages, multipliers, points and ratios: what they are of is for the nearest noun to say. */
  private share(): Verdict {
    const { quantity } = this;
    if (quantity.kind === 'multiplier' && (this.word(this.last) === 'down' || this.word(this.last) === 'engineer')) return NOTHING;
    if (quantity.kind === 'points') {
      if (/story|point/u.test(quantity.unit ?? '') && this.word(this.first - 1) === 'story') return NOTHING;
      if (this.unitClasses() & W.technical) return TECHNICAL;
      return this.nearest() === 'technical' ? TECHNICAL : OUTCOME;
    }
    const of = this.word(this.last) === 'of' ? this.last + 1 : -1;
    if (of >= 0 || quantity.kind === 'ratio') {
      for (let k = Math.max(of, this.last); k < this.last + 5; k += 1) {
        if (this.word(k) === 'time') return NOTHING;
        if (this.classesAt(k) & W.team && (this.sentence.classes & W.adopt) === 0) return NOTHING;
        if (this.classesAt(k) & (W.users | W.business)) {
          if (this.isRollout()) return { role: 'none', constraint: false };
          break;
        }
      }
      if (this.isRollout()) return NOTHING;
    }
    const nearest = this.nearest();
    if (nearest === 'team') return (this.sentence.classes & W.adopt) === 0 ? NOTHING : OUTCOME;
    if (nearest === 'technical') return { role: 'technical', constraint: false };
    if (nearest === undefined && this.classesAt(this.last) & W.comparative) return { role: 'technical', constraint: false };
    return { role: 'outcome', constraint: nearest === 'business' && (this.sentence.classes & W.cost) !== 0 };
  }

  /** What the noun nearest to the figure is; one before it wins over one as near behind. */
  private nearest(): 'business' | 'technical' | 'team' | undefined {
    const wanted = W.business | W.users | W.technical | W.team;
    for (let d = 1; d <= NEAR; d += 1) {
      for (const k of [this.first - d, this.last + d - 1]) {
        const classes = this.classesAt(k) & wanted;
        if (classes === 0) {
          if ((this.at(k)?.entry?.flags ?? 0) & FLAG.technicalTime && this.word(k + 1) === 'time') return 'technical';
          continue;
        }
        if (this.word(k) === 'people') continue;
        if (classes & (W.business | W.users)) return 'business';
        if (classes & W.technical) return 'technical';
        if (d <= (this.quantity.kind === 'multiplier' ? 5 : 3)) return 'team';
      }
    }
    return undefined;
  }

  private sentenceHas(word: string): boolean {
    for (let k = this.sentence.first; k < this.sentence.last; k += 1) if (this.word(k) === word) return true;
    return false;
  }

  private isRollout(): boolean {
    for (let k = this.first - 1; k >= this.first - 6 && k >= this.sentence.first; k -= 1) if (ROLLOUT.has(this.word(k))) return true;
    return false;
  }

  /** A goal is stated before the figure, and nothing says that it was reached. */
  private isGoal(): boolean {
    if ((this.sentence.classes & W.goal) === 0) return false;
    let goal = false;
    for (let k = this.sentence.first; k < this.first; k += 1) {
      const word = this.word(k);
      if (GOAL_NOUNS.has(word)) {
        const next = this.word(k + 1);
        if (next === 'was' || next === 'is' || next === 'of' || next === 'to') goal = true;
      } else if (GOAL_VERBS.has(word)) {
        if (this.word(k + 1) === 'to' || this.word(k + 2) === 'to' || this.word(k + 1) === 'with') goal = true;
      } else if (goal && REACHED.has(word)) {
        goal = false;
      }
    }
    if (!goal) return false;
    for (let k = this.sentence.first; k < this.first; k += 1) if (GOAL_NOUNS.has(this.word(k)) && REACHED.has(this.word(k - 2))) return false;
    return true;
  }

  /** "Six teams adopted it", "used by 40 teams". */
  private isAdopter(): boolean {
    for (let k = this.last; k < this.last + 3; k += 1) if (this.classesAt(k) & W.adopt) return true;
    return this.word(this.first - 1) === 'by' && ((this.classesAt(this.first - 2) | this.classesAt(this.first - 3)) & W.adopt) !== 0;
  }

  private has(flag: number, classes: number): boolean {
    for (let k = this.first - NEAR; k < this.last + 5; k += 1) {
      if (this.classesAt(k) & classes || (this.at(k)?.entry?.flags ?? 0) & flag) return true;
    }
    return false;
  }

  private isBusiness(from: number, to: number): boolean {
    for (let k = from; k < to; k += 1) if (this.classesAt(k) & W.business && !SPENDS.has(this.word(k))) return true;
    return false;
  }

  private unitClasses(): number {
    const { unit } = this.quantity;
    return unit === null ? 0 : (lookUp(lastWord(unit))?.classes ?? 0);
  }

  private at(k: number): Token | undefined {
    return k >= this.sentence.first && k < this.sentence.last ? this.tokens[k] : undefined;
  }

  private isBreak(k: number): boolean {
    return this.at(k)?.afterBreak === true;
  }

  private classesAt(k: number): number {
    return this.at(k)?.classes ?? 0;
  }

  private word(k: number): string {
    const token = this.at(k);
    return token === undefined ? '' : wordOf(this.text, token);
  }
}

function lastWord(unit: string): string {
  return unit.slice(unit.lastIndexOf(' ') + 1).toLowerCase();
}
