/** What a module in a window's extension host tells the program outside begins with. */
export const ANSWER = '[prep-loop]answer ';

/** Called by the module, once. */
export function answer(value: unknown): void {
  console.log(`${ANSWER}${JSON.stringify(value)}`);
}
