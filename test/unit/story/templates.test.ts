import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseStory } from '../../../src/core/story/parseStory';
import { eachNode, parseSnippet, snippetText } from '../../../src/core/story/snippetSyntax';
import { REQUIRED_SECTIONS } from '../../../src/core/story/storySections';
import {
  BUILT_IN_TEMPLATES,
  fillTemplate,
  markSnippetBlanks,
  readTemplate,
  templateOf,
} from '../../../src/core/story/templates';
import { runs } from '../../support/properties';

const FOLDER = 'content/templates';
const read = (id: string): ReturnType<typeof readTemplate> =>
  readTemplate(id, readFileSync(`${FOLDER}/${id}.md`, 'utf8'));
const textOf = (snippet: string): string => {
  const parsed = parseSnippet(snippet);
  assert.ok('nodes' in parsed);
  return snippetText(parsed.nodes);
};

describe('the built-in templates', () => {
  it('are those in the folder', () => {
    assert.deepEqual(
      [...BUILT_IN_TEMPLATES].sort(),
      readdirSync(FOLDER)
        .map((name) => name.replace(/\.md$/u, ''))
        .sort(),
    );
    for (const id of [
      'star',
      'launch',
      'streaming-ml-model',
      'prioritisation',
      'failure',
      'influence-without-authority',
    ])
      assert.ok(BUILT_IN_TEMPLATES.includes(id), id);
  });

  for (const id of BUILT_IN_TEMPLATES) {
    describe(id, () => {
      const template = read(id);
      const filled = fillTemplate(template, {
        title: 'Scores: in "time"',
        competencies: ['streaming-scale', 'a: b'],
        rounds: ['phone-screen'],
      });
      const story = parseStory(filled.text);

      it('says what it is for', () => {
        assert.equal(template.problem, undefined);
        assert.ok(template.description && template.description.length > 30);
        assert.notEqual(template.name, id);
      });

      it('makes a story with all sections in order, and none of them filled yet', () => {
        assert.deepEqual(story.problems, []);
        assert.deepEqual(
          story.sections.map(({ name }) => name).filter((name) => name !== 'Learned'),
          REQUIRED_SECTIONS,
        );
        assert.deepEqual(
          story.sections.filter(({ filled: done, blanks }) => done || blanks === 0),
          [],
        );
        assert.equal(story.spokenTarget, 150);
      });

      it('has what the story is made with in its front matter', () => {
        assert.deepEqual(
          [story.title, story.competencies, story.rounds],
          ['Scores: in "time"', ['streaming-scale', 'a: b'], ['phone-screen']],
        );
        assert.doesNotMatch(filled.text, /^(?:template|description):/mu);
      });

      it('is without competencies and rounds where none are given', () => {
        const bare = parseStory(fillTemplate(template, { title: 'T' }).text);
        assert.deepEqual([bare.problems, bare.competencies, bare.rounds], [[], [], []]);
      });

      it('has tab stops that begin with the impact, run on without a gap, and end at the end', () => {
        const parsed = parseSnippet(template.text);
        assert.ok('nodes' in parsed);
        const ids = [...eachNode(parsed.nodes)].flatMap((node) => (node.kind === 'stop' ? [node.id] : []));
        assert.deepEqual(
          [...ids].sort((a, b) => a - b),
          ids.map((_, index) => index),
        );
        assert.match(template.text, /## Impact\n\n[^\n]*\$\{1:/u);
        assert.equal(ids.at(-1), 0);
      });

      it('inserted as a snippet leaves the text that its file is created with', () => {
        assert.ok(filled.snippet);
        assert.equal(textOf(filled.snippet), filled.text);
      });
    });
  }
});

describe('a template', () => {
  it('may be any Markdown: front matter and title are added', () => {
    const { text, snippet } = fillTemplate(
      readTemplate('mine', '# ${TITLE}\n\n## Impact\n\n${metric} and ${metric}, $1\n'),
      { title: 'Cost $5 {less}', competencies: ['a'] },
    );
    assert.equal(
      text,
      '---\ntitle: Cost $5 {less}\ncompetencies: [a]\n---\n\n# Cost $5 {less}\n\n## Impact\n\n{{metric}} and {{metric}}, \n',
    );
    assert.equal(
      snippet,
      '---\ntitle: Cost \\$5 {less\\}\ncompetencies: [a]\n---\n\n# Cost \\$5 {less\\}\n\n## Impact\n\n${2:{{metric\\}\\}} and ${2}, ${1}\n',
    );
  });

  it('gives its title to the mirrors of the title', () => {
    const { text } = fillTemplate(readTemplate('mine', '---\ntitle: ${1:The title}\n---\n# $1\n'), { title: 'Real' });
    assert.equal(text, '---\ntitle: Real\n---\n# Real\n');
  });

  it('keeps what the arguments do not fill, and the editor’s own variables', () => {
    const file =
      '---\r\n# mine\r\ncompetencies:\r\n  - kept\r\nrounds: [${2|a,b|}]\r\nother: x\r\n---\r\n$CURRENT_YEAR ${1:ask}\r\n';
    const { text, snippet } = fillTemplate(readTemplate('mine', `\ufeff${file}`), { title: 'T' });
    assert.equal(
      text,
      '---\ntitle: T\n# mine\ncompetencies:\n  - kept\nrounds: [a]\nother: x\n---\n${CURRENT_YEAR} {{ask}}\n',
    );
    assert.match(snippet ?? '', /\$\{CURRENT_YEAR\} \$\{1:\{\{ask\\\}\\\}\}/u);
    const replaced = fillTemplate(readTemplate('mine', file), { title: 'T', competencies: ['new'] });
    assert.match(replaced.text, /\ncompetencies: \[new\]\nrounds/u);
  });

  it('has the name and description from its front matter, otherwise the name of its file', () => {
    assert.deepEqual(
      [
        readTemplate('a-b', '---\ntemplate: "My: own"\ndescription: For x\n---\n'),
        readTemplate('price-change', 'x'),
      ].map(({ name, description }) => [name, description]),
      [
        ['My: own', 'For x'],
        ['Price change', undefined],
      ],
    );
  });

  it('that is broken says where, and is inserted as plain text', () => {
    const template = readTemplate('mine', '---\ntitle: x\n---\n## Impact\n\n${1:open\n');
    assert.equal(template.problem?.line, 6);
    const { text, snippet } = fillTemplate(template, { title: 'My ${story}' });
    assert.equal(snippet, undefined);
    assert.equal(text, '---\ntitle: My ${story}\n---\n## Impact\n\n${1:open\n');
    assert.equal(fillTemplate(readTemplate('mine', '---\na: ${1:b\n---\n}\n'), { title: 'T' }).snippet, undefined);
  });

  it('is inserted as plain text when its tab stops repeat one another, each the one before it twice', () => {
    // The text doubled with each stop: forty short lines asked for more memory than there is.
    const stops = Array.from({ length: 40 }, (_, i) => `\${${i + 2}:$${i + 1}$${i + 1}}`).join('\n');
    const doubling = readTemplate('x', `\${1:one}\n${stops}`);
    assert.match(doubling.problem?.message ?? '', /repeat one another/u);
    assert.equal(fillTemplate(doubling, { title: 'T' }).snippet, undefined);
    const named = Array.from({ length: 40 }, (_, i) => `\${n${i + 1}:\${n${i}}\${n${i}}}`).join('\n');
    assert.equal(fillTemplate(readTemplate('x', `\${n0:one}\n${named}`), { title: 'T' }).snippet, undefined);
  });

  it('takes any title: the story reads it back, and snippet and text agree (property)', function () {
    this.timeout(20_000);
    const template = read('star');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.array(fc.string({ maxLength: 10 }), { maxLength: 3 }),
        (title, competencies) => {
          const { text, snippet } = fillTemplate(template, { title, competencies });
          assert.equal(textOf(snippet ?? ''), text);
          const expected = title.replace(/\s+/gu, ' ').trim();
          const story = parseStory(text);
          assert.deepEqual(story.problems, []);
          assert.equal(story.title ?? '', expected);
        },
      ),
    );
  });

  it('never throws, whatever its file holds (property)', function () {
    this.timeout(20_000);
    const unit = fc.constantFrom(
      '---\n',
      'title: ',
      'competencies: [',
      '${',
      '}',
      '1',
      ':',
      '|',
      'a',
      '\n',
      '\r\n',
      '$1',
      '${TITLE}',
      '\\',
      '## Impact\n',
      '"',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 25 }), (parts) => {
        const { text, snippet } = fillTemplate(readTemplate('x', parts.join('')), { title: 'T', competencies: ['c'] });
        if (snippet !== undefined) assert.equal(textOf(snippet), text);
      }),
      runs(2000),
    );
  });
});

