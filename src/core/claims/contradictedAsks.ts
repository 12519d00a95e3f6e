/** Asks of a loop's scripts that contradict what its offer says was stated. */
import { readOffer } from '../offer/readOffer';
import { lastStated } from '../offer/stated';
import { contradictions, STATED_RULE } from '../story/lint/contradictsStated';
import type { Severity } from '../story/lint/types';
import type { ClaimFinding, FileFigures } from './claimModel';

/** Levels of rules, by their codes. */
export type RuleLevels = Readonly<Partial<Record<string, Severity | 'off'>>>;

/** The files are compared after every change of one of them: a script that has not changed is the same object. */
const known = new WeakMap<FileFigures, { readonly key: string; readonly found: readonly ClaimFinding[] }>();

/** What the asks contradict, in order of the scripts. Each script is read once for what was stated. */
export function contradictedAsks(files: readonly FileFigures[], rules: RuleLevels): ClaimFinding[] {
  const offer = files.find(({ source, text }) => source === 'offer' && text.includes('stated'));
  const said = offer && lastStated(readOffer(offer.text).offer);
  if (!said) return [];
  const key = JSON.stringify([said, rules[STATED_RULE.code]]);
  return files
    .filter(({ source }) => source === 'script')
    .flatMap((script) => {
      const before = known.get(script);
      if (before?.key === key) return before.found;
      const found = contradictions(script.text, said, rules).map((one): ClaimFinding => ({
        ...one,
        path: script.path,
        related: [],
        fixes: [],
      }));
      known.set(script, { key, found });
      return found;
    });
}
