/** The hidden file beside another in which its next text is written before it takes the other's name. */

const BESIDE = /^\.(.+)\.prep-loop-[0-9a-f]+\.tmp$/u;

/** @param random hexadecimal digits that no other file beside it has. */
export function besideName(name: string, random: string): string {
  return `.${name}.prep-loop-${random}.tmp`;
}

/** The name of the file that a hidden file was to become; undefined for any other file. */
export function nameBeside(name: string): string | undefined {
  return BESIDE.exec(name)?.[1];
}
