/**
 * Whole numbers near the values that add up to `total`, to which the sum of the values rounds: what rounding down
 * leaves goes to the largest remainders.
 */
export function roundedTo(values: readonly number[], total: number): number[] {
  const floors = values.map((value) => Math.floor(value + 1e-9));
  const order = values
    .map((value, index) => ({ index, rest: value - (floors[index] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const missing = total - floors.reduce((sum, value) => sum + value, 0);
  for (const { index } of order.slice(0, Math.max(0, missing))) floors[index] = (floors[index] ?? 0) + 1;
  return floors;
}
