import assert from 'node:assert/strict';
import { parseChecklist } from '../../../src/core/checklist/checklist';
import { parseFrontMatter } from '../../../src/core/frontMatter/parseFrontMatter';
import { assembleLoop } from '../../../src/core/loop/assemble';
import type { Loop } from '../../../src/core/loop/loopModel';
import { isLoopFile, parseFile } from '../../../src/core/loop/parseFile';
import { startFiles } from '../../../src/core/loop/startFiles';
import { outline } from '../../../src/core/markdown/outline';
import type { LoadedPlaybook } from '../../../src/core/playbook/loadPlaybook';
import { builtIn } from './builtIn';

const OPTIONS = { firstContact: '2026-11-23', timeZone: 'Europe/Berlin' };

function started(playbook: LoadedPlaybook): ReadonlyMap<string, string> {
  return new Map(startFiles(playbook, OPTIONS).map(({ path, text }) => [path, text]));
}

function read(files: ReadonlyMap<string, string>, playbook: LoadedPlaybook): Loop {
  const parsed = [...files]
    .filter(([path]) => isLoopFile(path))
    .map(([path, text]) => [path, parseFile(text)] as const);
  return assembleLoop(
    'loop',
    new Map(parsed),
    [...files.keys()].filter((path) => !isLoopFile(path)),
    (id) => (id === playbook.id ? playbook : undefined),
  );
}

for (const id of ['confluent-ai-ml-pm', 'general-pm']) {
  describe(`a loop started from ${id}`, () => {
    const playbook = builtIn(id);
    const files = started(playbook);

    it('says in loop.md where its figures are from, what the loop rewards, and what fits it', () => {
      const sections = outline(files.get('loop.md') ?? '').map(({ level, title }) => ({ level, title }));
      const insights = outline(playbook.insights);
      assert.ok(files.get('loop.md')?.includes(playbook.source));
      assert.deepEqual(sections, [
        { level: 1, title: playbook.title },
        ...insights.map(({ level, title }) => ({ level: level + 1, title })),
        { level: 2, title: 'Does it fit?' },
        { level: 2, title: 'Notes' },
      ]);
      assert.ok(insights.length > 2 && playbook.fit.length > 2);
      for (const { question, expects } of playbook.fit)
        assert.ok(files.get('loop.md')?.includes(`- **${question}** ${expects}`));
    });

    it('has the dates of rounds that are known, pinned, with the others around them, and no date in its text', () => {
      const [, second] = playbook.rounds;
      const known = [{ id: second?.id ?? '', date: '2026-12-02', time: '14:30' }];
      const options = { ...OPTIONS, prepareFrom: '2026-11-10', rounds: known };
      const made = new Map(startFiles(playbook, options).map(({ path, text }) => [path, text]));
      const loop = read(made, playbook);
      assert.deepEqual(loop.problems, []);
      assert.equal(loop.prepareFrom, '2026-11-10');
      assert.deepEqual(
        loop.rounds.filter(({ pinned }) => pinned).map(({ id: round, date, time }) => ({ id: round, date, time })),
        known,
      );
      assert.ok(loop.rounds.every(({ date }, at) => (date ?? '') > (loop.rounds[at - 1]?.date ?? '')));
      assert.doesNotMatch((made.get('loop.md') ?? '').split('---\n').slice(2).join('') || 'none', /Nov|2026-\d\d/u);
      assert.ok((loop.preparation?.items ?? []).some(({ from }) => from === '2026-11-10'));
    });

    it('reads back as the playbook has it, without a problem', () => {
      const loop = read(files, playbook);
      assert.deepEqual(loop.problems, []);
      assert.deepEqual(
        [loop.playbook, loop.company, loop.role, loop.firstContact, loop.days, loop.timeZone],
        [playbook.id, playbook.company, playbook.role, '2026-11-23', playbook.days, 'Europe/Berlin'],
      );
      assert.deepEqual(
        loop.rounds.map((round) => [
          round.number,
          round.id,
          round.title,
          round.minutes,
          round.items.map(({ text }) => text),
          round.status,
          round.pinned,
        ]),
        playbook.rounds.map((round, index) => [
          index + 1,
          round.id,
          round.title,
          round.minutes,
          round.checklist,
          'planned',
          false,
        ]),
      );
      assert.equal(loop.feedback?.title, playbook.feedback?.title);
      assert.equal(loop.preparation?.items.length, playbook.preparation.length);
    });

    it('has a day for every preparation task, not after its round', () => {
      const loop = read(files, playbook);
      loop.preparation?.items.forEach((item, index) => {
        const before = playbook.preparation[index]?.before;
        const round = loop.rounds.find((candidate) => candidate.id === before);
        assert.ok(item.due, `no day for: ${item.text}`);
        assert.ok(item.due <= (round?.date ?? item.due));
      });
    });

    it('ends every file with one line break, and has no trailing space in front matter', () => {
      for (const [path, text] of files) {
        assert.match(text, /[^\n]\n$/u, path);
        const { range } = parseFrontMatter(text);
        if (range) assert.doesNotMatch(text.slice(0, range.bodyStart), /[ \t]\n/u, path);
      }
    });
  });
}

