import { html, type TemplateResult } from 'lit/html.js';
import { formatSeconds } from '../../../core/story/spoken';
import { speakDuration } from '../../../core/timer/formatClock';
import type { RehearsalView, VersionId, VersionView } from '../../protocol/rehearse';
import { icon, styled } from '../shared/parts';

/** How much of the story is told: a group of radio buttons, which the arrow keys move through. */
export function versionPicker(
  { versions, version }: RehearsalView,
  choose: (version: VersionId) => void,
): TemplateResult {
  return html`<fieldset class="versions">
    <legend class="sr-only">How much of the story is told</legend>
    ${versions.map(
      (each) =>
        html`<label class="version">
          <input type="radio" name="version" value=${each.id} .checked=${each.id === version} @change=${() => choose(each.id)} />
          <span class="face">
            <span class="length">${each.label}</span>
            <span class="spoken">${each.fits ? '' : icon('warning')}<span class="sr-only">said in </span>${formatSeconds(each.spoken)}<span class="sr-only">${each.fits ? '' : ', over its target'}</span></span>
          </span>
        </label>`,
    )}
  </fieldset>`;
}

/** How long the chosen version takes to say, beside how long it may take. */
export function budget(view: RehearsalView): TemplateResult {
  const chosen = view.versions.find(({ id }) => id === view.version) as VersionView;
  const { spoken, target, fits } = chosen;
  const part = Math.min(100, target > 0 ? (spoken / target) * 100 : 100);
  return html`<div class="budget ${fits ? '' : 'too-long'}">
    <p class="sum">
      <strong>${formatSeconds(spoken)}</strong> aloud, of ${formatSeconds(target)}
      <span class="sr-only">: ${speakDuration(Math.round(spoken) * 1000)} of ${speakDuration(target * 1000)}</span>
    </p>
    <span class="track" aria-hidden="true"><span class="fill" ${styled((style) => (style.width = `${part}%`))}></span></span>
    <p class="quiet">${counted(view)} · ${view.words} ${view.words === 1 ? 'word' : 'words'} at ${view.pace} a minute</p>
  </div>`;
}

function counted({ sentences, sentencesInAll }: RehearsalView): string {
  if (sentences === sentencesInAll) return sentences === 1 ? 'The one sentence' : `All ${sentences} sentences`;
  return `${sentences} of ${sentencesInAll} sentences`;
}