describe('the playbooks’ templates', () => {
  for (const playbook of readdirSync('content/playbooks')) {
    for (const file of readdirSync(`content/playbooks/${playbook}/stories`)) {
      it(`${playbook}/${file} makes a story of blanks`, () => {
        const { text, snippet } = fillTemplate(
          readTemplate(
            file.replace(/\.md$/u, ''),
            readFileSync(`content/playbooks/${playbook}/stories/${file}`, 'utf8'),
          ),
          { title: 'T' },
        );
        assert.ok(snippet);
        const story = parseStory(text);
        assert.deepEqual([story.title, story.problems, story.missing, story.filledCount], ['T', [], [], 0]);
        assert.deepEqual([story.writtenWords, story.sections.filter(({ written }) => written)], [0, []]);
      });
    }
  }
});

describe('a snippet’s blanks', () => {
  it('are marked, its choices and real text are not', () => {
    assert.equal(
      markSnippetBlanks('I ${1|won,lost|} ${2:what} at \\$5$0'),
      'I ${1|won,lost|} ${2:{{what\\}\\}} at \\$5${0}',
    );
  });
});

describe('the template that a story was made from', () => {
  const templates = BUILT_IN_TEMPLATES.map(read);
  const made = (story: string): string | undefined => templateOf(story, templates)?.id;

  it('is recognised in a story only just made, in one that is filled in, and in one with other line ends', () => {
    for (const template of templates) {
      const { text } = fillTemplate(template, { title: 'T' });
      assert.equal(made(text), template.id);
      const example = readFileSync(`content/examples/${template.id}.md`, 'utf8');
      assert.equal(made(example), template.id);
      assert.equal(made(example.replaceAll('\n', '\r\n')), template.id);
    }
  });

  it('is reported as long as half of the template’s text is there', () => {
    const [template] = templates;
    assert.ok(template);
    assert.equal(templateOf('I had to go. Then I decided; it had gone from 3.', [template]), template);
    assert.equal(templateOf('I had to go. Then I decided.', [template]), undefined);
  });

  it('is unknown for a story of its own words, for none, and where there is no template', () => {
    assert.equal(made('## Impact\n\nWe kept $2M.\n'), undefined);
    assert.equal(made(''), undefined);
    assert.equal(templateOf('Any', []), undefined);
    assert.equal(templateOf('Any', [readTemplate('broken', '${1:never closed'), readTemplate('empty', '')]), undefined);
  });
});
