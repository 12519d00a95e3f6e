/** A pack as one HTML file. */
import { escapeHtml } from '../markdown/escape';
import { joined } from '../words';
import { htmlPage } from './htmlPage';
import type { FollowUp } from '../playbook/followUps';
import type { Pair } from '../playbook/rounds';
import type { Competency } from '../playbook/schema';
import type { Pack, PackPhase, PackPrompt, PackStory } from './pack';
import { choosePrompt, copyBack, privacy, steps } from './packWords';
import { HIRES, scoreOfHire } from '../sessions/hire';
import { PackRenderer } from './render';
import { scoreSheet } from './sheet';
import { PACK_STYLE } from './style';

export function packHtml(pack: Pack): string {
  return new PackPage(pack).html();
}

class PackPage {
  private readonly renderer = new PackRenderer();

  constructor(private readonly pack: Pack) {}

  html(): string {
    const { title, loop, facts, judges, source, stories, signals, pairs } = this.pack;
    const body = `<header>
<p class="kicker">Mock interview · ${escapeHtml(loop)}</p>
<h1>${escapeHtml(title)}</h1>
<ul class="facts">${facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join('')}</ul>
<p class="judges">What is judged: ${escapeHtml(judges)}</p>
</header>
${section(
  'How it goes',
  `<ol class="steps">${steps(this.pack)
    .map((step) => `<li>${escapeHtml(step)}</li>`)
    .join('')}</ol>`,
)}
${section('Timetable', timetable(this.pack.phases))}
${section(this.pack.prompts.length === 1 ? 'The prompt' : 'Prompts', this.prompts(this.pack.prompts))}
${section('What strong sounds like', pairs.map((pair) => this.pair(pair)).join('\n'))}
${section('The candidate’s stories', stories.map((story) => this.story(story)).join('\n'))}
${section('Rubric and score sheet', this.sheet(), 'sheet')}
${section('Signals', signals.length === 0 ? '' : `<p>Tick one when you hear it.</p><ul class="signals">${signals.map((signal) => `<li><label><input type="checkbox"> ${escapeHtml(signal)}</label></li>`).join('')}</ul>`)}
${section('Points and comments', writing())}
${section('Send it back', `<p>${escapeHtml(copyBack)}</p><pre tabindex="0" role="region" aria-label="The score sheet as text">${escapeHtml(scoreSheet(this.pack.competencies, undefined, false))}</pre>`, 'back')}
<footer><p>${escapeHtml(joined([source.trim(), privacy], ' '))}</p></footer>`;
    return htmlPage({ title: `${title}: mock interview`, style: PACK_STYLE, body });
  }

  private prompts(prompts: readonly PackPrompt[]): string {
    const lead = prompts.length > 1 ? `<p>${escapeHtml(choosePrompt(prompts))}</p>` : '';
    return `${lead}${prompts.map((prompt, index) => this.prompt(prompt, index)).join('\n')}`;
  }

  private prompt({ title, body, competencies, clock, followUps }: PackPrompt, index: number): string {
    const shows =
      competencies.length === 0 ? '' : `<p class="shows">Shows: ${competencies.map(escapeHtml).join(', ')}</p>`;
    const takes = clock === undefined ? '' : `<p class="clock">${escapeHtml(clock)}</p>`;
    return `<article class="prompt"><h3>${escapeHtml(title)}</h3>${takes}${this.renderer.render(body, 3)}${this.ladder(followUps, index)}${shows}</article>`;
  }

  /** Folded away, under one shared name: opening one closes the others. */
  private ladder(followUps: readonly FollowUp[], prompt: number): string {
    if (followUps.length === 0) return '';
    const pushes = followUps.map(
      ({ push, good, bad }, index) =>
        `<details name="pushes-${prompt}"><summary>Follow-up ${index + 1} of ${followUps.length}</summary><p>${this.renderer.inline(push)}</p><p class="good"><span class="label">Good</span> ${this.renderer.inline(good)}</p><p class="bad"><span class="label">Bad</span> ${this.renderer.inline(bad)}</p></details>`,
    );
    return `<div class="ladder"><p>Ask one follow-up at a time, and open the next only when you need it.</p>${pushes.join('')}</div>`;
  }

  private pair({ topic, weak, strong, why }: Pair): string {
    const side = (kind: string, text: string): string =>
      `<div class="${kind.toLowerCase()}"><p class="label">${kind}</p>${this.renderer.render(text, 3)}</div>`;
    const because = why === undefined ? '' : `<div class="why">${this.renderer.render(why, 3)}</div>`;
    return `<article class="pair"><h3>${escapeHtml(topic)}</h3><div class="sides">${side('Weak', weak)}${side('Strong', strong)}</div>${because}</article>`;
  }

  private story({ title, body }: PackStory): string {
    return `<article class="story"><h3>${escapeHtml(title)}</h3>${this.renderer.render(body, 3)}</article>`;
  }

  private sheet(): string {
    return `<p>Choose one circle for each competency, by what you saw and heard, not by what you know. A 3 meets the bar.</p>${this.pack.competencies.map((competency, index) => this.scale(competency, index)).join('\n')}\n${decision()}`;
  }

  private scale({ title, description, anchors }: Competency, index: number): string {
    const choices = anchors.map(
      (anchor, at) =>
        `<li><label><input type="radio" name="competency-${index}" value="${at + 1}"><span class="figure">${at + 1}</span><span>${this.renderer.inline(anchor)}</span></label></li>`,
    );
    return `<fieldset><legend>${escapeHtml(title)}</legend><p>${this.renderer.inline(description)}</p><ul class="scale">${choices.join('')}</ul>${textField(`evidence-${index}`, 'Evidence: what you heard, in the candidate’s words', 3)}${textField(`flags-${index}`, 'Red flags', 2)}</fieldset>`;
  }
}

function section(title: string, body: string, kind = ''): string {
  return body === '' ? '' : `<section${kind === '' ? '' : ` class="${kind}"`}><h2>${title}</h2>${body}</section>`;
}

function timetable(phases: readonly PackPhase[]): string {
  const rows = phases.map(
    ({ title, from, to, cue }) =>
      `<tr><td class="minutes">${from}–${to}</td><th scope="row">${escapeHtml(title)}</th><td>${escapeHtml(cue)}</td></tr>`,
  );
  return `<table><thead><tr><th scope="col">Minutes</th><th scope="col">Phase</th><th scope="col">What the candidate does</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** Hire or no hire, on the scale of the scores. */
function decision(): string {
  const choices = HIRES.map(
    (hire) =>
      `<li><label><input type="radio" name="hire" value="${scoreOfHire(hire)}"><span class="figure">${scoreOfHire(hire)}</span><span>${hire}</span></label></li>`,
  );
  return `<fieldset><legend>Hire or no hire</legend><p>After all scores, on the same scale: 3 meets the bar.</p><ul class="scale">${choices.join('')}</ul></fieldset>`;
}

function writing(): string {
  return (
    textField('points', 'Points to work on, one per line: each becomes something to do for the next round', 5) +
    textField('comments', 'Anything else, in your own words', 6)
  );
}

function textField(id: string, label: string, rows: number): string {
  return `<p class="field"><label for="${id}">${label}</label><textarea id="${id}" rows="${rows}"></textarea></p>`;
}
