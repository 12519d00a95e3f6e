import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emptyWorkspace, extension, onDisk, workspaceUri, write } from '../support';

const LOOP = 'calendar-loop';
const inLoop = (...path: string[]): vscode.Uri => workspaceUri('prep', LOOP, ...path);
const round = (date: string): string =>
  `---\nround: system-design\ndate: ${date}\ntime: "10:00"\n---\n# System Design\n\n- [ ] One\n`;
const run = (argument: object): Thenable<vscode.Uri | undefined> =>
  vscode.commands.executeCommand('prepLoop.exportCalendar', argument);

describe('Exporting a calendar', () => {
  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    await write(
      inLoop('loop.md'),
      '---\nplaybook: confluent-ai-ml-pm\ncompany: Confluent\nfirstContact: 2026-11-23\ndays: 22\ntimeZone: Europe/Berlin\n---\n',
    );
    await write(inLoop('rounds', '02-system-design.md'), round('2026-11-30'));
    await write(
      inLoop('sessions', '2026-11-28T1800-system-design.md'),
      '---\nround: system-design\nkind: mock\npeer: { name: Ada }\nscheduled: 2026-11-28T18:00\n---\n',
    );
    await vscode.commands.executeCommand('prepLoop.refresh');
  });
  after(emptyWorkspace);

  it('writes the loop’s days into its folder, and updates them when a round has moved', async () => {
    const target = await run({ loop: LOOP });
    assert.equal(target?.toString(), inLoop('calendar.ics').toString());
    const first = await onDisk(target as vscode.Uri);
    assert.match(first, /DTSTART;TZID=Europe\/Berlin:20261130T100000\r\n/u);
    assert.match(first, /SUMMARY:Confluent: System Design\r\n/u);
    assert.match(first, /DTSTART;TZID=Europe\/Berlin:20261128T180000\r\n/u, 'the mock');
    await run({ loop: LOOP });
    assert.equal(await onDisk(inLoop('calendar.ics')), first, 'nothing changed, so nothing is written');
    await write(inLoop('rounds', '02-system-design.md'), round('2026-12-01'));
    await vscode.commands.executeCommand('prepLoop.refresh');
    await run({ loop: inLoop() });
    const second = await onDisk(inLoop('calendar.ics'));
    assert.match(second, /DTSTART;TZID=Europe\/Berlin:20261201T100000\r\n/u);
    assert.equal(second.match(/^UID:round\./gmu)?.length, 1);
    assert.match(second, /SEQUENCE:1\r\n/u);
  });

  it('writes to another file where one is named, and never to one that is not its own', async () => {
    const other = workspaceUri('mine.ics');
    await write(other, 'BEGIN:VCALENDAR\r\nPRODID:-//Someone//EN\r\nEND:VCALENDAR\r\n');
    assert.equal(await run({ loop: LOOP, target: other }), undefined);
    assert.match(await onDisk(other), /Someone/u);
    const free = workspaceUri('out', 'loop.ics');
    assert.equal((await run({ loop: LOOP, target: free.toString() }))?.toString(), free.toString());
    assert.match(await onDisk(free), /^BEGIN:VCALENDAR\r\n/u);
  });

  it('says that there is no such loop, and writes nothing', async () => {
    assert.equal(await run({ loop: 'elsewhere' }), undefined);
  });
});
