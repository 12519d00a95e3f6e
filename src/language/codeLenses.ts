/** The score of a story over its title, with how long it takes to say. */
import * as vscode from 'vscode';
import {
  blanksLeft,
  DEFAULT_SPOKEN_SECONDS,
  missingStrengths,
  scoreSentences,
  summariseScore,
  type Analysis,
  type Score,
} from '../core/story/lint';
import { formatSeconds, speakingSeconds } from '../core/story/spoken';
import { plural } from '../core/words';
import { commandOf } from '../editorCommands';
import { Owner } from '../lifecycle';
import type { Checked } from '../analysis/checkedFiles';
import type { StoryAnalyses } from '../analysis/storyAnalyses';

/** What a story in a language other than English has in place of findings about its words. */
export const OTHER_LANGUAGE = 'Not in English: checked for structure and figures only';

export class StoryCodeLenses extends Owner implements vscode.CodeLensProvider {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.didChange.event;

  constructor(private readonly analyses: StoryAnalyses) {
    super();
    this._register(analyses.onDidAnalyse(({ version }) => version !== undefined && this.didChange.fire()));
  }

  async provideCodeLenses(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<vscode.CodeLens[]> {
    // While the user types, the editor keeps its present lens, and nothing is worked out for it.
    await this.analyses.rested(document);
    if (token.isCancellationRequested) return [];
    const checked = this.analyses.of(document);
    if (!checked) return [];
    const { uri } = document;
    const { analysis } = checked;
    const range = document.lineAt(titleLine(analysis)).range;
    const left = blanksLeft({ text: document.getText(), parsed: analysis.parsed }).length;
    const blanks =
      left === 0
        ? []
        : [new vscode.CodeLens(range, commandOf('prepLoop.nextBlank', `${plural(left, 'blank')} left`, { uri }))];
    const rehearse = [new vscode.CodeLens(range, commandOf('prepLoop.rehearseStory', 'Rehearse', { uri }))];
    if (analysis.kind === 'script') return [...rehearse, ...blanks];
    if (!analysis.score) return [];
    const explain = commandOf('prepLoop.explainScore', lensTitle(checked), { uri });
    const score = new vscode.CodeLens(range, { ...explain, tooltip: lensTooltip(analysis.score) });
    const language = analysis.isEnglish ? [] : [new vscode.CodeLens(range, { title: OTHER_LANGUAGE, command: '' })];
    return [score, ...blanks, ...rehearse, ...language];
  }
}

/** What earned the score, what cost it most, and what would earn most. */
function lensTooltip(score: Score): string {
  const [next] = missingStrengths(score);
  return [...scoreSentences(summariseScore(score)), ...(next ? [`Next: ${next.advice}`] : [])].join('\n');
}

function lensTitle({
  analysis: { parsed, quantities, score, silenced },
  options,
}: Checked & { readonly analysis: Analysis }): string {
  const metrics = plural(quantities.length, 'metric');
  const seconds = speakingSeconds(parsed.words, options.wordsPerMinute);
  const hidden = silenced.length === 0 ? '' : ` (${silenced.length} silenced, but counted)`;
  return `Score ${score?.score ?? 0}${hidden} · ${metrics} · ${formatSeconds(seconds)} of ${formatSeconds(parsed.spokenTarget ?? DEFAULT_SPOKEN_SECONDS)} aloud`;
}

/** The first heading, else the first line of the body. */
function titleLine({ parsed }: Analysis): number {
  const heading = parsed.outline[0];
  if (heading) return heading.line;
  return Math.max(
    0,
    parsed.lines.findIndex(({ start }) => start >= parsed.bodyStart),
  );
}
