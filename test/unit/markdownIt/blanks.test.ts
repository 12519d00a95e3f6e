import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import type { MarkdownIt as Md } from 'markdown-it';
import { blanks } from '../../../src/core/markdownIt/blanks';
import { quantities } from '../../../src/core/markdownIt/quantities';
import { leastProcessorTime } from '../../host/processorTime';

/** As VS Code's own plugin for mathematics: rules of its own after `escape` and after `blockquote`. */
function mathematics(md: Md): void {
  md.inline.ruler.after('escape', 'math_inline', (state, silent) => {
    const end = state.src[state.pos] === '$' ? state.src.indexOf('$', state.pos + 1) : -1;
    if (end < 0 || /\s/u.test(state.src[state.pos + 1] ?? ' ')) return false;
    if (!silent) state.push('math_inline', 'math', 0).content = state.src.slice(state.pos + 1, end);
    state.pos = end + 1;
    return true;
  });
  md.block.ruler.after(
    'blockquote',
    'math_block',
    (state, line, end, silent) => {
      const start = (state.bMarks[line] as number) + (state.tShift[line] as number);
      if (!state.src.startsWith('$$', start)) return false;
      if (!silent) state.push('math_block', 'math', 0);
      state.line = end;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
  const { rules } = md.renderer;
  rules['math_inline'] = (tokens, index) => `<math>${tokens[index]?.content ?? ''}</math>`;
  rules['math_block'] = () => '<math display></math>';
}

const ours = (order: 'first' | 'last'): Md =>
  order === 'first' ? new MarkdownIt().use(blanks).use(mathematics) : new MarkdownIt().use(mathematics).use(blanks);
const shown = (md: Md, text: string): string =>
  md
    .render(text)
    .trim()
    .replace(/<span class="prep-loop-blank"[^>]*>(.*?)<\/span>/gu, '⟨$1⟩');

describe('a blank in rendered Markdown', () => {
  // Scripts and fresh stories were full of red errors: VS Code took `${…}` for mathematics.
  const cases: readonly (readonly [string, string])[] = [
    ['By {{the date}}.', '<p>By ⟨the date⟩.</p>'],
    ['By ${the date} and ${metric:40 ms}.', '<p>By ⟨the date⟩ and ⟨metric:40 ms⟩.</p>'],
    ['A base of ${{base: $200k}} and $2M for ${2:whom}.', '<p>A base of $⟨base: $200k⟩ and $2M for ⟨whom⟩.</p>'],
    ['From ($5→${new}) to $6 in **{{how long}}**.', '<p>From ($5→⟨new⟩) to $6 in <strong>⟨how long⟩</strong>.</p>'],
    ['$${base}k, and $${more}.\n\nThen.', '<p>$⟨base⟩k, and $⟨more⟩.</p>\n<p>Then.</p>'],
    [
      '- {{<b>who</b>}} and\n  {{what & where}}',
      '<ul>\n<li>⟨&lt;b&gt;who&lt;/b&gt;⟩ and\n⟨what &amp; where⟩</li>\n</ul>',
    ],
    ['## {{title}}', '<h2>⟨title⟩</h2>'],
    ['{{}} {open ${ and {', '<p>⟨…⟩ {open ${ and {</p>'],
    ['`{{code}}` and `${code}`', '<p><code>{{code}}</code> and <code>${code}</code></p>'],
  ];
  for (const [text, html] of cases) {
    it(`is drawn as a blank, whichever plugin came first: ${JSON.stringify(text)}`, () => {
      assert.equal(shown(ours('first'), text), html);
      assert.equal(shown(ours('last'), text), html);
    });
  }

  it('leaves mathematics to the program that draws it', () => {
    const text = 'With $x_1$ and\n\n$$\ny\n$$\n';
    assert.equal(shown(ours('last'), text), '<p>With <math>x_1</math> and</p>\n<math display></math>');
  });

  it('is read in texts of ours alone, and drawn in documents of ours alone', () => {
    const md = new MarkdownIt().use(mathematics).use(blanks, {
      reads: (source: string) => source.startsWith('Ours'),
      applies: (env: unknown) => (env as { ours?: boolean }).ours === true,
    });
    assert.match(md.render('Theirs ${x}$ {{y}}', {}), /<math>\{x\}<\/math> \{\{y\}\}/u);
    assert.match(md.render('Ours {{y}}', { ours: true }), /prep-loop-blank/u);
    assert.equal(md.render('Ours {{y}} <', {}).trim(), '<p>Ours {{y}} &lt;</p>');
  });

  it('has no figure marked in it', () => {
    const md = new MarkdownIt().use(quantities).use(blanks);
    assert.doesNotMatch(md.render('Worth {{money: $2M}} or ${rate:40%}.'), /prep-loop-quantity/u);
  });

  it('takes time in proportion to the text', () => {
    const md = ours('last');
    const text = (size: number): string => 'It fell to {{x}} or ${y}, $5 and {{ '.repeat(size);
    const small = leastProcessorTime(() => {
      for (let i = 0; i < 8; i += 1) md.render(text(500));
    }, 2);
    const large = leastProcessorTime(() => md.render(text(4000)), 2);
    assert.ok(large < small * 8, `${large} ms at once, ${small} ms in pieces`);
  });
});