describe('the files of a loop', () => {
  it('quote in front matter what YAML would read as something else', () => {
    const playbook = { ...builtIn('general-pm'), company: 'Yes: & # Co', role: '1984' };
    const { data } = parseFrontMatter(started(playbook).get('loop.md') ?? '');
    assert.deepEqual([data['company'], data['role']], ['Yes: & # Co', '1984']);
  });

  it('show the playbook’s bands in the offer as a table, and leave the figures blank', () => {
    const offer = started(builtIn('confluent-ai-ml-pm')).get('offer.md') ?? '';
    assert.match(offer, /\| Base \| 185,000-210,000 USD \|/u);
    assert.match(offer, /\| Equity \| 0\.06-0\.09% \|/u);
    assert.match(offer, /\| Sign-on \| 20,000-35,000 USD \|/u);
    assert.match(offer, /2,000,000 USD of impact moves equity from 0\.06% to 0\.09%/u);
    assert.match(offer, /^base:$/mu);
  });

  it('leave out what the playbook does not have', () => {
    const { compensation, ...rest } = builtIn('general-pm');
    void compensation;
    const files = started({
      ...rest,
      cheatSheet: '',
      companyBrief: '',
      caseTemplate: '',
      questions: '',
      scripts: [],
      preparationMarkdown: '',
    } as LoadedPlaybook);
    assert.deepEqual(
      [...files.keys()].filter((path) => !path.startsWith('rounds/')),
      ['loop.md', 'offer.md'],
    );
    assert.doesNotMatch(files.get('offer.md') ?? '', /Bands/u);
  });

  // Scripts were full of errors in the preview, which took the blanks of a playbook's script for mathematics.
  it('have scripts whose blanks are written as files have them', () => {
    const files = started(builtIn('confluent-ai-ml-pm'));
    assert.match(
      files.get('scripts/committee-close.md') ?? '',
      /feedback on \{\{topic: state size after a rebalance\}\}\./u,
    );
    for (const [path, text] of files) assert.ok(!text.includes('${'), path);
  });

  it('are listed as documents in the order of the tracker, with the case where the playbook has one', () => {
    const titles = (id: string) => {
      const playbook = builtIn(id);
      return read(started(playbook), playbook).documents.map(({ path, title }) => `${path}: ${title}`);
    };
    assert.deepEqual(titles('confluent-ai-ml-pm'), [
      'loop/cheat-sheet.md: Cheat sheet',
      'loop/company.md: Company brief',
      'loop/case.md: Case',
      'loop/questions.md: Questions to ask',
      'loop/offer.md: Offer',
      'loop/scripts/committee-close.md: Script: committee close',
      'loop/scripts/compensation-ask.md: Script: compensation ask',
      'loop/scripts/tell-me-about-yourself.md: Script: tell me about yourself',
      'loop/scripts/what-do-you-expect.md: Script: what do you expect',
    ]);
    assert.ok(!titles('general-pm').some((title) => title.endsWith(': Case')));
  });

  it('hold checklists that nothing has ticked', () => {
    for (const [path, text] of started(builtIn('confluent-ai-ml-pm'))) {
      assert.ok(
        parseChecklist(text).every(({ checked }) => !checked),
        path,
      );
    }
  });
});
