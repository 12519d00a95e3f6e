/** Who has heard a story already, as its front matter says. */
import { formatShortDate } from '../days/dates';
import type { Telling } from '../debrief/tellings';
import type { Loop, Round } from '../loop/loopModel';
import type { Story } from '../story/parseStory';

/** Whom a round is with. */
interface Audience {
  /** The name of the loop's folder. */
  readonly loop: string;
  /** The round's id. */
  readonly round: string;
  /** The names of its interviewers. */
  readonly people: readonly string[];
}

/** The last time before this round that its people heard a story; undefined where they have not. */
export function heardBefore(told: readonly Telling[], { loop, round, people }: Audience): Telling | undefined {
  const names = new Set(people.map(fold));
  return latest(
    told.filter(
      (each) => !(each.loop === loop && each.round === round) && each.to.some((name) => names.has(fold(name))),
    ),
  );
}

/** The last telling; of those without a day, the last that was written. */
function latest(told: readonly Telling[]): Telling | undefined {
  return told.reduce<Telling | undefined>(
    (last, each) => (last === undefined || (each.date ?? '') >= (last.date ?? '') ? each : last),
    undefined,
  );
}

/** “told to Ana on Wed 2 Dec (landed strong)”. @param roundTitle gives a round's title. */
export function tellingInWords({ loop, round, landed, date, to }: Telling, roundTitle: RoundTitle): string {
  const whom = to.length > 0 ? `to ${to.join(', ')}` : `in ${roundTitle(loop, round)}`;
  const when = date === undefined ? '' : ` on ${formatShortDate(date)}`;
  const how = landed === undefined ? '' : landed === 'gap' ? ' (left a gap)' : ` (landed ${landed})`;
  return `told ${whom}${when}${how}`;
}

/** The stories, by name, that a round’s people have heard before it, each with words for it. */
export function heardStories(
  stories: readonly { readonly name: string; readonly story: Pick<Story, 'told'> }[],
  loop: Loop,
  round: Round,
): Map<string, string> {
  const people = round.interviewers.map(({ name }) => name);
  const audience: Audience = { loop: loop.id, round: round.id, people };
  const titleOf: RoundTitle = (id, told) =>
    (id === loop.id && loop.rounds.find((each) => each.id === told)?.title) || told;
  return new Map(
    stories.flatMap(({ name, story }): [string, string][] => {
      const telling = heardBefore(story.told, audience);
      return telling ? [[name, tellingInWords(telling, titleOf)]] : [];
    }),
  );
}

type RoundTitle = (loop: string, round: string) => string;

const fold = (name: string): string => name.trim().toLowerCase().replace(/\s+/gu, ' ');
