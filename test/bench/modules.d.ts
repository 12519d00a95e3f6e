declare module 'write-good' {
  export default function writeGood(
    text: string,
    options?: Readonly<Record<string, unknown>>,
  ): readonly { readonly index: number; readonly offset: number; readonly reason: string }[];
}

declare module 'textlint-rule-no-todo' {
  import type { TextlintRuleModule } from '@textlint/kernel';
  const rule: TextlintRuleModule | { readonly default: TextlintRuleModule };
  export default rule;
}
