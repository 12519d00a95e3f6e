import assert from 'node:assert/strict';
import { KINDS } from '../../../src/core/match/concepts';
import { KIN } from '../../../src/core/match/kin';
import { PhraseTable } from '../../../src/core/match/phrases';
import { rootsOf } from '../../../src/core/match/roots';

const isIn = (phrase: string, text: string): boolean => {
  const table = new PhraseTable<string>();
  table.add('it', phrase);
  return table.find(rootsOf(text)).length > 0;
};

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
        assert.ok(['boss', 'customer', 'team', 'n'].includes(group ?? ''), `${id}: @${group}`);
  });
});
