import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  attributesEdits,
  ignoreLines,
  keepOutEdits,
  mergesReviews,
  keptOutBy,
  remoteOf,
  type KeptOut,
} from '../../../src/core/loop/keepOut';
import { applyEdits } from '../../../src/core/markdown/text';
import { readReviews, reviewLine, type Review } from '../../../src/core/recall/reviewLog';

const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Me', '-c', 'user.email=me@example.com', '-c', 'core.autocrlf=false', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('what a repository keeps out', () => {
  const folders: string[] = [];
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'prep-loop-git-'));
    folders.push(folder);
    return folder;
  };
  after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  const FILES = [
    'prep/acme/offer.md',
    'prep/offers/other.md',
    'prep/stories/one.md',
    'prep/acme/sessions/a.md',
    'other.md',
  ];
  const tracked = (kept: KeptOut, prep = 'prep'): string[] => {
    const folder = newFolder();
    git(folder, 'init', '-q');
    for (const file of FILES) write(folder, file.replace(/^prep/u, prep), 'x\n');
    write(folder, '.gitignore', ignoreLines(kept, prep).join('\n'));
    git(folder, 'add', '.');
    return git(folder, '-c', 'core.quotePath=false', 'ls-files')
      .trim()
      .split('\n')
      .filter((file) => file !== '.gitignore');
  };

  it('is nothing, the offers alone, or all of the prep folder: as git itself has it', () => {
    assert.deepEqual(tracked('nothing'), [...FILES].sort());
    assert.deepEqual(tracked('offers'), ['other.md', 'prep/acme/sessions/a.md', 'prep/stories/one.md']);
    assert.deepEqual(tracked('all'), ['other.md']);
  }).timeout(30_000);

  it('is that also in a folder whose name has signs of patterns', () => {
    assert.deepEqual(tracked('all', '#prep [1]'), ['other.md']);
    assert.deepEqual(tracked('offers', '#prep [1]'), [
      '#prep [1]/acme/sessions/a.md',
      '#prep [1]/stories/one.md',
      'other.md',
    ]);
  }).timeout(30_000);

  it('is seen in a .gitignore that was written by hand', () => {
    assert.equal(keptOutBy('node_modules\r\n/prep/\r\n', 'prep'), 'all');
    assert.equal(keptOutBy('prep\n', 'prep'), 'all');
    assert.equal(keptOutBy('**/offer.md\n', 'prep'), 'offers');
    assert.equal(keptOutBy('prepared/\n', 'prep'), 'nothing');
    for (const kept of ['nothing', 'offers', 'all'] as const)
      assert.equal(keptOutBy(ignoreLines(kept, 'prep').join('\n'), 'prep'), kept);
  });

  it('is added at the end, with the file’s own line breaks and no line twice', () => {
    const added = (text: string): string => applyEdits(text, keepOutEdits(text, 'offers', 'prep'));
    assert.equal(added('dist\r\n# mine'), 'dist\r\n# mine\r\nprep/**/offer.md\r\nprep/offers/\r\n');
    assert.equal(added('prep/offers/\n'), 'prep/offers/\nprep/**/offer.md\n');
    assert.equal(added(added('dist\n')), added('dist\n'));
  });

  const BY_HAND = [
    ...['', 'dist', '/prep/', 'prep', 'prep/', '/prep', '/prep/**', '/prep/*', 'prep/**/', '**/prep', '**/prep/', '*'],
    ...['**/prep/**', '/*', '!prep/', '# prep/', 'prep/ ', '  prep/', '/prep/ # mine', 'prep\\/', 'pre', './prep'],
    ...[
      'prep/\n!prep/',
      'prep/\n!prep/\nprep',
      '/prep/\n!/prep/stories/',
      '/prep/*\n!/prep/stories/',
      'prep/**\n!*.md',
    ],
    ...['*\n!*/\n!*.md', '/*\n!/prep', '**/prep\n!**/prep', '\uFEFFprep/', 'prep/\r\n!prep/\r\n', 'prep/\r\ndist\r\n'],
    ...['offer.md\noffers/', 'offer.md\n!offer.md', '/prep/**/offer.md\n/prep/offers', '**/offers\n**/offer.md'],
  ];
  const PRIVATE = FILES.filter((file) => file.startsWith('prep/'));
  const OFFERS = PRIVATE.filter((file) => file.includes('offer'));
  /** The files that git itself keeps out. */
  const keptOut = (folder: string, ignore: string): string[] => {
    write(folder, '.gitignore', ignore);
    return git(folder, 'ls-files', '--others', '--ignored', '--exclude-standard').trim().split('\n');
  };

  it('is never said to be more than git keeps out, and becomes what is chosen, by lines added at the end', () => {
    const folder = newFolder();
    git(folder, 'init', '-q');
    /** For each .gitignore, in a folder of its own, the private files that git does not keep out. */
    const published = (ignores: readonly string[]): string[][] => {
      ignores.forEach((ignore, index) => {
        for (const file of FILES) write(folder, `${index}/${file}`, 'x\n');
        write(folder, `${index}/.gitignore`, ignore);
      });
      const all = git(folder, 'ls-files', '--others', '--exclude-standard').trim().split('\n');
      return ignores.map((_, index) => PRIVATE.filter((file) => all.includes(`${index}/${file}`)));
    };
    const before = published(BY_HAND);
    BY_HAND.forEach((text, index) => {
      const said = keptOutBy(text, 'prep');
      if (said === 'all') assert.deepEqual(before[index], [], JSON.stringify(text));
      if (said === 'offers') assert.ok(!before[index]?.includes('prep/acme/offer.md'), JSON.stringify(text));
    });
    for (const [kept, files] of [
      ['all', PRIVATE],
      ['offers', OFFERS],
    ] as const) {
      const after = BY_HAND.map((text) => applyEdits(text, keepOutEdits(text, kept, 'prep')));
      published(after).forEach((left, index) => {
        const [was = '', now = ''] = [BY_HAND[index], after[index]];
        const name = `${kept}: ${JSON.stringify(was)}`;
        assert.deepEqual(files.filter((file) => left.includes(file)), [], name); // prettier-ignore
        assert.ok(now.startsWith(was), name);
        if (keptOutBy(was, 'prep') === 'all') assert.equal(now, was, name);
        assert.deepEqual(keepOutEdits(now, kept, 'prep'), [], `twice, ${name}`);
      });
    }
  }).timeout(30_000);

  it('is seen in a line of any form, which is not added in another one', () => {
    for (const text of ['prep', '/prep', '**/prep/', 'prep/**', '/prep/*\r\n', '*'])
      assert.deepEqual(keepOutEdits(text, 'all', 'prep'), [], text);
    for (const text of ['/prep/**/offer.md\n/prep/offers', 'offer.md\noffers/\n'])
      assert.deepEqual(keepOutEdits(text, 'offers', 'prep'), [], text);
    assert.equal(keptOutBy('/private/\n', 'private/prep'), 'all');
    assert.equal(keptOutBy('prep/\n', 'private/prep'), 'all');
    assert.equal(keptOutBy('/prep/\n', 'private/prep'), 'nothing');
  });

  it('is no longer kept out where a later line takes it back', () => {
    assert.equal(keptOutBy('prep/\n!prep/\n', 'prep'), 'nothing');
    assert.equal(keptOutBy('*\n!*/\n!*.md\n', 'prep'), 'nothing');
    assert.equal(keptOutBy('/prep/*\n!/prep/stories/\n', 'prep'), 'nothing');
    assert.equal(keptOutBy('/prep/\n!/prep/stories/\n', 'prep'), 'all');
  });

  it('is the offers, or all, of a prep folder that is a repository of its own', () => {
    const folder = newFolder();
    git(folder, 'init', '-q');
    for (const file of ['acme/offer.md', 'offers/other.md', 'stories/one.md']) write(folder, file, 'x\n');
    assert.deepEqual(keptOut(folder, ignoreLines('offers', '').join('\n')), ['acme/offer.md', 'offers/other.md']);
    assert.equal(keptOut(folder, ignoreLines('all', '').join('\n')).includes('stories/one.md'), true);
    for (const kept of ['offers', 'all'] as const) assert.equal(keptOutBy(ignoreLines(kept, '').join('\n'), ''), kept);
  }).timeout(30_000);

  it('lets two clones that both reviewed merge without a conflict, and counts the reviews of both', () => {
    const log = 'prep/acme/reviews.jsonl';
    const review = (card: string, minute: number): Review => ({
      card,
      at: Date.UTC(2026, 10, 22, 18, minute),
      rating: 'good',
    });
    const first = newFolder();
    git(first, 'init', '-q', '-b', 'main');
    write(first, 'prep/.gitattributes', applyEdits('', attributesEdits('')));
    write(first, log, `${reviewLine(review('a', 0))}\n`);
    git(first, 'add', '.');
    git(first, 'commit', '-q', '-m', 'start');
    const second = newFolder();
    git(second, 'clone', '-q', first, 'clone');
    const clone = join(second, 'clone');
    const rate = (folder: string, ...reviews: Review[]): void => {
      appendFileSync(join(folder, log), reviews.map((each) => `${reviewLine(each)}\n`).join(''));
      git(folder, 'commit', '-q', '-a', '-m', 'review');
    };
    rate(first, review('b', 1), review('c', 3));
    rate(clone, review('d', 2), review('e', 4));
    git(clone, 'pull', '-q', '--no-rebase', '--no-edit');
    const { reviews, problems } = readReviews(readFileSync(join(clone, log), 'utf8'), log);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      reviews.map(({ card }) => card),
      ['a', 'b', 'd', 'c', 'e'],
    );
  }).timeout(30_000);

  it('merges them in conflict without that line, so that the line is what does it', () => {
    const folder = newFolder();
    git(folder, 'init', '-q', '-b', 'main');
    write(folder, 'reviews.jsonl', 'a\n');
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '-m', 'start');
    git(folder, 'checkout', '-q', '-b', 'other');
    write(folder, 'reviews.jsonl', 'a\nb\n');
    git(folder, 'commit', '-q', '-a', '-m', 'b');
    git(folder, 'checkout', '-q', 'main');
    write(folder, 'reviews.jsonl', 'a\nc\n');
    git(folder, 'commit', '-q', '-a', '-m', 'c');
    assert.throws(() => git(folder, 'merge', '-q', 'other'));
  }).timeout(30_000);

  it('keeps the lines of a .gitattributes that is there, and does not say it twice', () => {
    const text = '*.png binary\r\n';
    const once = applyEdits(text, attributesEdits(text));
    assert.equal(once, '*.png binary\r\n**/reviews.jsonl merge=union\r\n');
    assert.deepEqual(attributesEdits(once), []);
    assert.deepEqual(attributesEdits('reviews.jsonl   merge=union\n'), []);
    assert.deepEqual(attributesEdits('prep/**/reviews.jsonl -text merge=ours\n'), []);
    assert.deepEqual(attributesEdits('reviews.jsonl -merge\n'), [], 'what was decided otherwise is left unchanged');
    assert.deepEqual(attributesEdits('*.jsonl merge=union\n'), []);
    assert.equal(mergesReviews('other-reviews.jsonl merge=union\n'), false);
  });
});

