/** A loop's cheat sheet as one HTML file to print. */
import { ourSide } from '../markdown/conflict';
import { escapeHtml } from '../markdown/escape';
import { withoutBom } from '../markdown/text';
import { CHEAT_SHEET_STYLE } from './cheatSheetStyle';
import { htmlPage } from './htmlPage';
import { quiet } from './quiet';
import { PackRenderer } from './render';
import { readTitledText } from './titledText';

const TITLE = 'Cheat sheet';

/** On paper, in points: small enough for a full page, and as large as a short text allows. */
const SMALLEST = 7.6;
const LARGEST = 10;
/** About how many characters of Markdown fill a page in the smallest type. */
const FULL_PAGE = 4000;

export interface CheatSheet {
  /** Its Markdown; of a merge conflict, the user's own side is read. */
  readonly text: string;
  /** The loop as people name it. */
  readonly loop: string;
}

export function cheatSheetHtml({ text, loop }: CheatSheet): string {
  const { title = TITLE, body } = readTitledText(ourSide(withoutBom(text)));
  const shown = quiet(body);
  return htmlPage({
    title: `${title}: ${loop}`,
    style: `:root { --print-size: ${printSize(shown)}pt; }${CHEAT_SHEET_STYLE}`,
    body: `<header>
<p class="kicker">${escapeHtml(title === TITLE ? loop : `${TITLE} · ${loop}`)}</p>
<h1>${escapeHtml(title)}</h1>
</header>
<div class="sheet">
${new PackRenderer({ isOwn: true }).render(shown, 1)}</div>`,
  });
}

/** The size of type in which a text fills its page; one that is longer goes on to a second. */
function printSize(markdown: string): number {
  const size = SMALLEST * Math.sqrt(FULL_PAGE / Math.max(1, markdown.length));
  return Math.round(10 * Math.min(LARGEST, Math.max(SMALLEST, size))) / 10;
}
