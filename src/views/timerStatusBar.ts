import * as vscode from 'vscode';
import { formatClock, isOver, speakClock } from '../core/timer/formatClock';
import { shownTime, shownTotals, untilNextSecond } from '../core/timer/shownTime';
import type { TimerSnapshot } from '../core/timer/snapshot';
import { isSameSubject, type TimerSubject } from '../core/timer/subject';
import type { Thinking } from '../core/timer/think';
import { isActive, type RoundPlan } from '../core/timer/timer';
import { Owner } from '../lifecycle';
import type { ThinkTime } from '../timer/thinkTime';
import type { TimerService } from '../timer/timerService';

/** The one status-bar item: the phase and what is left of it while a round is timed, else nothing. */
export class TimerStatusBar extends Owner {
  private readonly item = this._register(
    vscode.window.createStatusBarItem('prepLoop.timer', vscode.StatusBarAlignment.Left, 50),
  );
  private ticking: ReturnType<typeof setTimeout> | undefined;
  /** What a click on the item opens. */
  private opens: TimerSubject | undefined;

  /** @param openTimed the command that a click runs: it opens what is timed. */
  constructor(
    private readonly timer: TimerService,
    private readonly think: ThinkTime,
    private readonly openTimed: (subject: TimerSubject) => vscode.Command,
  ) {
    super();
    this.item.name = 'Prep Loop: Round Timer';
    this._register(timer.onDidChange(() => this.show()));
    this._register(think.onDidChange(() => this.show()));
    this.show();
  }

  override dispose(): void {
    clearTimeout(this.ticking);
    super.dispose();
  }

  private show(): void {
    clearTimeout(this.ticking);
    const { plan } = this.think;
    const thinking = plan && this.think.of(plan.subject);
    if (thinking) {
      this.showThinking(plan, thinking);
      return;
    }
    const shot = this.timer.snapshot();
    if (!shot || !isActive(shot)) {
      this.item.hide();
      return;
    }
    const isPaused = shot.status === 'paused';
    const { item } = this;
    const left = leftOf(shot);
    item.text = `$(${isPaused ? 'debug-pause' : 'watch'}) ${shot.phaseTitle} ${formatClock(left)}`;
    item.backgroundColor =
      isOver(left) && !isPaused ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.setOpens(shot.subject);
    item.tooltip = [...describe(shot), `Click to open the ${OPENED[shot.subject.kind]}`].join('\n');
    item.accessibilityInformation = { label: describe(shot).join(', '), role: 'timer' };
    item.show();
    const elapsedMs = shot.phases[shot.phaseIndex]?.elapsedMs ?? 0;
    if (!isPaused) this.ticking = setTimeout(() => this.show(), untilNextSecond({ elapsedMs }));
  }

  /** The item's command is set only where it changes: a click on it while the editor takes in another finds none. */
  private setOpens(subject: TimerSubject): void {
    if (isSameSubject(subject, this.opens)) return;
    this.opens = subject;
    this.item.command = this.openTimed(subject);
  }

  private showThinking({ title, subject }: RoundPlan, { leftMs, totalMs }: Thinking): void {
    const { item } = this;
    item.text = `$(lightbulb) Think ${formatClock(leftMs)}`;
    item.backgroundColor = undefined;
    this.setOpens(subject);
    item.tooltip = `${title}: time to think, ${speakClock(leftMs)}\nClick to open the round`;
    item.accessibilityInformation = { label: `${title}, time to think`, role: 'timer' };
    item.show();
    this.ticking = setTimeout(() => this.show(), untilNextSecond({ elapsedMs: totalMs - leftMs }));
  }
}

/** What a click opens, in words. */
const OPENED = { round: 'round', story: 'rehearsal', interview: 'interview' } as const;

/** The time left of the phase, as shown. */
function leftOf({ phases, phaseIndex }: TimerSnapshot): number {
  const phase = phases[phaseIndex];
  return phase ? shownTime(phase).remainingMs : 0;
}

function describe(shot: TimerSnapshot): string[] {
  const paused = shot.pauseReason === 'away' ? 'paused while you were away' : 'paused';
  return [
    shot.title,
    `Phase ${shot.phaseIndex + 1} of ${shot.phases.length}: ${shot.phaseTitle}, ${speakClock(leftOf(shot))}`,
    `${shot.subject.kind === 'story' ? 'Whole story' : 'Whole round'}: ${speakClock(shownTotals(shot.phases).remainingMs)}`,
    ...(shot.status === 'paused' ? [`The timer is ${paused}`] : []),
  ];
}
