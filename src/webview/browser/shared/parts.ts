/** What the parts of the page share. */
import DOMPurify from 'dompurify';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import type { FromPanel, LinkBase } from '../../protocol/round';

/** Tells the extension what the user did. */
export type Say = (message: FromPanel) => void;

/** What Markdown makes, and nothing that can run, load or style anything. */
const ALLOWED = {
  ALLOWED_TAGS: [
    'p',
    'br',
    'hr',
    'em',
    'strong',
    's',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
    'a',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'span',
    'figure',
    'figcaption',
    'caption',
    'svg',
    'title',
    'text',
    'rect',
    'path',
  ],
  ALLOWED_ATTR: [
    'href',
    'title',
    'start',
    'class',
    'data-kind',
    'scope',
    // What a drawing is made of.
    'role',
    'aria-label',
    'viewBox',
    'width',
    'height',
    'x',
    'y',
    'd',
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-opacity',
    'stroke-dasharray',
    'text-anchor',
    'font-size',
  ],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
} as const;

/** HTML that the extension rendered from Markdown, sanitised. Its links are followed by the extension. */
export function markdown(source: string): unknown {
  return guard([source], () =>
    source === ''
      ? nothing
      : DOMPurify.sanitize(source, {
          ...ALLOWED,
          ALLOWED_TAGS: [...ALLOWED.ALLOWED_TAGS],
          ALLOWED_ATTR: [...ALLOWED.ALLOWED_ATTR],
        }),
  );
}

/**
 * An icon that says nothing to a screen reader: the words beside it do. The build packages those icons of the font that
 * the pages' sources name.
 */
export function icon(name: string): TemplateResult {
  return html`<span class="codicon codicon-${name}" aria-hidden="true"></span>`;
}

/**
 * Sets an element's own style. Not by an attribute, as lit's styleMap does: the page's policy forbids inline styles.
 */
export function styled(set: (style: CSSStyleDeclaration) => void): ReturnType<typeof ref> {
  return ref((element) => {
    if (element instanceof HTMLElement) set(element.style);
  });
}

/**
 * Hands clicks on links to the extension. VS Code listens on the document and would open web links by itself: it must
 * not see them, so that there is one way out.
 */
export function followLinks(root: HTMLElement, say: Say): void {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    const named = link.closest('[data-base]')?.getAttribute('data-base');
    const base: LinkBase = named === 'round' || named === 'loop' ? named : 'playbook';
    const href = link.getAttribute('href');
    if (href) say({ type: 'link', href, base });
  });
}
