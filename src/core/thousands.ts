/** The digits of a whole number with a comma before every three: "1234567" → "1,234,567". */
export function withThousands(digits: string): string {
  const first = digits.length % 3 || 3;
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/gu) ?? [])].join(',');
}

/** 1234567.5 as “1,234,567.5”: the same on every machine. */
export function groupedNumber(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  return fraction === undefined ? withThousands(whole) : `${withThousands(whole)}.${fraction}`;
}
