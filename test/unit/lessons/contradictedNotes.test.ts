import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentencesAgainst, strikeEdits } from '../../../src/core/lessons/contradictedNotes';
import { applyEdits } from '../../../src/core/markdown/text';
import { runs } from '../../support/properties';

const COMPANY = `# Company brief

They run 12 Kafka clusters in Europe. The team is eight people.

- Pay is in shares, vested over
  four years. Nobody gets a bonus.
- [ ] Look up how many clusters they run
- How many clusters do they run in Europe? (asked 2026-12-02, round: phone-screen)

\`\`\`
They run 12 Kafka clusters.
\`\`\`

| clusters | 12 |
| --- | --- |
`;
const FILES = [
  { path: 'acme/company.md', text: COMPANY },
  { path: 'acme/cheat-sheet.md', text: 'Their p99 is 400 ms.\n' },
];

const found = (fact: string): string[] => sentencesAgainst(fact, FILES).map(({ path, text }) => `${path}: ${text}`);

function struck(text: string, fact: string): string {
  const [nearest] = sentencesAgainst(fact, [{ path: 'a.md', text }]);
  assert.ok(nearest);
  const edits = strikeEdits(text, nearest, fact);
  assert.ok(edits);
  return applyEdits(text, edits);
}

describe('a fact that our notes have otherwise', () => {
  it('is held against the sentences that share words with it, the nearest first', () => {
    assert.deepEqual(found('They run 40 clusters'), ['acme/company.md: They run 12 Kafka clusters in Europe.']);
    assert.deepEqual(found('Everybody gets a bonus'), ['acme/company.md: Nobody gets a bonus.']);
  });

  it('is held against a figure of its kind where only one word is shared', () => {
    assert.deepEqual(found('p99 is down to 200 ms'), ['acme/cheat-sheet.md: Their p99 is 400 ms.']);
  });

  it('is held against nothing where no note is about it', () => {
    assert.deepEqual(found('The office moves'), []);
    assert.deepEqual(found(''), []);
  });

  it('is written after the sentence, which is struck through', () => {
    assert.equal(
      struck(COMPANY, 'They run 40 clusters'),
      COMPANY.replace(
        'They run 12 Kafka clusters in Europe.',
        '~~They run 12 Kafka clusters in Europe.~~ They run 40 clusters',
      ),
    );
    assert.equal(
      struck(COMPANY, 'Shares vest over five years'),
      COMPANY.replace(
        'Pay is in shares, vested over\n  four years.',
        '~~Pay is in shares, vested over\n  four years.~~ Shares vest over five years',
      ),
    );
  });

  it('strikes through whole sentences: an abbreviation or an initial ends none', () => {
    for (const [note, sentence] of [
      ['We met Dr. Smith of the Kafka team. They like it.', 'We met Dr. Smith of the Kafka team.'],
      [
        'So be it. E.g. the Kafka team has approx. 12 people at Acme Inc. in Europe!',
        'E.g. the Kafka team has approx. 12 people at Acme Inc. in Europe!',
      ],
      ['The Kafka team has 12 people (vs. Berlin’s). So be it.', 'The Kafka team has 12 people (vs. Berlin’s).'],
      ['“Ask J. Doe of the Kafka team.” She said so.', '“Ask J. Doe of the Kafka team.”'],
    ] as const) {
      const [nearest] = sentencesAgainst('The Kafka team is 40 people', [{ path: 'a.md', text: note }]);
      assert.equal(nearest?.text, sentence);
      assert.equal(note.slice(nearest.start, nearest.end), sentence);
    }
  });

  it('takes the whole paragraph where emphasis goes over several sentences', () => {
    assert.equal(
      struck('**They run 12 clusters. All in Europe.** So be it.', 'They run 40 clusters'),
      '~~**They run 12 clusters. All in Europe.** So be it.~~ They run 40 clusters',
    );
  });

  it('is offered once: not where a note was struck through for it', () => {
    const text = struck(COMPANY, 'They run 40 clusters');
    assert.deepEqual(sentencesAgainst('They run 40 clusters', [{ path: 'a.md', text }]), []);
  });

  it('finds the sentence again where the file has changed above it, and refuses where it is gone', () => {
    const [nearest] = sentencesAgainst('They run 40 clusters', FILES);
    assert.ok(nearest);
    const moved = `A new line.\n\n${COMPANY}`;
    assert.match(applyEdits(moved, strikeEdits(moved, nearest, 'Forty') ?? []), /~~They run 12 .*\.~~ Forty The team/u);
    assert.equal(strikeEdits('Something else.', nearest, 'Forty'), undefined);
    assert.equal(strikeEdits(`${COMPANY}\n<<<<<<< a\n=======\n>>>>>>> b\n`, nearest, 'Forty'), undefined);
  });

  const piece = fc.constantFrom(
    'They run 12 clusters.',
    ' ',
    '\n',
    '- ',
    '**',
    '`',
    '~~',
    '> ',
    'In Europe.',
    '\\',
    '[',
  );

  it('deletes nothing: without what was added, the note is as it was (property)', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const fact = 'They run 40 clusters';
        const [nearest] = sentencesAgainst(fact, [{ path: 'a.md', text }]);
        if (!nearest) return;
        const edits = strikeEdits(text, nearest, fact);
        assert.ok(edits?.every(({ start, end }) => start === end));
      }),
      runs(300),
    );
  });
});
