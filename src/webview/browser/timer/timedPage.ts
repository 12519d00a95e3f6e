import type { NoticeMessage } from '../../protocol/common';
import type { TimerMessage, TimerView } from '../../protocol/round';
import { PanelPage } from '../shared/panelPage';
import { PanelClock } from './clock';

type Hears = { readonly type: string };
type ShownTimer = { readonly type: 'timer'; readonly timer: TimerView };

/** A page with the window's one timer in it: it is drawn again each second while that runs. */
export abstract class TimedPage<H extends Hears, S extends { readonly type: string }> extends PanelPage<
  H | ShownTimer,
  S | TimerMessage
> {
  protected readonly clock = new PanelClock((timer) => this.draw(timer), this.status);

  protected hear(message: Exclude<H | ShownTimer, NoticeMessage>): void {
    if (isTimer(message)) this.clock.tell(message.timer);
    else this.take(message as Exclude<H, NoticeMessage | ShownTimer>);
  }

  protected show(): void {
    this.clock.show();
  }

  /** Takes in a message that is not of the timer; the page is drawn after it. */
  protected abstract take(message: Exclude<H, NoticeMessage | ShownTimer>): void;

  /** Draws the page with the timer as of now; gives false where it cannot yet. */
  protected abstract draw(timer: TimerView): boolean;
}

function isTimer(message: Hears): message is ShownTimer {
  return message.type === 'timer';
}
