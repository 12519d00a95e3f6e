import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { playbookJsonSchema } from '../../../src/core/playbook/schema';

const FILE = 'content/playbook.schema.json';

interface Schema {
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema | Schema[];
}

/** The paths of all properties that say nothing of themselves. */
function undescribed(schema: Schema, path = ''): string[] {
  const inner = Array.isArray(schema.items) ? schema.items : schema.items ? [schema.items] : [];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
      const at = `${path}.${name}`;
      return [...(property.description ? [] : [at]), ...undescribed(property, at)];
    }),
    ...inner.flatMap((item, i) => undescribed(item, `${path}[${i}]`)),
  ];
}

describe('the contributed JSON schema', () => {
  it('is the one generated from the code (npm run generate writes it)', () => {
    const wanted = playbookJsonSchema();
    assert.equal(readFileSync(FILE, 'utf8').replace(/\r\n/g, '\n'), wanted);
  });

  it('describes every property, so that an author is helped at each', () => {
    assert.deepEqual(undescribed(JSON.parse(playbookJsonSchema()) as Schema), []);
  });

  it('is contributed for the playbooks of any folder', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { jsonValidation?: unknown } };
    assert.deepEqual(manifest.contributes.jsonValidation, [
      { fileMatch: '**/playbooks/*/playbook.json', url: './content/playbook.schema.json' },
    ]);
  });
});
