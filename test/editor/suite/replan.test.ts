import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addDays } from '../../../src/core/days/dates';
import type { Plan } from '../../../src/core/schedule/plan';
import { Notifications } from '../messages';
import { emptyWorkspace, extension, onDisk, until, workspaceUri, write } from '../support';

/** The day it is here, in local time. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The first Monday from `days` from now on: far enough ahead that nothing of the loop is missed. */
function monday(days: number): string {
  const from = addDays(today(), days);
  return (
    [0, 1, 2, 3, 4, 5, 6]
      .map((more) => addDays(from, more))
      .find((date) => new Date(`${date}T12:00:00Z`).getUTCDay() === 1) ?? from
  );
}

let number = 0;
const FIRST = monday(7);
const at = (day: number): string => addDays(FIRST, day - 1);
const folder = (): string => `loop-${number}`;
const file = (...path: string[]): vscode.Uri => workspaceUri('prep', folder(), ...path);
const run = <T>(command: string, argument?: unknown): Thenable<T> =>
  vscode.commands.executeCommand<T>(`prepLoop.${command}`, argument);
const ROUND = (id: string, date: string): string =>
  `---\r\n# mine\r\nround: ${id}\r\ndate: ${date} # agreed\r\ntime:\r\npinned: false\r\nstatus: planned\r\n---\r\n# ${id}\r\n`;
const PREPARATION = '# Preparation\n\n- [ ] **Rehearse the committee script.** Aloud\n- [ ] Mine\n';

async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

