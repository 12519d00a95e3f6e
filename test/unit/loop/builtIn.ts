import assert from 'node:assert/strict';
import { loadPlaybook, type LoadedPlaybook } from '../../../src/core/playbook/loadPlaybook';
import { builtInFiles } from '../playbook/builtIn';

/** A playbook that ships, read from content/. */
export function builtIn(id: string): LoadedPlaybook {
  const { playbook } = loadPlaybook(builtInFiles(id), id);
  assert.ok(playbook, `${id} cannot be used`);
  return playbook;
}

type Task = LoadedPlaybook['preparation'][number];

/** The playbook with other minutes, days or rounds for some tasks, by id: what a test needs stays in the test. */
export function withTasks(playbook: LoadedPlaybook, changes: Readonly<Record<string, Partial<Task>>>): LoadedPlaybook {
  return { ...playbook, preparation: playbook.preparation.map((task) => ({ ...task, ...changes[task.id] })) };
}
