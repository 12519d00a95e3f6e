/** The platforms that rounds are held on: how they are named, and where their links lead. */

interface Platform {
  readonly name: string;
  /** The end of the host of its links. */
  readonly hosts: readonly string[];
  /** How people call it where nothing else can be meant. */
  readonly short?: string;
  /** How it is named in running text. */
  readonly words: RegExp;
}

/** The first that is found counts: a call comes before the editor that is used in it. */
export const PLATFORMS: readonly Platform[] = [
  { name: 'Zoom', hosts: ['zoom.us', 'zoom.com', 'zoomgov.com'], words: /\bzoom\b(?! (?:in|out)\b)/iu },
  {
    name: 'Google Meet',
    short: 'meet',
    hosts: ['meet.google.com', 'hangouts.google.com'],
    words: /\bgoogle (?:meet|hangouts?)\b|\b(?:via|on|over) Meet\b/u,
  },
  {
    name: 'Microsoft Teams',
    short: 'teams',
    hosts: ['teams.microsoft.com', 'teams.live.com', 'teams.microsoft.us'],
    words: /\b(?:microsoft|ms) teams\b|\b(?:via|on|over|in) Teams\b|\bTeams (?:meeting|call|link|interview)\b/iu,
  },
  { name: 'Webex', hosts: ['webex.com'], words: /\bwebex\b/iu },
  { name: 'Chime', hosts: ['chime.aws'], words: /\bamazon chime\b/iu },
  { name: 'Skype', hosts: ['join.skype.com'], words: /\bskype\b/iu },
  { name: 'GoTo Meeting', hosts: ['gotomeeting.com', 'goto.com'], words: /\bgoto ?meeting\b/iu },
  { name: 'Whereby', hosts: ['whereby.com'], words: /\bwhereby\b/iu },
  { name: 'HackerRank', hosts: ['hackerrank.com'], words: /\bhacker ?rank\b/iu },
  { name: 'CoderPad', hosts: ['coderpad.io'], words: /\bcoder ?pad\b/iu },
  { name: 'CodeSignal', hosts: ['codesignal.com'], words: /\bcode ?signal\b/iu },
  { name: 'Codility', hosts: ['codility.com'], words: /\bcodility\b/iu },
];

/** The host of a web address, in lower case; '' where it is none. */
export function hostOf(link: string): string {
  return /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/iu.exec(link)?.[1]?.toLowerCase() ?? '';
}

/** The name of the platform that a link leads to. */
export function platformOfLink(link: string): string | undefined {
  const host = hostOf(link);
  return PLATFORMS.find(({ hosts }) => hosts.some((end) => host === end || host.endsWith(`.${end}`)))?.name;
}

/** The platform that a few words name, such as “Teams” or “Google Meet, room 3”. */
export function platformNamed(words: string): string | undefined {
  const said = words.toLowerCase().split(/\P{L}+/u);
  const isSaid = (short: string | undefined): boolean => short !== undefined && said.includes(short);
  return PLATFORMS.find((platform) => platform.words.test(words) || isSaid(platform.short))?.name;
}
