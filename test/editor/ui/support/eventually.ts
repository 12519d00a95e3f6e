/**
 * Repeats `check` until it no longer throws and gives what it gave; throws its last error after `patience`
 * milliseconds.
 */
export async function eventually<T>(check: () => T | Promise<T>, patience = 20_000): Promise<T> {
  for (const deadline = Date.now() + patience; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}
