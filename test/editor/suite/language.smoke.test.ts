import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyEdits } from '../../../src/core/markdown/text';
import { scoreStory } from '../../../src/core/story/lint';
import { emptyWorkspace, extension, until, workspaceUri, write } from '../support';
import {
  actionsAt,
  codesOf,
  crlf,
  openStory,
  OTHERWISE_WEAK,
  problems,
  rangeIn,
  setLint,
  shows,
  storyUri,
  STRONG,
  WEAK,
  WITHOUT_FIGURE,
} from '../stories';

const lint = (text: string): ReturnType<ReturnType<typeof extension>['exports']['lintStory']> =>
  extension().exports.lintStory(text);
const expected = (text: string): string[] => lint(text).map(({ code }) => code);

async function replace(editor: vscode.TextEditor, range: vscode.Range, text: string): Promise<void> {
  assert.ok(await editor.edit((edit) => edit.replace(range, text)));
}

describe('A story in the editor', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  afterEach(async () => {
    await setLint('rules', undefined);
    await setLint('scope', undefined);
  });
  after(emptyWorkspace);

  describe('problems', () => {
    it('are those of the rules, at their places, with a page each', async () => {
      const editor = await openStory(WEAK);
      const findings = lint(WEAK);
      assert.ok(findings.length >= 5);
      await shows(
        editor.document.uri,
        findings.map(({ code }) => code),
      );
      for (const { code, range, message } of problems(editor.document.uri)) {
        const finding = findings.find((other) => other.code === code && other.message === message);
        assert.equal(editor.document.getText(range), finding && WEAK.slice(finding.start, finding.end));
      }
      const [first] = vscode.languages.getDiagnostics(editor.document.uri);
      assert.ok(typeof first?.code === 'object');
      const page = await vscode.workspace.openTextDocument(first.code.target);
      assert.ok(page.getText().includes(`\`${String(first.code.value)}\``));
    });

    it('are none in a good story', async () => {
      const editor = await openStory(STRONG);
      assert.deepEqual(expected(STRONG), []);
      const weak = await openStory(WEAK);
      await shows(weak.document.uri, expected(WEAK));
      assert.deepEqual(codesOf(editor.document.uri), []);
    });

    it('move with the text, and clear when they are fixed', async () => {
      const editor = await openStory(WEAK);
      await shows(editor.document.uri, expected(WEAK));
      const line = rangeIn(editor.document, '${metric}').start.line;
      await replace(editor, new vscode.Range(0, 0, 0, 0), '---\nspoken: 120\n');
      await replace(editor, new vscode.Range(2, 0, 3, 0), '');
      await until('the problem to have moved', () =>
        problems(editor.document.uri).some(
          ({ code, range }) => code === 'placeholder-left' && range.start.line === line + 1,
        ),
      );
      await replace(editor, rangeIn(editor.document, '${metric}'), 'Conversion');
      await until('the blank to be gone', () => !codesOf(editor.document.uri).includes('placeholder-left'));
      await replace(editor, new vscode.Range(0, 0, editor.document.lineCount, 0), STRONG);
      await shows(editor.document.uri, []);
    });

    it('are the same in a file with CRLF', async () => {
      const editor = await openStory(crlf(WEAK));
      await shows(editor.document.uri, expected(WEAK));
      for (const { code, range } of problems(editor.document.uri)) {
        const texts = lint(WEAK)
          .filter((finding) => finding.code === code)
          .map(({ start, end }) => crlf(WEAK.slice(start, end)));
        assert.ok(texts.includes(editor.document.getText(range)), code);
      }
    });

    it('follow the setting, which can turn a rule off or raise it', async () => {
      const editor = await openStory(WEAK);
      await shows(editor.document.uri, expected(WEAK));
      const rules = {
        'placeholder-left': 'error',
        'section-missing': 'off',
        'no-such-rule': 'error',
        ownership: 'loud',
      };
      await vscode.workspace
        .getConfiguration('prepLoop')
        .update('lint.rules', rules, vscode.ConfigurationTarget.Workspace);
      await shows(
        editor.document.uri,
        expected(WEAK).filter((code) => code !== 'section-missing'),
      );
      assert.equal(
        problems(editor.document.uri).find(({ code }) => code === 'placeholder-left')?.severity,
        vscode.DiagnosticSeverity.Error,
      );
    });

    it('are silenced by a comment on the line above', async () => {
      const silent = WEAK.replace(
        '${metric}',
        '<!-- prep-loop-disable-next-line placeholder-left: to be measured -->\n${metric}',
      );
      const { document } = await openStory(silent);
      await shows(
        document.uri,
        expected(WEAK).filter((code) => code !== 'placeholder-left'),
      );
    });

    it('of files that are not open are shown where the setting says so, stay when one is closed, and go with the file', async () => {
      await setLint('scope', 'folder');
      await write(storyUri('closed'), WEAK);
      await shows(storyUri('closed'), expected(WEAK), 15_000);
      await vscode.window.showTextDocument(storyUri('closed'));
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await shows(storyUri('closed'), expected(WEAK));
      // As the explorer does: a watcher may take its time to say that another program did.
      const rename = new vscode.WorkspaceEdit();
      rename.renameFile(storyUri('closed'), storyUri('renamed'));
      assert.ok(await vscode.workspace.applyEdit(rename));
      await shows(storyUri('renamed'), expected(WEAK), 15_000);
      await shows(storyUri('closed'), []);
      await vscode.workspace.fs.delete(workspaceUri('prep', 'stories'), { recursive: true });
      await shows(storyUri('renamed'), [], 15_000);
    });

    it('of offers and scripts are those that fit them', async () => {
      await setLint('scope', 'folder');
      const ask = '# Ask\n\nThe market average is 195,000 USD, so I would like a base of 200,000 USD.\n';
      const uri = workspaceUri('prep', 'acme', 'scripts', 'ask.md');
      await write(uri, ask);
      await shows(uri, ['market-only-ask'], 15_000);
      const notes = workspaceUri('prep', 'acme', 'notes.md');
      await write(notes, WEAK);
      assert.deepEqual(codesOf(notes), []);
    });

    it('of a target that is missed and of an ask are silenced at their place as well', async () => {
      const loop = await vscode.commands.executeCommand<vscode.Uri>('prepLoop.startLoop', {
        playbook: 'confluent-ai-ml-pm',
        firstContact: '2026-11-23',
      });
      const slow = STRONG.replace('Win rates rose', 'The join runs at 350,000 events per second. Win rates rose');
      const ask = '# Ask\n\nThe market average is 195,000 USD, so I would like a base of 200,000 USD.\n';
      const script = vscode.Uri.joinPath(loop, 'scripts', 'ask.md');
      await write(script, ask);
      for (const [code, { document }, text, line] of [
        ['target-missed', await openStory(slow), slow, 'The join runs'],
        ['market-only-ask', await vscode.window.showTextDocument(script), ask, 'The market average'],
      ] as const) {
        await shows(document.uri, [code], 15_000);
        const silence = await until(`silencing ${code}`, async () =>
          (await actionsAt(document, problems(document.uri)[0]?.range ?? rangeIn(document, line))).find(
            (action) => action.title === 'Silence here',
          ),
        );
        assert.ok(silence.edit && (await vscode.workspace.applyEdit(silence.edit)));
        assert.equal(document.getText(), text.replace(line, `<!-- prep-loop-disable-next-line ${code} -->\n${line}`));
        await shows(document.uri, []);
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand('undo');
        assert.equal(document.getText(), text);
      }
    });

    it('end where a file is too large to check', async () => {
      await setLint('scope', 'folder');
      await write(storyUri('large'), `${WEAK}${'We improved significantly. '.repeat(20_000)}`);
      await until('the one problem', () => problems(storyUri('large')).length === 1, 15_000);
      assert.match(problems(storyUri('large'))[0]?.message ?? '', /larger than 512 KB/u);
    });
  });

  describe('quick fixes', () => {
    for (const [name, text] of [
      ['LF', WEAK],
      ['CRLF', crlf(WEAK)],
      ['other rules', OTHERWISE_WEAK],
      ['no figure', WITHOUT_FIGURE],
    ] as const) {
      it(`each change exactly what they say, and undo brings every byte back (${name})`, async () => {
        const editor = await openStory(text);
        const { document } = editor;
        await shows(document.uri, expected(text));
        const findings = lint(text);
        let applied = 0;
        for (const finding of findings) {
          const range = new vscode.Range(document.positionAt(finding.start), document.positionAt(finding.end));
          for (const fix of finding.fixes.filter(({ snippet }) => !snippet)) {
            const wanted = applyEdits(text, fix.edits);
            await shows(document.uri, expected(text));
            const titles = [fix.title, `${fix.title}: ${finding.code}`];
            const wantedEdit = fix.edits.map(({ newText }) => newText.replace(/\r/gu, '')).join('|');
            // The window hears of the problems a moment after the extension has reported them.
            const edit = await until(`${finding.code}: the action “${fix.title}”`, async () => {
              const actions = await actionsAt(document, range);
              return actions.find(
                (action) => titles.includes(action.title) && inserted(action.edit, document) === wantedEdit,
              )?.edit;
            });
            assert.ok(await vscode.workspace.applyEdit(edit));
            assert.equal(document.getText(), wanted, `${finding.code}: ${fix.title}`);
            await vscode.commands.executeCommand('undo');
            assert.equal(document.getText(), text, `undo of ${fix.title}`);
            applied += 1;
          }
        }
        assert.ok(applied >= findings.length);
      });
    }

    it('state a baseline with a blank to fill in', async () => {
      const editor = await openStory(WEAK);
      await shows(editor.document.uri, expected(WEAK));
      const range = rangeIn(editor.document, '35 ms');
      editor.selection = new vscode.Selection(range.start, range.start);
      // The command takes what the window knows of the problems by now, so it is given until the window has heard of
      // them.
      await until('the snippet', async () => {
        await vscode.commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' });
        await new Promise((resolve) => setTimeout(resolve, 500));
        return editor.document.getText().includes('35 ms (from ');
      });
      assert.equal(editor.document.getText(), WEAK.replace('35 ms', '35 ms (from {{baseline}})'));
      assert.equal(editor.document.getText(editor.selection), '{{baseline}}');
    });

    it('begin with a repair: the figure is asked for, and “we” becomes “I”', async () => {
      const editor = await openStory(WEAK.replace('and added', 'which added').replace(' Latency is now 35 ms.', ''));
      await shows(editor.document.uri, expected(editor.document.getText()));
      const first = async (piece: string): Promise<string> => {
        const actions = await actionsAt(editor.document, rangeIn(editor.document, piece));
        return actions.map(({ title }) => title).find((title) => !title.startsWith('Open the page')) ?? '';
      };
      await until('the fix for the figure', async () =>
        (await first('significantly')).startsWith('Ask for the figure'),
      );
      await until('the fix for “we”', async () => (await first('We built')).startsWith('Say “I”'));
    });

    it('go from one blank to the next, and select each to be typed over', async () => {
      const text = STRONG.replace('$2M', '{{money}}').replace('18%', '${share}').replace('partition', '[your unit]');
      const editor = await openStory(text);
      await until(
        'one problem for all',
        () => codesOf(editor.document.uri).filter((code) => code === 'placeholder-left').length === 1,
      );
      const [blank] = problems(editor.document.uri).filter(({ code }) => code === 'placeholder-left');
      assert.match(blank?.message ?? '', /^3 blanks left: the first is “\{\{money\}\}”\.$/u);
      const actions = await actionsAt(editor.document, rangeIn(editor.document, '{{money}}'));
      assert.equal(actions[0]?.title, 'Go to the next blank');
      const selected: string[] = [];
      for (let i = 0; i < 4; i += 1) {
        await vscode.commands.executeCommand('prepLoop.nextBlank', { uri: editor.document.uri });
        selected.push(editor.document.getText(vscode.window.activeTextEditor?.selection ?? editor.selection));
      }
      assert.deepEqual(selected, ['{{money}}', '[your unit]', '${share}', '{{money}}']);
    });

    it('that add sections put the caret into the first blank', async () => {
      const editor = await openStory(WEAK);
      await shows(editor.document.uri, expected(WEAK));
      const title = rangeIn(editor.document, 'Recommendations');
      const add = await until('the fix', async () =>
        (await actionsAt(editor.document, title)).find(({ title: name }) => name === 'Add the missing sections'),
      );
      assert.ok(add.edit);
      await vscode.workspace.applyEdit(add.edit);
      await until('the sections', () => editor.document.getText().includes('## Trade-offs'));
      assert.doesNotMatch(editor.document.getText(), /\}\}:/u, 'no hint stands beside a blank');
    });

    it('fit the text as it is now, not the problem as it was', async () => {
      const editor = await openStory(WEAK);
      await shows(editor.document.uri, expected(WEAK));
      await replace(editor, rangeIn(editor.document, '${metric}'), 'Revenue');
      // At once: the problem is still shown, and there is nothing to fix any more.
      const actions = await actionsAt(editor.document, rangeIn(editor.document, 'Revenue'));
      assert.deepEqual(
        actions.filter(({ title }) => title.includes('placeholder-left')),
        [],
      );
    });

    it('all at once only move sections', async () => {
      const editor = await openStory(WEAK);
      await shows(editor.document.uri, expected(WEAK));
      const actions = await actionsAt(
        editor.document,
        new vscode.Range(0, 0, editor.document.lineCount, 0),
        vscode.CodeActionKind.SourceFixAll,
      );
      assert.deepEqual(
        actions.map(({ title, kind }) => [title, kind?.value]),
        [['Reorder sections', 'source.fixAll.prep-loop']],
      );
      await vscode.commands.executeCommand('editor.action.fixAll');
      const order = lint(WEAK).find(({ code }) => code === 'section-order')?.fixes[0]?.edits ?? [];
      await until('the sections in order', () => editor.document.getText() === applyEdits(WEAK, order));
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), WEAK);
    });
  });

  describe('help while writing', () => {
    const hover = async (document: vscode.TextDocument, piece: string): Promise<string> => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        rangeIn(document, piece).start.translate(0, 1),
      );
      return found
        .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
        .join('\n')
        .replace(/\\|&nbsp;/gu, ' ');
    };

    it('shows what was read in a metric', async () => {
      const { document } = await openStory(STRONG);
      assert.match(await hover(document, '120 ms to 35 ms'), /35 ms .*from 120 ms.*duration/u);
      assert.match(await hover(document, '18%'), /18 %.*percentage/u);
      assert.equal(await hover(document, 'batches'), '');
    });

    it('explains a rule over its finding and over its code in a comment, and nothing outside stories', async () => {
      const { document } = await openStory(
        WEAK.replace('${metric}', '<!-- prep-loop-disable-next-line placeholder-left -->\n${metric}'),
      );
      assert.match(await hover(document, 'We built a transformer'), /command:prepLoop\.openRule/u);
      assert.match(await hover(document, 'placeholder-left'), /command:prepLoop\.openRule/u);
      assert.match(await hover(document, 'placeholder-left'), /Silenced here: .*still costs its points/u);
      const other = workspaceUri('prep', 'notes.md');
      await write(other, STRONG);
      assert.equal(await hover(await vscode.workspace.openTextDocument(other), '18%'), '');
    });

    it('shows the score over the title, with metrics and time', async () => {
      const { document } = await openStory(STRONG);
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      const ours = lenses.filter(({ command }) => command?.command.startsWith('prepLoop.'));
      const score = scoreStory(STRONG).score;
      assert.ok(score > 60, 'more than what is written: it proves something');
      assert.match(
        ours[0]?.command?.title ?? '',
        new RegExp(`^Score ${score} · \\d+ metrics · 0:\\d\\d of 2:30 aloud$`, 'u'),
      );
      assert.equal(document.lineAt(ours[0]?.range.start.line ?? 0).text, '# Bid model');
    });

    it('says over the title how many blanks are left, and what is silenced and still counted', async () => {
      const { document } = await openStory(
        WEAK.replace('We built', '<!-- prep-loop-disable-next-line ownership -->\nWe built'),
      );
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      const ours = lenses.flatMap(({ command }) => (command?.command.startsWith('prepLoop.') ? [command.title] : []));
      assert.match(ours[0] ?? '', /^Score \d+ \(1 silenced, but counted\) · /u);
      assert.deepEqual(ours.slice(1), ['1 blank left', 'Rehearse']);
    });

    const complete = async (
      document: vscode.TextDocument,
      at: vscode.Position,
      trigger?: string,
    ): Promise<vscode.CompletionItem[]> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
        trigger,
      );
      return list.items.filter(
        ({ kind }) => kind !== vscode.CompletionItemKind.Text && kind !== vscode.CompletionItemKind.Snippet,
      );
    };
    const labels = (items: readonly vscode.CompletionItem[]): string[] =>
      items.map(({ label }) => (typeof label === 'string' ? label : label.label));

    it('completes competencies and rounds of the loop’s playbook, each once', async () => {
      await vscode.commands.executeCommand('prepLoop.startLoop', {
        playbook: 'confluent-ai-ml-pm',
        firstContact: '2026-11-23',
      });
      const { document } = await openStory(
        STRONG.replace('rounds: [system-design]', 'rounds:\n  - system-design\n  - '),
      );
      const rounds = labels(await complete(document, rangeIn(document, '  - \n').start.translate(0, 4)));
      assert.deepEqual(rounds.sort(), ['hiring-committee', 'ml-case-study', 'phone-screen', 'product-sense']);
      const competencies = labels(await complete(document, rangeIn(document, 'impact').end, ','));
      assert.ok(competencies.includes('impact') && competencies.length > 3);
    });

    it('completes metrics, targets and units in the body, and is quiet while a sentence is typed', async () => {
      await vscode.commands.executeCommand('prepLoop.startLoop', {
        playbook: 'confluent-ai-ml-pm',
        firstContact: '2026-11-23',
      });
      const { document } = await openStory(
        STRONG.replace('## Situation', 'In short: \n\nIt takes 12 \n\n## Situation'),
      );
      await until('the targets', async () =>
        labels(await complete(document, rangeIn(document, 'In short: ').end)).some((label) => /^40 ms$/u.test(label)),
      );
      const all = labels(await complete(document, rangeIn(document, 'In short: ').end));
      assert.ok(all.includes('18%'), all.join());
      assert.equal(new Set(all).size, all.length);
      assert.ok(labels(await complete(document, rangeIn(document, 'It takes 12 ').end)).includes('ms'));
      assert.deepEqual(labels(await complete(document, rangeIn(document, 'In short: ').end, ' ')), []);
    });

    it('links the rounds of the front matter to their files', async () => {
      const loop = await vscode.commands.executeCommand<vscode.Uri>('prepLoop.startLoop', {
        playbook: 'confluent-ai-ml-pm',
        firstContact: '2026-11-23',
      });
      const { document } = await openStory(STRONG);
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      const link = links.find(({ range }) => document.getText(range) === 'system-design');
      assert.equal(link?.target?.toString(), vscode.Uri.joinPath(loop, 'rounds', '02-system-design.md').toString());
      await vscode.workspace.fs.stat(link.target);
    });

    it('leads from a round to its stories, and offers to write the first', async () => {
      const loop = await vscode.commands.executeCommand<vscode.Uri>('prepLoop.startLoop', {
        playbook: 'confluent-ai-ml-pm',
        firstContact: '2026-11-23',
      });
      const round = vscode.Uri.joinPath(loop, 'rounds', '02-system-design.md');
      await vscode.window.showTextDocument(round);
      const lens = async (): Promise<vscode.Command | undefined> => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          round,
          10,
        );
        return lenses.map(({ command }) => command).find((command) => command?.title.includes('this round'));
      };
      assert.equal((await lens())?.command, 'prepLoop.newStory');
      await write(storyUri('for-the-round'), STRONG);
      const found = await until(
        'the story',
        async () => ((await lens())?.title === '1 story for this round' ? lens() : undefined),
        15_000,
      );
      await vscode.commands.executeCommand(found.command, ...(found.arguments ?? []));
    });
  });
});

/** What an action inserts, in the order of the fix's edits. */
function inserted(edit: vscode.WorkspaceEdit | undefined, document: vscode.TextDocument): string {
  return (edit?.get(document.uri) ?? []).map(({ newText }) => newText.replace(/\r/gu, '')).join('|');
}

describe('The files of a loop in the editor', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  after(emptyWorkspace);

  it('show what is wrong with them, until it is fixed', async () => {
    const loop = await vscode.commands.executeCommand<vscode.Uri>('prepLoop.startLoop', {
      playbook: 'confluent-ai-ml-pm',
      firstContact: '2026-11-23',
    });
    const file = vscode.Uri.joinPath(loop, 'loop.md');
    const editor = await vscode.window.showTextDocument(file);
    await replace(editor, rangeIn(editor.document, '2026-11-23'), 'some day');
    await until('the problem', () =>
      problems(file).some(({ range }) => editor.document.getText(range).includes('some day')),
    );
    await replace(editor, rangeIn(editor.document, 'some day'), '2026-11-23');
    await until('the problem to be gone', () => problems(file).length === 0);
  });
});
