import * as z from 'zod/mini';
import type { ForecastView } from '../../core/dashboard/dashboardModel';
import { count, text } from './common';

/** What will be known on the days of the rounds, as the dashboard and the panel of drill cards show it. */
export const forecastSchema: z.ZodMiniType<ForecastView> = z.object({
  text,
  rounds: z.array(z.object({ title: text, when: text, cards: count, known: count, already: count })),
});
