import type { ActionKey, DashboardAction } from './dashboardModel';

/** Gives each action a key, so that what is shown names no file and no command. */
export class Actions {
  readonly all = new Map<ActionKey, DashboardAction>();

  /** The same key for the same action, also in another drawing. */
  readonly keyOf = (action: DashboardAction): ActionKey => {
    const key = Object.entries(action).flat().join('\n');
    this.all.set(key, action);
    return key;
  };
}
