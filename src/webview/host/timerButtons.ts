import type { TimerService } from '../../timer/timerService';
import type { TimerAction } from '../protocol/round';

/**
 * Does what a button of a panel's timer says, where the window's timer is still on for what the panel shows: the
 * buttons
 * mean that, whatever became of the timer since they were drawn.
 */
export function pressTimer(
  timer: TimerService,
  shown: { readonly loop: string; readonly round: string },
  action: Exclude<TimerAction, 'start'>,
): void {
  const shot = timer.snapshot();
  if (shot?.loopUri === shown.loop && shot.round === shown.round) timer[action]();
}
