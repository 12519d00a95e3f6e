/**
 * The index of the first item that the test holds for, in logarithmic time; the list's length where it holds for none.
 * @param items in such an order that every item after the first that passes the test passes it too.
 */
export function firstIndex<T>(items: readonly T[], test: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
