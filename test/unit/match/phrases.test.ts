import assert from 'node:assert/strict';
import { KINDS } from '../../../src/core/match/concepts';
import { KIN } from '../../../src/core/match/kin';
import { GROUPS, PhraseTable } from '../../../src/core/match/phrases';
import { rootsOf } from '../../../src/core/match/roots';
import { WORD_FAMILIES } from '../../../src/core/match/wordFamilies';

const isIn = (phrase: string, text: string): boolean => {
  const table = new PhraseTable<string>();
  table.add('it', phrase);
  return table.find(rootsOf(text)).length > 0;
};

const LISTS: readonly (readonly [name: string, phrases: readonly string[]])[] = [
  ...KINDS.flatMap(({ id, asks, tells }) => [[`${id} asks`, asks] as const, [`${id} tells`, tells] as const]),
  ...WORD_FAMILIES,
].map(([name, list]) => [name, list.split(',').map((phrase) => phrase.trim().replace(/\s+/gu, ' '))]);

/** Pairs of phrases of one list, the second of which finds whatever the first finds and has as many words. */
function subsumedIn(phrases: readonly string[]): string[] {
  const table = new PhraseTable<number>();
  phrases.forEach((phrase, index) => table.add(index, phrase));
  return phrases.flatMap((phrase, index) => {
    const found = textsOf(phrase).map((text) => new Set(table.find(rootsOf(text)).map(({ of }) => of)));
    return phrases
      .filter((other, at) => at !== index && size(other) === size(phrase) && found.every((each) => each.has(at)))
      .map((other) => `“${phrase}”, for “${other}”`);
  });
}

const parts = (phrase: string): string[] => phrase.split(/[\s-]+/u);
const size = (phrase: string): number => parts(phrase).filter((part) => part !== '..').length;

/** Texts that a phrase finds: with each of its words, and with no word, or words of no phrase, where it leaves room. */
function textsOf(phrase: string): string[] {
  return parts(phrase).reduce<string[]>(
    (texts, part) => texts.flatMap((text) => wordsAt(part).map((word) => `${text} ${word}`)),
    [''],
  );
}

function wordsAt(part: string): readonly string[] {
  if (part === '..') return ['', 'xx', 'xx xx xx'];
  if (!part.startsWith('@')) return part.split('/');
  const group = part.slice(1) as keyof typeof GROUPS;
  return [...GROUPS[group].split(/\s+/u), ...(group === 'n' ? ['7'] : [])];
}

describe('A phrase of the table of situations', () => {
  it('stands for all forms of its words, in British and American spelling', () => {
    assert.ok(isIn('tell the client', 'She told the clients.'));
    assert.ok(isIn('apologise', 'I apologized.'));
    assert.ok(!isIn('tell the client', 'I told a client.'));
  });

  it('leaves room for three words where two dots stand, and for no more', () => {
    assert.ok(isIn('told .. not', 'I told him that it would not do.') === false);
    assert.ok(isIn('told .. not', 'I told him we would not.'));
    assert.ok(isIn('told .. not', 'I told, not asked.'));
  });

  it('takes either word of two, any word of a group, and any figure', () => {
    assert.ok(isIn('rang/called them', 'We called them.'));
    assert.ok(isIn('told my @boss', 'I told my director.'));
    assert.ok(isIn('in @n days', 'Done in 12 days.'));
    assert.ok(isIn('in @n days', 'Done in five days.'));
    assert.ok(!isIn('in @n days', 'Done in some days.'));
    assert.ok(isIn('@n people', '40 people came.'));
  });

  it('ends with the text at the latest', () => {
    assert.ok(!isIn('told .. not', 'I told'));
    assert.ok(!isIn('told him', 'I told'));
  });

  it('says less where it is one word, and where it speaks for several things', () => {
    const table = new PhraseTable<string>();
    table.add('one', 'quarrel, fell out, shared words');
    table.add('other', 'shared words');
    const surely = (text: string): number => table.find(rootsOf(text))[0]?.surely ?? 0;
    assert.ok(surely('a quarrel') < surely('we fell out'));
    assert.ok(surely('shared words') < surely('we fell out'));
    assert.equal(table.find(rootsOf('a quarrel, and a quarrel')).length, 1);
  });
});

describe('The kinds of situation', () => {
  const ids = KINDS.map(({ id }) => id);

  it('have one id each, and a title to name them by', () => {
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(new Set(KINDS.map(({ title }) => title)).size, ids.length);
  });

  it('lie close only to kinds that there are, each pair once', () => {
    for (const pair of KIN) for (const id of pair) assert.ok(ids.includes(id), id);
    const pairs = KIN.map((pair) => [...pair].sort().join(' '));
    assert.equal(new Set(pairs).size, pairs.length);
  });

  it('name only groups of words that there are', () => {
    for (const { id, asks, tells } of KINDS)
      for (const [, group] of `${asks} ${tells}`.matchAll(/@(\w+)/gu))
        assert.ok(Object.hasOwn(GROUPS, group ?? ''), `${id}: @${group}`);
  });

  it('name no figure of their own, which would find no other, but any', () => {
    const own = LISTS.flatMap(([, phrases]) => phrases.filter((phrase) => /(?:^|[\s/])\d/u.test(phrase)));
    assert.deepEqual(own, []);
  });

  it('have no phrase that finds only what another of as many words finds', () => {
    const needless = LISTS.flatMap(([name, phrases]) => subsumedIn(phrases).map((pair) => `${name}: ${pair}`));
    assert.deepEqual(needless, []);
  });
});