describe('where a repository is published', () => {
  const config = (url: string): string => `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n\tfetch = x\n`;

  it('is its first remote, by host and path', () => {
    assert.equal(remoteOf(config('git@github.com:me/prep.git')), 'github.com:me/prep');
    assert.equal(remoteOf(config('https://example.com/me/prep')), 'example.com/me/prep');
    assert.equal(remoteOf(config('/srv/git/prep.git')), '/srv/git/prep');
  });

  it('never shows a user or a password', () => {
    assert.equal(remoteOf(config('https://me:s3cret@example.com/me/prep.git')), 'example.com/me/prep');
    assert.equal(remoteOf(config('https://me:p@ss@example.com/me/prep.git')), 'example.com/me/prep');
    assert.equal(remoteOf(config('"https://t0ken@example.com/me" ; mine')), 'example.com/me');
    assert.equal(remoteOf('[Remote "o"] URL = https://example.com/me\n'), 'example.com/me');
    assert.equal(remoteOf(config('ssh://git@example.com:22/me/p@ss')), 'example.com:22/me/p@ss');
  });

  it('is nowhere without a remote', () => {
    assert.equal(remoteOf('[core]\n\tbare = false\n[branch "main"]\n\turl = no\n'), undefined);
    assert.equal(remoteOf(''), undefined);
  });
});
