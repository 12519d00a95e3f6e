/**
 * What questions of an interview are about beyond their words: the kind of situation that they ask for, which a story
 * shows in words of its own (“a time you failed”, “I was wrong”), and families of words that stand for much the same
 * (“a slow system”, “p95”).
 */
import { sentenceSpans } from '../story/lint/sentenceSpans';
import { CHARACTER_KINDS } from './characterKinds';
import { JUDGEMENT_KINDS } from './judgementKinds';
import { KIN } from './kin';
import { PEOPLE_KINDS } from './peopleKinds';
import { PhraseTable } from './phrases';
import { rootsOf } from './roots';
import { TEAM_KINDS } from './teamKinds';
import { TECHNICAL_KINDS } from './technicalKinds';
import { WORD_FAMILIES } from './wordFamilies';
import { WORK_KINDS } from './workKinds';

export interface Concept {
  readonly id: string;
  readonly title: string;
  /** Whether it is a kind of situation; a family only stands for words. */
  readonly isKind: boolean;
}

/** The concepts found in a text, each with how surely: the more phrases, the greater, without limit. */
export type Found = ReadonlyMap<Concept, number>;
/** How surely a question asks for something, and whether it names it or what lies close to it. */
export interface Asking {
  readonly surely: number;
  readonly isNamed: boolean;
}

interface Tables {
  readonly asks: PhraseTable<Concept>;
  readonly tells: PhraseTable<Concept>;
  readonly families: PhraseTable<Concept>;
  readonly kin: ReadonlyMap<Concept, readonly Concept[]>;
}

/** Interviewers ask on (“What did you learn?”): what follows the first sentence that asks for something counts less. */
const ASKED_ON = 0.3;
/** What lies close to what is asked for counts so much of it. */
const CLOSE = 0.1;

const PARAGRAPH_END = /\n[^\S\n]*\n/u;

export const KINDS = [
  ...PEOPLE_KINDS,
  ...TEAM_KINDS,
  ...CHARACTER_KINDS,
  ...JUDGEMENT_KINDS,
  ...WORK_KINDS,
  ...TECHNICAL_KINDS,
];

let tables: Tables | undefined;

/** Read when first asked for: stemming thousands of words would take a good part of the extension's start. */
function phraseTables(): Tables {
  return (tables ??= readTables());
}

function readTables(): Tables {
  const asks = new PhraseTable<Concept>();
  const tells = new PhraseTable<Concept>();
  const families = new PhraseTable<Concept>();
  const byId = new Map<string, Concept>();
  for (const { id, title, ...written } of KINDS) {
    const concept = { id, title, isKind: true };
    byId.set(id, concept);
    asks.add(concept, written.asks);
    tells.add(concept, written.tells);
  }
  for (const [title, phrases] of WORD_FAMILIES) families.add({ id: title, title, isKind: false }, phrases);
  return { asks, tells, families, kin: kinOf(byId) };
}

function kinOf(byId: ReadonlyMap<string, Concept>): Map<Concept, Concept[]> {
  const kin = new Map<Concept, Concept[]>([...byId.values()].map((concept) => [concept, []]));
  for (const [a, b] of KIN) {
    const [one, other] = [byId.get(a), byId.get(b)];
    if (!one || !other) continue;
    kin.get(one)?.push(other);
    kin.get(other)?.push(one);
  }
  return kin;
}

function sentencesOf(text: string): string[] {
  return text
    .split(PARAGRAPH_END)
    .flatMap((paragraph) => sentenceSpans(paragraph).map(({ start, end }) => paragraph.slice(start, end)));
}

/** What a question asks for: its first sentence that asks for something counts most. */
export function askedFor(question: string): ReadonlyMap<Concept, Asking> {
  const { asks, families, kin } = phraseTables();
  const named = new Map<Concept, number>();
  let worth = 1;
  for (const sentence of sentencesOf(question)) {
    const words = rootsOf(sentence);
    const found = [...asks.find(words), ...families.find(words)];
    for (const { of, surely } of found) named.set(of, (named.get(of) ?? 0) + worth * surely);
    if (found.length > 0) worth = ASKED_ON;
  }
  const asking = new Map([...named].map(([concept, surely]) => [concept, { surely, isNamed: true }]));
  for (const [concept, surely] of named)
    for (const close of kin.get(concept) ?? []) {
      const { surely: before, isNamed } = asking.get(close) ?? { surely: 0, isNamed: false };
      asking.set(close, { surely: Math.max(before, CLOSE * surely), isNamed });
    }
  return asking;
}

/** What a story tells of, and how many phrases say so. */
export function toldOf(text: string): { readonly told: Found; readonly phrases: number } {
  const { tells, families } = phraseTables();
  const words = rootsOf(text);
  const found = [...tells.find(words), ...families.find(words)];
  const told = new Map<Concept, number>();
  for (const { of, surely } of found) told.set(of, (told.get(of) ?? 0) + surely);
  return { told, phrases: found.length };
}
