/** Where a round takes place: the links of an invite, the platforms that it names, and addresses. */
import { isWebAddress } from '../loop/interviewers';
import { percentDecoded } from '../percentDecoded';
import type { InviteLink, InvitePlace } from './inviteModel';
import { withoutEnd } from './inviteTokens';
import { hostOf, platformOfLink, PLATFORMS } from './platforms';

const PHONE =
  /\b(?:phone|telephone) (?:call|screen|interview|conversation|chat)\b|\bby (?:tele)?phone\b|\b(?:will|going to) (?:call|ring|phone) you\b|\bcall you (?:on|at)\b/iu;
const ONSITE = /\b(?:on-?site|in[ -]person|at our office|in our office|face[ -]to[ -]face)\b/iu;
const LINK = /\bhttps?:\/\/[^\s<>"]{4,2000}/giu;
const MOST_LINKS = 60;

/** Every address of a page in a text, without the mark that ends its sentence; a scanner's wrapping is taken off. */
function inviteLinks(text: string): string[] {
  const found: string[] = [];
  for (const [whole] of text.matchAll(LINK)) {
    const link = unwrapped(trimmed(whole));
    if (isWebAddress(link) && !found.includes(link)) found.push(link);
    if (found.length === MOST_LINKS) break;
  }
  return found;
}

function trimmed(link: string): string {
  const bare = withoutEnd(link, ".,;:!?'’*_]");
  return bare.endsWith(')') && !bare.includes('(') ? withoutEnd(bare, ')') : bare;
}

const WRAPPERS = [/\.safelinks\.protection\.outlook\.com$/iu, /^(?:www\.)?google\.com$/iu, /^urldefense\.com$/iu];

/** The address within one of a mail scanner or a search engine. */
function unwrapped(link: string): string {
  const host = hostOf(link);
  if (!WRAPPERS.some((wrapper) => wrapper.test(host))) return link;
  const inner = /[?&](?:url|q|u)=([^&]+)/iu.exec(link)?.[1] ?? '';
  const address = percentDecoded(inner);
  return address !== undefined && isWebAddress(address) ? address : link;
}

/** @param location what the invite says is the place, where it has a field for that. */
export function findPlace(text: string, location?: string): InvitePlace {
  const all = [location ?? '', text].join('\n');
  const links = inviteLinks(all).flatMap((link): InviteLink[] => {
    const platform = platformOfLink(link);
    return platform === undefined ? [] : [{ platform, link }];
  });
  const rank = (platform: string): number => PLATFORMS.findIndex(({ name }) => name === platform);
  const [first, ...others] = [...links].sort((a, b) => rank(a.platform) - rank(b.platform));
  const named = location === undefined ? placeLine(text) : placeIn(location);
  const place = named !== undefined && (first === undefined || isAddress(named)) ? named : undefined;
  if (first) {
    const apart = others.filter(({ platform }) => platform !== first.platform);
    return { ...first, place, others: apart };
  }
  const said = all.replace(LINK, ' ');
  const words = PLATFORMS.find((platform) => platform.words.test(said))?.name;
  const isOnsite = place !== undefined ? isAddress(place) || ONSITE.test(all) : ONSITE.test(all);
  const platform = words ?? (isOnsite ? 'Onsite' : PHONE.test(all) ? 'Phone' : undefined);
  return { platform, link: undefined, place, others: [] };
}

const PLACE_LINE = /^[ \t>*•-]{0,8}(?:location|address|where|venue|office)[ \t]{0,3}:[ \t]{0,3}(\S[^\n]{2,200})$/imu;

function placeLine(text: string): string | undefined {
  const written = PLACE_LINE.exec(text)?.[1];
  return written === undefined ? undefined : placeIn(written);
}

/** A place in words: not a link, and not the name of a platform. */
function placeIn(written: string): string | undefined {
  const words = withoutEnd(written.replace(LINK, ''), ' \t\n;,|<>').trim();
  const isPlatform = PLATFORMS.some((platform) => platform.words.test(words)) || PHONE.test(words);
  return words.length < 3 || isPlatform || /^(?:tbd|tba|online|remote|virtual|video)\b/iu.test(words)
    ? undefined
    : words;
}

/** Whether words look like an address: a number with a street, a floor or a city beside it. */
function isAddress(words: string): boolean {
  return (
    /\b\d{4,5}\b/u.test(words) ||
    /\b(?:street|st|avenue|ave|road|rd|floor|fl|suite|building|blvd|boulevard|square|plaza|lane|way)\b/iu.test(words) ||
    /(?:stra(?:ß|ss)e|str\.|platz|weg|allee)(?:\s|,|$)/iu.test(words)
  );
}
