/** A value out of one of the user's files as a message shows it: in quotes, and cut where it is long. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? '');
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}
