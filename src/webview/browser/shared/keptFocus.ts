/** Keeps the keyboard where it can be used when a page is drawn without what had it. */

/**
 * Whether an element has the keyboard and is to be seen. What is in folded details can have it for a moment still.
 */
function isUsable(element: Element | null): boolean {
  if (!element || element === document.body || !element.isConnected) return false;
  const folded = element.closest('details:not([open])');
  return !folded || element.closest('summary')?.parentElement === folded;
}

/** Follows the focus of a page. Call `drawing` before the page is drawn, and `drawn` after it. */
export class KeptFocus {
  private hadFocus = false;
  /** Whether the keyboard is to be given to the fallback once it comes back to the page. */
  private isOwed = false;

  /** @param fallback what takes the keyboard where what had it is gone. */
  constructor(private readonly fallback: () => HTMLElement | null) {
    addEventListener('focus', () => this.isOwed && this.give());
  }

  drawing(): void {
    this.hadFocus = isUsable(document.activeElement);
  }

  drawn(): void {
    if (!this.hadFocus || isUsable(document.activeElement)) return;
    // While the editor asks something, the keyboard is not the page's to give.
    if (document.hasFocus()) this.give();
    else this.isOwed = true;
  }

  private give(): void {
    this.isOwed = false;
    if (!isUsable(document.activeElement)) this.fallback()?.focus();
  }
}
