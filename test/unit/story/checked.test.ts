import assert from 'node:assert/strict';
import { checkedPath } from '../../../src/core/story/checked';

describe('The files that are checked', () => {
  it('are stories, offers and scripts', () => {
    assert.deepEqual(checkedPath('stories/cache.md'), { kind: 'story', loop: undefined });
    assert.deepEqual(checkedPath('acme/offer.md'), { kind: 'offer', loop: 'acme' });
    assert.deepEqual(checkedPath('offers/globex.md'), { kind: 'offer', loop: undefined });
    assert.deepEqual(checkedPath('acme/scripts/close.md'), { kind: 'script', loop: 'acme' });
  });

  it('are not others', () => {
    const others = [
      'stories',
      'stories/',
      'stories/old/cache.md',
      'stories/cache.txt',
      'stories/.cache.md',
      'templates/offer.md',
      'playbooks/scripts/x.md',
      'playbooks/acme/scripts/x.md',
      'acme/loop.md',
      'acme/rounds/01-x.md',
      'offer.md',
      '.git/offer.md',
      '',
    ];
    assert.deepEqual(
      others.filter((path) => checkedPath(path)),
      [],
    );
  });
});
