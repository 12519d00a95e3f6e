import type { Locator } from 'playwright-core';
import type { Window } from './window';

/** The notifications with a text in the list that the bell opens: a toast goes by itself. */
export async function notifications(window: Window, text: string): Promise<Locator> {
  await window.runCommand('Notifications: Show Notifications');
  return window.page.locator('.notifications-center .notification-list-item').filter({ hasText: text });
}
