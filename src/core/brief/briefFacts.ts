/** All that the page of a round is worked out from. */
import type { CalendarDate } from '../days/dates';
import type { Loop, Round } from '../loop/loopModel';
import type { Offer } from '../offer/offerModel';
import type { StoryIndex } from '../match/storyIndex';
import type { Prompt } from '../playbook/rounds';
import type { Question } from '../questions/questionModel';
import type { Session } from '../sessions/sessionModel';
import type { Story } from '../story/parseStory';

/** A text of the loop, and where it is. */
export interface BriefFile {
  /** Relative to the prep folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface BriefStory {
  /** Its file’s name without `.md`. */
  readonly name: string;
  /** Relative to the prep folder, with `/`. */
  readonly path: string;
  readonly story: Story;
}

export interface BriefFacts {
  readonly loop: Loop;
  readonly round: Round;
  /** The round’s file, as it is. */
  readonly text: string;
  /** The day it is where the loop takes place. */
  readonly today: CalendarDate;
  /** The machine’s zone, an IANA name: it is assumed where the loop names none. */
  readonly machineZone: string;
  /** The round’s prompts in the playbook. */
  readonly prompts: readonly Prompt[];
  /** Of the prep folder. */
  readonly stories: readonly BriefStory[];
  /** Of these stories, by their names. */
  readonly index: StoryIndex;
  /** The cheat sheet and the case, as far as they are there. */
  readonly figureFiles: readonly BriefFile[];
  /** Undefined where the loop has no questions.md. */
  readonly questions: readonly Question[] | undefined;
  /** What was said in the loop so far: answers, feedback. */
  readonly heard: readonly string[];
  /** The loop’s offer.md; undefined where there is none. */
  readonly offer: { readonly path: string; readonly offer: Offer } | undefined;
  /** The loop’s. */
  readonly sessions: readonly Session[];
}
