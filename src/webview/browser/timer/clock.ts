import type { TimerView } from '../../protocol/round';
import { advance, announcement, isTicking, untilNextSecond } from './drawnTimer';

/**
 * Goes on drawing the timer between two messages of the extension, which alone knows the time. Nothing runs while the
 * page is hidden.
 */
export class PanelClock {
  private told: TimerView | undefined;
  /**
   * `performance.now()` when the timer's state arrived: a clock that no one sets, and independent of the extension's.
   */
  private toldAt = 0;
  private drawn: TimerView | undefined;
  private next: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param draw draws the page as of now; gives false where it cannot yet.
   * @param status where a screen reader hears what changed.
   */
  constructor(
    private readonly draw: (timer: TimerView) => boolean,
    private readonly status: HTMLElement,
  ) {
    document.addEventListener('visibilitychange', () => this.show());
  }

  tell(timer: TimerView): void {
    this.told = timer;
    this.toldAt = performance.now();
  }

  /** The timer's state as it last arrived. */
  get state(): TimerView['status'] | undefined {
    return this.told?.status;
  }

  /** Draws the page as of now, and again when the shown second ends. */
  show(): void {
    clearTimeout(this.next);
    if (!this.told) return;
    const timer = advance(this.told, performance.now() - this.toldAt);
    if (!this.draw(timer)) return;
    const said = announcement(this.drawn, timer);
    if (said !== undefined) this.status.textContent = said;
    this.drawn = timer;
    if (isTicking(timer) && document.visibilityState === 'visible')
      this.next = setTimeout(() => this.show(), untilNextSecond(timer));
  }
}
