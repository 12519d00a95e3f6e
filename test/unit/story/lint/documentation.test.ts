import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BLOCK_RULES } from '../../../../src/core/blocks/blockRules';
import { CLAIM_RULES } from '../../../../src/core/claims/claimRules';
import { RULE_CODES, RULES, type RuleCode } from '../../../../src/core/story/lint';
import { STATED_RULE } from '../../../../src/core/story/lint/contradictsStated';
import { found, storyWith, type Sections } from './sound';

describe('the documentation of a rule', () => {
  /** Where an example belongs in a story; the other rules’ examples are descriptions. */
  const places: Partial<Record<RuleCode, (example: string) => Sections>> = {
    'impact-first': (example) => ({ Impact: example }),
    'metric-missing': (example) => ({ Impact: example, Result: example }),
    'baseline-missing': (example) => ({ Result: example }),
    'constraint-missing': (example) => ({ Impact: example, Result: 'Readers like it.' }),
    'trade-off-missing': (example) => ({ 'Trade-offs': example }),
    ownership: (example) => ({ Action: example }),
    'vague-quantity': (example) => ({ Result: example }),
    'placeholder-left': (example) => ({ Result: example }),
    'wrong-arithmetic': (example) => ({ Result: example }),
    'acronym-unexplained': (example) => ({ Situation: example }),
    'time-frame-missing': (example) => ({ Impact: example, Result: 'Renewals are up 9% and refunds are down.' }),
  };
  const example = (code: string, strength: 'Weak' | 'Strong'): string => {
    const page = readFileSync(`content/rules/${code}.md`, 'utf8');
    return (
      new RegExp(`^\\*\\*${strength}:\\*\\* (.*)$`, 'mu').exec(page)?.[1] ??
      assert.fail(`${code} has no ${strength} example`)
    );
  };

  it('is there for each rule and for nothing else, in at most 200 words', () => {
    const codes = [...RULE_CODES, ...[...BLOCK_RULES, STATED_RULE, ...CLAIM_RULES].map(({ code }) => code)];
    assert.deepEqual(readdirSync('content/rules').sort(), codes.map((code) => `${code}.md`).sort());
    for (const code of codes) {
      const page = readFileSync(`content/rules/${code}.md`, 'utf8');
      assert.ok(page.split(/\s+/u).length <= 200, code);
      assert.ok(page.includes(`<!-- prep-loop-disable-next-line ${code} -->`), `${code} says how to silence it`);
      example(code, 'Weak');
      example(code, 'Strong');
    }
  });

  it('shows the rule in the editor, and has no picture that no page shows', () => {
    const folder = 'media/screenshots/rules';
    const shown = RULE_CODES.flatMap((code) => {
      const pictures = [...readFileSync(`content/rules/${code}.md`, 'utf8').matchAll(/!\[([^\]]+)\]\(([^)]+)\)/gu)].map(
        ([, , path = '']) => path,
      );
      assert.ok(pictures.includes(`../../${folder}/${code}.webp`), code);
      for (const path of pictures) assert.ok(existsSync(join('content/rules', path)), path);
      return pictures;
    });
    assert.deepEqual(
      shown.sort(),
      readdirSync(folder)
        .map((name) => `../../${folder}/${name}`)
        .sort(),
    );
  });

  it('has a fix’s picture where the rule has a fix of its own', () => {
    const fixed = RULE_CODES.filter((code) =>
      readFileSync(`content/rules/${code}.md`, 'utf8').includes('The quick fix *'),
    );
    assert.deepEqual(
      fixed.filter((code) => !existsSync(`media/screenshots/rules/${code}-fix.webp`)),
      [],
    );
  });

  for (const [code, place] of Object.entries(places) as [RuleCode, (example: string) => Sections][]) {
    it(`${code}: its weak example raises it, its strong one does not`, () => {
      assert.ok(found(code, storyWith(place(example(code, 'Weak')))).length > 0);
      assert.deepEqual(found(code, storyWith(place(example(code, 'Strong')))), []);
    });
  }
  it('market-only-ask: its weak example raises it, its strong one does not', () => {
    assert.equal(found('market-only-ask', example('market-only-ask', 'Weak'), 'script').length, 1);
    assert.equal(found('market-only-ask', example('market-only-ask', 'Strong'), 'script').length, 0);
  });
});

describe('the title of a rule', () => {
  it('is the heading of its page', () => {
    for (const { code, title } of [...RULES, ...CLAIM_RULES])
      assert.equal(readFileSync(`content/rules/${code}.md`, 'utf8').split('\n')[0], `# ${title}`);
  });
});
