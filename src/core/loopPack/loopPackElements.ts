/** The HTML that a pack is put together from. */
import { escapeHtml } from '../markdown/escape';
import { LOOP_PACK_TITLES, type LoopPackPart } from './loopPackModel';

/** A thing with a heading of its own below that of its part. */
export interface Piece {
  readonly title: string;
  /** HTML. */
  readonly body: string;
}

export interface Section {
  readonly part: LoopPackPart;
  /** HTML before the pieces. */
  readonly lead: string;
  readonly pieces: readonly Piece[];
}

/** @param items HTML. */
export const listHtml = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** @param rows plain text; the first cell of each is its head. */
export function tableHtml(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((each) => `<th scope="col">${escapeHtml(each)}</th>`).join('');
  const body = rows.map(([first = '', ...rest]) => {
    const cells = rest.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(first)}</th>${cells}</tr>`;
  });
  const said = caption === '' ? '' : `<caption>${escapeHtml(caption)}</caption>`;
  return `<table>${said}<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

const pieceId = (part: LoopPackPart, index: number): string => `${part}-${index + 1}`;

export function contentsHtml(sections: readonly Section[]): string {
  const items = sections.map(({ part, pieces }) => {
    const below = pieces.map(
      ({ title }, index) => `<li><a href="#${pieceId(part, index)}">${escapeHtml(title)}</a></li>`,
    );
    const list = below.length === 0 ? '' : `<ul>${below.join('')}</ul>`;
    return `<li><a href="#${part}">${LOOP_PACK_TITLES[part]}</a>${list}</li>`;
  });
  return `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>${items.join('')}</ol></nav>`;
}

export function sectionHtml({ part, lead, pieces }: Section): string {
  const articles = pieces.map(
    ({ title, body }, index) => `<article id="${pieceId(part, index)}"><h3>${escapeHtml(title)}</h3>${body}</article>`,
  );
  return `<section id="${part}" class="${part}"><h2>${LOOP_PACK_TITLES[part]}</h2>${lead}${articles.join('\n')}</section>`;
}
