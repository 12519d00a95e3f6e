import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outline } from '../../../src/core/markdown/outline';
import { assertSameBlocks, blockDocument } from './blockDocument';
import { runs } from '../../support/properties';

describe('the blocks of Markdown', () => {
  it('are those that markdown-it finds (property)', () => {
    fc.assert(fc.property(blockDocument, assertSameBlocks), runs(1000));
  });

  it('end a fence with the list item or quotation that it stands in', () => {
    assert.deepEqual(
      outline('- ```\n  # code\n# One\n\n> ~~~\n> # code\n# Two\n').map(({ title }) => title),
      ['One', 'Two'],
    );
  });
});
