/** Makes what the panel of a round's page shows. Pure, but for the renderer it is given. */
import type { Brief, BriefLine } from '../../core/brief/briefModel';
import { fingerprint } from '../../core/fingerprint';
import { clip, clipHtml } from '../protocol/common';
import type { BriefLineView, BriefPanelView } from '../protocol/brief';
import type { Renderer } from './roundView';

export function makeBriefView(brief: Brief, renderer: Pick<Renderer, 'renderInline'>): BriefPanelView {
  return {
    version: fingerprint(JSON.stringify(brief)),
    title: clip(brief.title),
    loop: clip(brief.loop),
    // A loop without blocks has no figures to show.
    parts: brief.parts
      .filter(({ lines }) => lines.length > 0)
      .map(({ id, title, lines }) => ({ id, title, lines: lines.map((line) => lineView(line, renderer)) })),
  };
}

function lineView(
  { kind, label, text, details, link }: BriefLine,
  renderer: Pick<Renderer, 'renderInline'>,
): BriefLineView {
  return {
    kind,
    label: clip(label),
    html: clipHtml(text, (markdown) => renderer.renderInline(markdown)),
    details: details.map(clip),
    ...(link ? { link: link.label } : {}),
  };
}
