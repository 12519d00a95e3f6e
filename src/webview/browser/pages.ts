/**
 * The script of every panel's page, in one file: most of it is the same for all. The page's body names its panel, and
 * only what that needs is run.
 */
const PAGES: Readonly<Record<string, () => Promise<unknown>>> = {
  arithmetic: () => import('./arithmetic.panel'),
  brief: () => import('./brief.panel'),
  dashboard: () => import('./dashboard.panel'),
  drills: () => import('./drills.panel'),
  offer: () => import('./offer.panel'),
  rehearse: () => import('./rehearse.panel'),
  round: () => import('./round.panel'),
};

void PAGES[document.body.dataset['page'] ?? '']?.();
