/** The figures of a loop as rows, by what they measure: those that differ first. */
import { PROBLEM_WORDS, ROLE_WORDS, type FigurePlace, type MeasuredFigures } from '../claims/figureRegister';
import { joined, plural } from '../words';
import { facts, row, type Row } from './row';

/** The row that opens the figures. @param measures undefined until it was opened. */
export function figuresRow(measures: readonly MeasuredFigures[] | undefined): Row {
  const summary = measures && figuresSummary(measures);
  return row({
    id: 'figures',
    kind: 'figures',
    label: 'Figures',
    description: summary,
    icon: 'figures',
    tooltip: 'Every figure of your stories, scripts, cheat sheet, case and offer, by what it measures.',
    spoken: joined(['Figures', summary], ', '),
    lazy: true,
  });
}

/** The figures in a few words: “2 to look at · 31 measures”. */
export function figuresSummary(measures: readonly MeasuredFigures[]): string {
  const wrong = measures.filter(({ hasProblem }) => hasProblem).length;
  if (measures.length === 0) return 'none yet';
  return facts([wrong > 0 ? `${wrong} to look at` : undefined, plural(measures.length, 'measure')]);
}

/** One row for each measure, with its places under it; where there is none, a row that says what to do. */
export function figureRows(measures: readonly MeasuredFigures[]): Row[] {
  if (measures.length === 0)
    return [
      row({
        id: 'figures/none',
        kind: 'figure',
        label: 'No figure yet',
        description: 'write a story with what it changed',
        icon: 'info',
      }),
    ];
  return measures.map((measure) => {
    const { id, measure: label, places, hasProblem } = measure;
    const values = [...new Set(places.map(({ text }) => text))];
    const description = values.slice(0, 3).join(' · ') + (values.length > 3 ? ' …' : '');
    return row({
      id: `figures/${id}`,
      kind: 'figure',
      label,
      description,
      icon: hasProblem ? 'gap' : 'figure',
      tooltip: [label, ...places.slice(0, 12).map(placeInWords)].join('\n'),
      spoken: joined([label, description, hasProblem ? 'to look at' : undefined], ', '),
      children: places.map((place, index) => placeRow(id, place, index)),
    });
  });
}

const notesOf = ({ role, problem }: FigurePlace): string =>
  joined([ROLE_WORDS[role], problem && PROBLEM_WORDS[problem]], ', ');

const placeInWords = (place: FigurePlace): string =>
  joined([`${place.text}: ${place.path}, line ${place.line + 1}`, notesOf(place)], ', ');

function placeRow(measure: string, place: FigurePlace, index: number): Row {
  const { path, start, end, text, title, line, problem } = place;
  return row({
    id: `figures/${measure}/${path}/${index}`,
    kind: 'figure-place',
    label: text,
    description: joined([title, notesOf(place)], ' · '),
    icon: problem === undefined ? 'document' : 'problem',
    tooltip: placeInWords(place),
    spoken: joined([text, title, `line ${line + 1}`, notesOf(place)], ', '),
    place: { path, start, end, line },
  });
}
