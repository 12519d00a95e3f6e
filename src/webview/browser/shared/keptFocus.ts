/** Keeps the focus where it can be used when a page is drawn without the element that had it. */

/** Whether an element has the focus and can be seen. One in folded details can still have it for a moment. */
function isUsable(element: Element | null): boolean {
  if (!element || element === document.body || !element.isConnected) return false;
  const folded = element.closest('details:not([open])');
  return !folded || element.closest('summary')?.parentElement === folded;
}

/** Follows the focus of a page. Call `drawing` before the page is drawn, and `drawn` after it. */
export class KeptFocus {
  private hadFocus = false;
  /** Whether the fallback gets the focus once it comes back to the page. */
  private isOwed = false;

  /** @param fallback takes the focus when the element that had it is gone. */
  constructor(private readonly fallback: () => HTMLElement | null) {
    addEventListener('focus', () => this.isOwed && this.give());
  }

  drawing(): void {
    this.hadFocus = isUsable(document.activeElement);
  }

  drawn(): void {
    if (!this.hadFocus || isUsable(document.activeElement)) return;
    // While the editor asks something, the focus is not the page's to give.
    if (document.hasFocus()) this.give();
    else this.isOwed = true;
  }

  private give(): void {
    this.isOwed = false;
    if (!isUsable(document.activeElement)) this.fallback()?.focus();
  }
}
