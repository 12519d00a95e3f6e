/** Values that have to outlive a crash, kept in several places: the newest that can be read counts. */
import * as z from 'zod/mini';

/** All values at one moment. */
export interface Kept {
  /** Grows with every change: of two, the higher is the newer. Setting the clock back does not matter. */
  readonly sequence: number;
  readonly values: Readonly<Record<string, unknown>>;
}

export const NOTHING_KEPT: Kept = { sequence: 0, values: {} };

const kept = z.object({
  version: z.literal(1),
  sequence: z.int().check(z.gte(0)),
  values: z.record(z.string(), z.unknown()),
});

export function encodeKept({ sequence, values }: Kept): Record<string, unknown> {
  return { version: 1, sequence, values };
}

/**
 * Reads what {@link encodeKept} gave, or its JSON; undefined for anything else, such as a file that was being written
 * when the machine stopped.
 */
export function decodeKept(value: unknown): Kept | undefined {
  const { data } = z.safeParse(kept, typeof value === 'string' ? parseJson(value) : value);
  return data && { sequence: data.sequence, values: data.values };
}

export function newest(all: readonly (Kept | undefined)[]): Kept {
  return all.reduce((best: Kept, each) => (each && each.sequence > best.sequence ? each : best), NOTHING_KEPT);
}

/** The values with one of them changed; undefined takes it out. */
export function withValue({ sequence, values }: Kept, key: string, value: unknown): Kept {
  const { [key]: _before, ...others } = values;
  return { sequence: sequence + 1, values: value === undefined ? others : { ...others, [key]: value } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
