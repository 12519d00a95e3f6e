import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { STATED_RULE } from '../../../src/core/story/lint/contradictsStated';
import { BLOCK_RULES } from '../../../src/core/blocks/blockRules';
import { CLAIM_RULES } from '../../../src/core/claims/claimRules';
import { RULES } from '../../../src/core/story/lint';

interface RuleSetting {
  readonly enum: readonly string[];
  readonly default: string;
  readonly description: string;
}

describe('The setting prepLoop.lint.rules', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { configuration: { properties: Record<string, { properties?: Record<string, RuleSetting> }> } };
  };
  const settings = contributes.configuration.properties['prepLoop.lint.rules']?.properties ?? {};

  it('knows every rule, those of worked figures with them, and no other, with its level and what it is about', () => {
    const told = Object.entries(settings).map(([code, { default: level, description }]) => ({
      code,
      level,
      description,
    }));
    const rules = [...RULES, ...BLOCK_RULES, STATED_RULE, ...CLAIM_RULES].map(({ code, severity, summary }) => ({
      code,
      level: severity,
      description: summary,
    }));
    const byCode = (a: { code: string }, b: { code: string }): number => a.code.localeCompare(b.code);
    assert.deepEqual(told.sort(byCode), rules.sort(byCode));
  });

  it('offers the same levels for each', () => {
    for (const { enum: levels } of Object.values(settings))
      assert.deepEqual(levels, ['off', 'hint', 'info', 'warning', 'error']);
  });
});

describe('The README', () => {
  it('has every rule, with its page', () => {
    const readme = readFileSync('README.md', 'utf8');
    const linked = [...readme.matchAll(/\| \[`([a-z-]+)`\]\(content\/rules\/([a-z-]+)\.md\) \|/gu)].map(
      ([, code, page]) => [code, page],
    );
    const codes = RULES.map(({ code }) => [code, code]);
    assert.deepEqual(linked.sort(), codes.sort());
    for (const { code } of RULES) assert.ok(readFileSync(`content/rules/${code}.md`, 'utf8').includes(code));
  });
});