describe('Replanning', () => {
  before(() => extension().activate());
  beforeEach(async () => {
    number += 1;
    await emptyWorkspace();
    await write(file('loop.md'), `---\nplaybook: confluent-ai-ml-pm\nfirstContact: ${FIRST}\ndays: 22\n---\n`);
    await write(file('preparation.md'), PREPARATION);
    await write(file('rounds', '01-phone-screen.md'), ROUND('phone-screen', at(3)));
    await write(file('rounds', '02-system-design.md'), ROUND('system-design', at(8)));
    await write(file('rounds', '03-product-sense.md'), ROUND('product-sense', at(12)));
    await write(file('rounds', '05-hiring-committee.md'), ROUND('hiring-committee', at(19)));
    await run('refresh');
  });
  afterEach(() => vscode.commands.executeCommand('notifications.clearAll'));
  after(emptyWorkspace);

  it('reschedules a round at once, and what has to follow it; every other byte stays', async () => {
    const before = await run<Plan>('replan', { loop: folder() });
    const plan = await run<Plan>('rescheduleRound', {
      loop: folder(),
      round: 'system-design',
      date: at(12),
      time: '9:30',
    });
    assert.deepEqual(
      plan.rounds.filter(({ id }) => id !== 'ml-case-study').map(({ id, date, time }) => [id, date, time]),
      [
        ['phone-screen', at(3), undefined],
        ['system-design', at(12), '09:30'],
        ['product-sense', at(16), undefined],
        ['hiring-committee', at(19), undefined],
      ],
    );
    assert.equal(
      await onDisk(file('rounds', '02-system-design.md')),
      ROUND('system-design', at(12)).replace('time:', 'time: 09:30'),
    );
    assert.equal(await onDisk(file('rounds', '03-product-sense.md')), ROUND('product-sense', at(16)));
    assert.equal(await onDisk(file('rounds', '05-hiring-committee.md')), ROUND('hiring-committee', at(19)));
    const script = ({ tasks }: Plan): string | undefined =>
      tasks.find(({ title }) => title.startsWith('Rehearse'))?.date;
    assert.equal(script(plan), script(before), 'a task that need not move keeps its day');
    assert.equal((await onDisk(file('preparation.md'))).replace(/ \(due \S+\)$/mu, ''), PREPARATION);
  });

  it('takes all of it back with one undo, in open and closed files, and keeps what was written since', async () => {
    const open = await show(file('rounds', '03-product-sense.md'));
    await run('rescheduleRound', { loop: folder(), round: 'system-design', date: at(12) });
    assert.match(open.getText(), new RegExp(`date: ${at(16)} # agreed`, 'u'));
    assert.ok(open.isDirty, 'an open file is not saved');
    const closed = file('rounds', '02-system-design.md');
    await write(closed, `${await onDisk(closed)}A note\r\n`);
    assert.equal(await run('undoReplan'), true);
    assert.equal(open.getText(), ROUND('product-sense', at(12)));
    assert.equal(await onDisk(closed), `${ROUND('system-design', at(8))}A note\r\n`);
    assert.equal(await run('undoReplan'), false, 'once');
  });

  it('is undone once by a double click, which said of each file that it could not be put back', async () => {
    await run('rescheduleRound', { loop: folder(), round: 'system-design', date: at(12) });
    const notifications = new Notifications();
    try {
      assert.deepEqual(await Promise.all([run('undoReplan'), run('undoReplan')]), [true, false]);
      assert.deepEqual(notifications.messages, []);
    } finally {
      notifications.restore();
    }
    assert.equal(await onDisk(file('rounds', '02-system-design.md')), ROUND('system-design', at(8)));
  });

  it('does not take back a file that says something else by now, and says so', async () => {
    await run('rescheduleRound', { loop: folder(), round: 'system-design', date: at(12) });
    const changed = ROUND('product-sense', at(17));
    await write(file('rounds', '03-product-sense.md'), changed);
    assert.equal(await run('undoReplan'), false);
    assert.equal(await onDisk(file('rounds', '03-product-sense.md')), changed);
    assert.equal(
      await onDisk(file('rounds', '02-system-design.md')),
      ROUND('system-design', at(8)),
      'the other file is',
    );
  });

  it('moves preparation before a round that comes earlier, at its line’s end, and the item still ticks', async () => {
    await run('rescheduleRound', { loop: folder(), round: 'hiring-committee', date: at(16) });
    const text = await onDisk(file('preparation.md'));
    const [line = ''] = /^- \[ \] \*\*Rehearse.*$/mu.exec(text) ?? [];
    const due =
      /^- \[ \] \*\*Rehearse the committee script\.\*\* Aloud \(due (\S+)\)$/u.exec(line)?.[1] ?? assert.fail(line);
    assert.ok(due >= today() && due < at(16), `${due} is before the round`);
    assert.equal(
      await run('toggleItem', { uri: file('preparation.md'), line: 2, text: line.slice('- [ ] '.length) }),
      true,
    );
    assert.match(await onDisk(file('preparation.md')), /^- \[x\] \*\*Rehearse.*\(due/mu);
  });

  it('carries a missed task over, and keeps the day it was due; twice changes nothing', async () => {
    const was = addDays(today(), -2);
    const document = await show(file('preparation.md'));
    await write(file('preparation.md'), `- [ ] Mine (due ${was})\n`);
    await until('the editor shows it', () => document.getText().includes(was));
    const plan = await run<Plan | undefined>('replan', { loop: folder() });
    assert.ok(plan);
    const due = new RegExp(`^- \\[ \\] Mine \\(due (\\S+), was ${was}\\)$`, 'mu').exec(document.getText())?.[1];
    assert.ok(due !== undefined && due >= today(), document.getText());
    const text = document.getText();
    await run('replan', { loop: folder() });
    assert.equal(document.getText(), text);
    await vscode.commands.executeCommand('undo');
    await until('one undo of the editor', () => document.getText() === `- [ ] Mine (due ${was})\n`);
  });

  it('pins a round that is put on a day off, since nothing else would keep it there', async () => {
    await run('rescheduleRound', { loop: folder(), round: 'system-design', date: at(6) });
    assert.equal(
      await onDisk(file('rounds', '02-system-design.md')),
      ROUND('system-design', at(6)).replace('pinned: false', 'pinned: true'),
    );
    await run('replan', { loop: folder() });
    assert.match(await onDisk(file('rounds', '02-system-design.md')), new RegExp(`date: ${at(6)}`, 'u'));
  });

  it('respects the user’s days off', async () => {
    const settings = vscode.workspace.getConfiguration('prepLoop');
    await settings.update('holidays', [`${at(12)}..${at(14)}`], vscode.ConfigurationTarget.Workspace);
    try {
      const plan = await run<Plan>('replan', { loop: folder() });
      assert.deepEqual(
        plan.rounds.map(({ date }) => date).filter((date) => date >= at(12) && date <= at(14)),
        [],
      );
      assert.equal(plan.rounds.find(({ id }) => id === 'product-sense')?.date, at(11));
    } finally {
      await settings.update('holidays', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('refuses an invalid day, an unknown round and an unknown loop, and writes nothing', async () => {
    const named = { loop: folder(), round: 'system-design' };
    for (const argument of [
      { ...named, date: '2026-02-30' },
      { ...named, date: at(9), time: 'noon' },
      { ...named, round: 'x', date: at(9) },
      { ...named, loop: 'x', date: at(9) },
    ]) {
      assert.equal(await run('rescheduleRound', argument), undefined);
    }
    assert.equal(await onDisk(file('rounds', '02-system-design.md')), ROUND('system-design', at(8)));
  });

  it('leaves a file in conflict or with broken front matter as it is', async () => {
    const broken = '---\nround: system-design\ndate: [\n---\n';
    await write(file('rounds', '02-system-design.md'), broken);
    await run('refresh');
    await run('rescheduleRound', { loop: folder(), round: 'system-design', date: at(12) });
    assert.equal(await onDisk(file('rounds', '02-system-design.md')), broken);
  });

  it('pins, unpins and marks a round: one value changes, in a closed file and in an open one', async () => {
    const named = { loop: folder(), round: 'system-design' };
    const uri = file('rounds', '02-system-design.md');
    const text = ROUND('system-design', at(8));
    assert.equal(await run('pinRound', named), true);
    assert.equal(await onDisk(uri), text.replace('pinned: false', 'pinned: true'));
    assert.equal(await run('unpinRound', named), true);
    assert.equal(await onDisk(uri), text);
    const document = await show(uri);
    for (const [command, status] of [
      ['Done', 'done'],
      ['Passed', 'passed'],
      ['Failed', 'failed'],
      ['Planned', 'planned'],
    ] as const) {
      assert.equal(await run(`markRound${command}`, named), true);
      assert.equal(document.getText(), text.replace('status: planned', `status: ${status}`));
    }
    assert.equal(await onDisk(uri), text, 'not saved');
  });
});
