import { isSameSubject, type TimerSubject } from '../../core/timer/subject';
import type { TimerService } from '../../timer/timerService';
import type { TimerAction } from '../protocol/round';

/**
 * Does what a button of a panel's timer says, where the window's timer is still on for what the panel shows: the
 * buttons
 * mean that, whatever became of the timer since they were drawn.
 */
export function pressTimer(timer: TimerService, shown: TimerSubject, action: Exclude<TimerAction, 'start'>): void {
  if (isSameSubject(timer.snapshot()?.subject, shown)) timer[action]();
}
