/**
 * Whether every pattern in the sources takes linear time in the worst case, as recheck finds by automata and by
 * fuzzing.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import ts from 'typescript';

const SOURCES = 'src';

function literals(file: string): { place: string; text: string }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: { place: string; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node))
      found.push({
        place: `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
        text: node.text,
      });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Prints the patterns that are not safe, and sets the exit code if there are any. */
export async function printRegexes(): Promise<void> {
  const files = readdirSync(SOURCES, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.ts'),
  );
  const found = files.flatMap((entry) => literals(join(entry.parentPath, entry.name)));
  const places = new Map(found.map(({ text, place }) => [text, place]));
  let unsafe = 0;
  for (const [text, place] of places) {
    const end = text.lastIndexOf('/');
    const result = await check(text.slice(1, end), text.slice(end + 1), { timeout: 20_000 });
    if (result.status === 'safe') continue;
    unsafe += 1;
    console.log(`${place}  ${result.status === 'vulnerable' ? result.complexity.summary : result.status}: ${text}`);
  }
  console.log(`\nPatterns: ${places.size}, of which ${unsafe} may take more than linear time`);
  if (unsafe > 0) process.exitCode = 1;
}
