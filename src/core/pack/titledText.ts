/** A text whose first heading is its title. */
import { plainText } from '../checklist/checklist';
import { locateFrontMatter } from '../markdown/frontMatter';
import { outline } from '../markdown/outline';
import { withoutRanges } from '../markdown/text';

interface TitledText {
  /** Plain; undefined where the text does not begin with a heading of the first level. */
  readonly title: string | undefined;
  /** Without front matter and title. */
  readonly body: string;
}

export function readTitledText(text: string): TitledText {
  const front = locateFrontMatter(text);
  const bodyStart = typeof front === 'object' ? front.bodyStart : 0;
  const [first] = outline(text);
  const isTitled = first?.level === 1 && text.slice(bodyStart, first.start).trim() === '';
  const heading = isTitled ? [{ start: first.start, end: first.contentStart }] : [];
  const title = isTitled ? plainText(first.title) : '';
  return {
    title: title === '' ? undefined : title,
    body: withoutRanges(text, [{ start: 0, end: bodyStart }, ...heading]),
  };
}
