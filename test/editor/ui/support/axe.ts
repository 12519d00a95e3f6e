import axe from 'axe-core';
import type { Frame } from 'playwright-core';

interface Result {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/**
 * What axe-core finds in a frame against WCAG and best practice, one entry a violation; `within` is a CSS selector of
 * the part to look at. An empty list means accessible, as far as a program can tell.
 */
export async function axeViolations(frame: Frame, within?: string): Promise<string[]> {
  // Evaluated by the debugger, not loaded as a script: the frame's own policy would rightly refuse it.
  await frame.evaluate(axe.source);
  const place = within === undefined ? 'document' : JSON.stringify(within);
  const result = await frame.evaluate<Result>(`axe.run(${place}, { resultTypes: ['violations'] })`);
  return result.violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `    ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`).join('\n')}`,
  );
}
