/** What all forms of transcripts have in common: times, names of speakers, and what is no speech. */

/** `0:03`, `00:01:02.250`, `12:03,5`; hours and a fraction may be missing. */
const TIME = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?$/u;
const HALF_OF_DAY = /^(\d{1,2}):(\d{2})(?::(\d{2}))? ?([AP])\.?M\.?$/iu;

/** A time in seconds; undefined where it is none. A time with AM or PM is one of the clock. */
export function secondsOf(text: string): number | undefined {
  const clock = /[M.]$/iu.test(text) ? HALF_OF_DAY.exec(text) : null;
  if (clock) {
    const [, hours, minutes, seconds = '0', half = ''] = clock;
    const hour = (Number(hours) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
    return hour * 3600 + Number(minutes) * 60 + Number(seconds);
  }
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, hours = '0', minutes, seconds, fraction = '0'] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`);
}

/** A name on one line, without marks of emphasis around it. */
export function tidyName(name: string): string {
  return oneSpace(name.replace(/\*{1,2}|__/gu, ' '));
}

/** Every run of white space as one space. */
export function oneSpace(text: string): string {
  const bare = text.trim();
  return /[^\S ]| {2}/u.test(bare) ? bare.replace(/\s+/gu, ' ') : bare;
}

/** Longer ones are sentences. */
const LONGEST_NAME = 60;
const MOST_NAME_WORDS = 6;
const PARTICLES = new Set(
  'de del della di da das do dos van von der den ten ter la le el al bin ibn y e zu of'.split(' '),
);
/** Words before a colon that name no person. */
const NO_NAMES = new Set(
  `situation task action actions result results impact outcome context learned lesson lessons note notes example examples summary
  goal goals problem solution trade-off trade-offs tradeoff tradeoffs metric metrics first second third finally also then so
  date time topic title subject participants attendees duration location meeting recorded recording keywords speakers transcript
  http https ps todo warning important tip step steps option options pros cons caveat risk risks kind language`
    .trim()
    .split(/\s+/u),
);

/** How surely words are a name: `name` by its capitals (or a script without any), `word` by its shortness alone. */
export type NameLikeness = 'name' | 'word' | undefined;

/** How much a text looks like the name or role of somebody who speaks. */
export function nameLikeness(text: string): NameLikeness {
  const name = tidyName(text);
  if (name === '' || name.length > LONGEST_NAME || /[.!?,;:"“”]\s|[!?;:"“”\\/<>{}=]|[.,]$/u.test(name))
    return undefined;
  const words = name
    .replace(/[()[\]]/gu, ' ')
    .split(' ')
    .filter(Boolean);
  if (words.length === 0 || words.length > MOST_NAME_WORDS || NO_NAMES.has(name.toLowerCase())) return undefined;
  if (!/[\p{L}\p{N}]/u.test(name) || !/^[\p{L}\p{N}([+@]/u.test(name)) return undefined;
  const isName = words.every(
    (word, index) => /^['’]?[\p{Lu}\p{Lt}\p{Lo}\p{N}+&#@|–-]/u.test(word) || (index > 0 && PARTICLES.has(word)),
  );
  if (isName && /\p{L}/u.test(name)) return 'name';
  return words.length <= 3 || /^\+?\d[\d ()-]*$/u.test(name) ? 'word' : undefined;
}

/** `Name: text`, as its two parts. The colon has a space after it, or ends the line. */
export function splitLabel(line: string): { readonly name: string; readonly rest: string } | undefined {
  const at = line.slice(0, LONGEST_NAME + 8).search(/[:：](?:\*\*|__)?(?:\s|$)|：/u);
  if (at <= 0) return undefined;
  const name = tidyName(line.slice(0, at));
  const bare = /^\[[^[\]]*\]$/u.test(name) ? name.slice(1, -1).trim() : name;
  if (nameLikeness(bare) === undefined) return undefined;
  return {
    name: bare,
    rest: line
      .slice(at + 1)
      .replace(/^[*_]{1,2}/u, '')
      .trim(),
  };
}

/**
 * Which of the names before a colon are speakers: not every “Result: …” is somebody’s turn.
 * @param names of all lines that have one.
 * @param lines how many lines there are that could have one.
 */
export function speakersAmong(names: readonly string[], lines: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isMost = names.length * 2 >= lines;
  return new Set(
    [...counts].flatMap(([name, count]) => {
      const isSpeaker = nameLikeness(name) === 'name' ? count > 1 || isMost : count > 1 && isMost;
      return isSpeaker ? [name] : [];
    }),
  );
}

const SOUND =
  /[[(](?:inaudible|unintelligible|indiscernible|crosstalk|laugh(?:s|ter|ing)?|chuckl(?:e|es|ing)|music|applause|silence|pause|noise|background noise|sighs?|coughs?|blank_audio|foreign|ph)(?: \d[\d:]{0,8})?[\])]/giu;

/** What is said, without “[laughter]” and notes of the transcriber, in one line. */
export function spokenText(text: string): string {
  return oneSpace(/[[(♪♫]/u.test(text) ? text.replace(SOUND, ' ').replace(/[♪♫]/gu, ' ') : text);
}

/** Lines that meeting tools add at the end and in between. */
const NO_SPEECH =
  /^(?:transcribed by https?:|.{1,60} (?:started|stopped) transcription$|(?:meeting|transcription|transcript) ended after |this editable transcript was computer generated)/iu;

/** What each of these has, so that other lines are told quickly. */
const SIGN_OF_TOOL = /ranscri|ended after/iu;

/** Whether a line is the meeting tool’s, and nobody said it. */
export function isToolsLine(line: string): boolean {
  return SIGN_OF_TOOL.test(line) && NO_SPEECH.test(line);
}
