/**
 * The rules' pages as documents of their own scheme. A problem's code links to one: newer editors follow such a link to
 * a document, but to no command any more; and package.json says that documents of this scheme open as Markdown
 * previews.
 */
import * as vscode from 'vscode';
import { BLOCK_RULES } from '../core/blocks/blockRules';
import type { BlockRuleCode } from '../core/blocks/blockModel';
import type { ClaimRuleCode } from '../core/claims/claimModel';
import { CLAIM_CODES } from '../core/claims/claimRules';
import { RULE_CODES, type RuleCode } from '../core/story/lint';
import { STATED_RULE } from '../core/story/lint/contradictsStated';
import { openPreview } from './openPreview';

export const RULE_SCHEME = 'prep-loop-rule';

/** A rule's page, or the one that says how a score is worked out. */
export type PageName = RuleCode | BlockRuleCode | ClaimRuleCode | typeof STATED_RULE.code | 'score';

/** What has a page as a rule. */
export const PAGE_CODES: readonly Exclude<PageName, 'score'>[] = [
  ...RULE_CODES,
  ...BLOCK_RULES.map(({ code }) => code),
  STATED_RULE.code,
  ...CLAIM_CODES,
];

export function rulePage(code: PageName): vscode.Uri {
  return vscode.Uri.from({ scheme: RULE_SCHEME, path: `/${code}.md` });
}

/** The page of a problem of a block; undefined for one that has none. */
export function blockRulePage(code: string): vscode.Uri | undefined {
  const rule = BLOCK_RULES.find((each) => each.code === code);
  return rule && rulePage(rule.code);
}

/** Shows a page as it is meant to be read. */
export function openRulePage(code: PageName): Promise<void> {
  return openPreview(rulePage(code));
}

/** @param extension the folder of the extension, which holds `content/rules` and `content/score.md`. */
export function provideRulePages(extension: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(RULE_SCHEME, {
    async provideTextDocumentContent({ path }) {
      // Only a code that is a rule's becomes part of a path.
      const code = PAGE_CODES.find((candidate) => path === `/${candidate}.md`);
      if (code === undefined && path !== rulePage('score').path) return undefined;
      const place = code === undefined ? ['score.md'] : ['rules', `${code}.md`];
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'content', ...place));
      return new TextDecoder().decode(bytes);
    },
  });
}
