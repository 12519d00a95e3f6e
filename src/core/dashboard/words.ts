/** Words that the parts of the dashboard share. */

/** The parts that there are, joined. */
export function joined(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}

/** “45 min”, “2 h”, “2 h 10 min”. @param minutes whole. */
export function minutesInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return joined([hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''], ' ');
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** How far away a day is. @param days after today; negative before it. */
export function away(days: number): string {
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/**
 * Whole numbers that are near the values and add up to `total`, which their sum rounds to: what is left by rounding down
 * goes to the largest remainders.
 */
export function roundedTo(values: readonly number[], total: number): number[] {
  const floors = values.map((value) => Math.floor(value + 1e-9));
  const order = values.map((value, index) => ({ index, rest: value - (floors[index] ?? 0) })).sort((a, b) => b.rest - a.rest || a.index - b.index);
  const missing = total - floors.reduce((sum, value) => sum + value, 0);
  for (const { index } of order.slice(0, Math.max(0, missing))) floors[index] = (floors[index] ?? 0) + 1;
  return floors;
}
