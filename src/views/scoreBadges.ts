/**
 * The score of a story as a badge at the right edge of its row, where a long title does not hide it. The editor asks
 * for the badges of rows on screen only, by a Uri that no file has: otherwise those of the file would show as well.
 */
import * as vscode from 'vscode';

const SCHEME = 'prep-loop-score';

/** A badge has room for two characters. */
const FULL = '✓';

export function scoreUri(story: vscode.Uri, score: number): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: story.path, query: String(score) });
}

export function provideScoreBadges(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration({ scheme, query }) {
      if (scheme !== SCHEME) return undefined;
      return new vscode.FileDecoration(query === '100' ? FULL : query, vscode.l10n.t('Score {0} of 100', query));
    },
  });
}
