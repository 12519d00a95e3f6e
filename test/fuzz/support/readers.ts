/** Everything in core that reads a text that a user may write, by its name. */
import ICAL from 'ical.js';
import MarkdownIt from 'markdown-it';
import { exerciseOf } from '../../../src/core/arithmetic/arithmeticSitting';
import { judgeAnswer } from '../../../src/core/arithmetic/judgeAnswer';
import { practiceBlocks } from '../../../src/core/arithmetic/practiceBlocks';
import { readBlocks } from '../../../src/core/blocks/readBlocks';
import { recomputeLines } from '../../../src/core/blocks/resultLines';
import { figureRegister, figuresPage } from '../../../src/core/claims/figureRegister';
import { figureOrigins } from '../../../src/core/claims/figureOrigins';
import { fillScript, usualChoices } from '../../../src/core/claims/fillScript';
import { findClaims } from '../../../src/core/claims/findClaims';
import { readFigures } from '../../../src/core/claims/readFigures';
import { readRetractions, retractionEdit } from '../../../src/core/claims/retractions';
import { spokenAsk } from '../../../src/core/offer/spokenAsk';
import { placeToWrite, readOwnBrief, roomForOwn } from '../../../src/core/brief/ownBrief';
import { writeCalendar } from '../../../src/core/calendar/ics';
import { isOwnCalendar, readPrevious } from '../../../src/core/calendar/previous';
import { parseChecklist, plainText, toggleItem } from '../../../src/core/checklist/checklist';
import { setTaskDate, splitTaskDate } from '../../../src/core/checklist/taskDate';
import { taskTitle } from '../../../src/core/checklist/taskTitle';
import { parseDate, parseTime } from '../../../src/core/days/dates';
import { readDebrief } from '../../../src/core/debrief/readDebrief';
import { tellingEdits } from '../../../src/core/debrief/tellings';
import { debriefEdits } from '../../../src/core/debrief/writeDebrief';
import { carryPoints, feedbackPoints, readCarried, recordPoints } from '../../../src/core/feedback/points';
import { checkFit } from '../../../src/core/fit/checkFit';
import { fitEdits } from '../../../src/core/fit/fitMarkdown';
import { fingerprint } from '../../../src/core/fingerprint';
import { setFrontMatterList, setFrontMatterValue } from '../../../src/core/frontMatter/editFrontMatter';
import { setFrontMatterEntries } from '../../../src/core/frontMatter/editMap';
import { frontMatterLists, listPlaceAt } from '../../../src/core/frontMatter/lists';
import { parseFrontMatter } from '../../../src/core/frontMatter/parseFrontMatter';
import { assembleLoop } from '../../../src/core/loop/assemble';
import { closeEdits, reopenEdits } from '../../../src/core/loop/closeEdits';
import { openInvite } from '../../../src/core/invite/openInvite';
import { readInvite } from '../../../src/core/invite/readInvite';
import { LOOP_FILE, parseFile, PREPARATION_FILE } from '../../../src/core/loop/parseFile';
import { attributesEdits, keepOutEdits, keptOutBy, remoteOf } from '../../../src/core/loop/keepOut';
import { prepFolderParts } from '../../../src/core/loop/prepFolder';
import { parseBlocks } from '../../../src/core/markdown/blocks';
import { escapeHtml, escapeMarkdown } from '../../../src/core/markdown/escape';
import { readLink, relativePath, resolvePath } from '../../../src/core/markdown/links';
import { classifyLines, deeper, findConflict, outline } from '../../../src/core/markdown/outline';
import { difference, endOfLine, tidy } from '../../../src/core/markdown/text';
import { noteEdits, takeBack } from '../../../src/core/markdown/undo';
import { quantities } from '../../../src/core/markdownIt/quantities';
import { cheatSheetHtml } from '../../../src/core/pack/cheatSheetHtml';
import { valueOffer } from '../../../src/core/offer/valuedOffer';
import { packStory } from '../../../src/core/pack/packFiles';
import { NameFinder } from '../../../src/core/loopPack/namesInText';
import { quotesPay } from '../../../src/core/loopPack/quotesPay';
import { withoutComments, withoutLineComments } from '../../../src/core/markdown/comments';
import { quiet, quietLine } from '../../../src/core/pack/quiet';
import { PackRenderer } from '../../../src/core/pack/render';
import { readInterview } from '../../../src/core/pack/interview';
import { readSheet } from '../../../src/core/pack/sheet';
import { parseJson } from '../../../src/core/playbook/json';
import { loadPlaybook } from '../../../src/core/playbook/loadPlaybook';
import { readManifest } from '../../../src/core/playbook/manifest';
import { askedEdits } from '../../../src/core/questions/markQuestions';
import { nextQuestions } from '../../../src/core/questions/nextQuestions';
import { readQuestions } from '../../../src/core/questions/readQuestions';
import { cardToAppend, readOwnCards } from '../../../src/core/recall/ownCards';
import { readReviews } from '../../../src/core/recall/reviewLog';
import { addFeedback, addMarkers, addNotes, setSection, setSignals } from '../../../src/core/sessions/editSession';
import { readMarker } from '../../../src/core/sessions/markers';
import { takeVerdict } from '../../../src/core/sessions/peer';
import { readHire } from '../../../src/core/sessions/hire';
import { looksLikeSession, parseSession } from '../../../src/core/sessions/readSession';
import { contained } from '../../../src/core/sessions/sessionSections';
import { shown } from '../../../src/core/shown';
import { slug } from '../../../src/core/slug';
import { closestId } from '../../../src/core/closest';
import { suggest } from '../../../src/core/story/completion';
import { countWords } from '../../../src/core/story/countWords';
import { headingEdits } from '../../../src/core/story/labelsToHeadings';
import { analyseStory, lintStory } from '../../../src/core/story/lint';
import { parseStory } from '../../../src/core/story/parseStory';
import { findPlaceholders } from '../../../src/core/story/placeholders';
import { extractQuantities, formatQuantity } from '../../../src/core/story/quantities';
import { cueCards, sayable } from '../../../src/core/story/rehearse';
import { rehearsalParts } from '../../../src/core/story/rehearse/rehearsalParts';
import { insertionPoint } from '../../../src/core/story/snippets';
import { parseSnippet } from '../../../src/core/story/snippetSyntax';
import { fillTemplate, markSnippetBlanks, readTemplate } from '../../../src/core/story/templates';
import { unfinishedSentence } from '../../../src/core/story/typing';
import { hesitationsIn } from '../../../src/core/transcript/hesitations';
import { measureTranscript } from '../../../src/core/transcript/measureTranscript';
import { readTranscript } from '../../../src/core/transcript/readTranscript';
import { transcriptNotes } from '../../../src/core/transcript/transcriptNotes';
import { fitStory } from '../../unit/fit/support';
import { sampleFiles } from '../../unit/playbook/sample';

type Reader = (text: string) => unknown;

const inFrontMatter =
  (read: Reader): Reader =>
  (text) =>
    read(`---\n${text}\n---\n`);
const competencies = [{ id: 'clarity', title: 'Clarity' }];
const LIST = { line: '[a]', below: ['  - a'] };
const preview = new MarkdownIt({ html: true }).use(quantities);
const pack = new PackRenderer();
const points = ['one', 'two'];
const source = { title: 'System Design', path: '../sessions/a.md' };
const asked = {
  competencies,
  fit: [
    {
      id: 'latency',
      question: 'Latency?',
      expects: '40 ms',
      measure: { kind: 'duration' as const, unit: 'ms', words: ['latency', 'p99'] },
      atMost: 40,
      words: [{ title: 'a model', any: ['model', 'ML'] }],
    },
  ],
};
const fitRows = (text: string) => checkFit(asked, [fitStory(text)]);

/** A text as a story and as a script that is compared with it. */
const claimsOf: Reader = (text) => {
  const files = [readFigures('stories/a.md', text, 'story'), readFigures('loop/scripts/a.md', text, 'script')];
  return figuresPage('loop', figureRegister(files, findClaims(files)), (path, line) => `${path}#L${line}`);
};

/** A text as an invite that came on a day. */
const inviteOf: Reader = (text) => readInvite(openInvite(text), '2026-11-24', ICAL);

/** A transcript with all that is said of each of its speakers. */
const transcriptOf: Reader = (text) => {
  const reading = readTranscript(text);
  if ('problem' in reading) return reading.problem;
  const { transcript } = reading;
  return ['', ...transcript.speakers.slice(0, 2)].map((you) => {
    const told = {
      id: 'a',
      title: 'A',
      impact: '',
      body: text.slice(0, 500),
      competencies: [],
      text: text.slice(0, 500),
    };
    const context = {
      plan: [{ title: 'A', minutes: 1 }],
      signals: ['cost'],
      texts: 'cost',
      prompts: [],
      stories: [told],
    };
    return transcriptNotes(transcript, measureTranscript(transcript, you, context), {
      name: text.slice(0, 20),
      day: undefined,
    });
  });
};

export const READERS: Readonly<Record<string, Reader>> = {
  'findClaims, two files': claimsOf,
  'findClaims, an outcome': (text) => claimsOf(`## Impact\n\n${text}`),
  readRetractions: (text) => readRetractions(text),
  'readRetractions, an item': (text) => readRetractions(`- 5% churn · retracted: ${text}`),
  retractionEdit: (text) =>
    retractionEdit(text, { figure: text, measure: text, mode: 'level', path: 'stories/a.md', reason: text }),
  figureOrigins: (text) => figureOrigins('loop/scripts/a.md', `<!-- figure “5%” from [a](../b.md) -->\n${text}`),
  fillScript: (text) => {
    const files = [readFigures('stories/a.md', text, 'story'), readFigures('loop/case.md', text, 'case')];
    return fillScript('loop/scripts/a.md', `I {{outcome: x}}. ${text}`, files, usualChoices(files));
  },
  spokenAsk: inFrontMatter((text) => spokenAsk(text, 'target', 'base')),
  parseBlocks: (text) => parseBlocks(text),
  practiceBlocks: (text) => practiceBlocks(`${text}\n\`\`\`capacity\nevents: 1M/s\n${text}`),
  exerciseOf: (text) => exerciseOf(`\`\`\`estimate\na: 8 % (4-12 %)\nb = a × a\n${text}`, 7),
  judgeAnswer: (text) => judgeAnswer(text, { value: 1.5e9, unit: 'bytes/s' }),
  'readBlocks, a latency budget': (text) => readBlocks(`\`\`\`latency-budget\nslo: 40 ms\n${text}`),
  'readBlocks, capacity': (text) => readBlocks(`\`\`\`capacity\nevents: 1M/s\nevent size: 500 B\nnodes: 10\n${text}`),
  'readBlocks, an estimate': (text) => readBlocks(`\`\`\`estimate\na: 8 % (4-12 %)\n${text}`),
  'readBlocks, a formula': (text) => readBlocks(`\`\`\`estimate\na: 8 % (4-12 %)\nb = a × ${text}`),
  'readBlocks, a value': (text) => readBlocks(`\`\`\`latency-budget\na: ${text}`),
  recomputeLines: (text) =>
    recomputeLines(`\`\`\`estimate\na: 2\nb = a × 3\n\`\`\`\n${text}\n\`\`\`estimate\na: 2\nb = a × 3\n\`\`\``),
  outline: (text) => outline(text),
  classifyLines: (text) => classifyLines(text),
  findConflict,
  deeper,
  tidy,
  endOfLine,
  'difference and undo': (text) => {
    const after = `${text.slice(0, text.length / 2)}x${text.slice(text.length / 2)}`;
    const edits = difference(text, after);
    return takeBack(after, noteEdits(text, edits));
  },
  'links and paths': (text) => [readLink(text), resolvePath('a.md', text), relativePath('a/b.md', text)],
  escapeHtml,
  escapeMarkdown,
  parseFrontMatter,
  'parseFrontMatter, within': inFrontMatter((text) => {
    const front = parseFrontMatter(text);
    return [front.place('scores', 'a'), front.place('competencies', 3)];
  }),
  'frontMatterLists, unclosed': (text) => frontMatterLists(`---\n${text}`, ['rounds', 'competencies']),
  frontMatterLists: inFrontMatter((text) => frontMatterLists(text, ['rounds', 'competencies'])),
  listPlaceAt: inFrontMatter((text) => listPlaceAt(text, text.length >> 1, ['rounds', 'competencies'])),
  'setFrontMatterValue, beside': (text) => setFrontMatterValue(`---\na: 1\n---\n${text}`, 'b', 2),
  'setFrontMatterValue, within': inFrontMatter((text) => setFrontMatterValue(text, 'b', 2)),
  'setFrontMatterValue, the value': (text) => setFrontMatterValue('---\na: 1\n---\n', 'a', text),
  setFrontMatterList: inFrontMatter((text) => setFrontMatterList(text, 'rounds', LIST)),
  setFrontMatterEntries: inFrontMatter((text) => setFrontMatterEntries(text, 'scores', { a: 1, b: undefined })),
  'setFrontMatterEntries, the value': (text) => setFrontMatterEntries('---\na: 1\n---\n', 'peer', { name: text }),
  'valueOffer, within': inFrontMatter(valueOffer),
  'valueOffer, a figure': (text) => valueOffer(`---\nbase: ${text}\nvesting: ${text}\n---\n`),
  parseChecklist,
  toggleItem: (text) => toggleItem(text, 3, 'a'),
  setTaskDate: (text) => setTaskDate(text, 3, 'a', { due: '2026-11-28' }),
  'the text of an item': (text) => [splitTaskDate(text), plainText(text), taskTitle(text)],
  parseStory,
  headingEdits: (text) => headingEdits(parseStory(text)),
  lintStory: (text) => lintStory(text),
  'analyseStory of an offer': (text) => analyseStory(`---\nbase: 100\n---\n${text}`),
  'analyseStory within front matter': inFrontMatter((text) => analyseStory(text)),
  extractQuantities: (text) => extractQuantities(text).map(formatQuantity),
  countWords: (text) => countWords(text),
  findPlaceholders: (text) => findPlaceholders(text),
  parseSnippet,
  markSnippetBlanks,
  templates: (text) => fillTemplate(readTemplate('a', text), { title: 'T', competencies: ['a'], rounds: ['b'] }),
  'templates, the title': (text) =>
    fillTemplate(readTemplate('a', '---\ntitle: ${1:T}\n---\n# ${TITLE}\n'), { title: text }),
  insertionPoint: (text) => insertionPoint('story', text, text.length),
  suggest: (text) => suggest(text, text.length, { quantities: [], targets: [] }),
  unfinishedSentence: (text) => unfinishedSentence(text, text.length),
  'cueCards, as they are said': (text) => {
    const { story, cards } = cueCards(text);
    return cards.map(({ sentences }) => sentences.map(({ start, end }) => sayable(story, start, end)));
  },
  rehearsalParts,
  closestId: (text) => [
    closestId(text, competencies),
    closestId(
      'clarty',
      text.split('\n').map((line) => ({ id: line, title: line })),
    ),
  ],
  feedbackPoints: (text) => feedbackPoints(`## Feedback\n${text}`),
  carryPoints: (text) => carryPoints(text, points, source, 'From feedback'),
  'carryPoints, the points': (text) => carryPoints('', text.split('\n'), source, 'From feedback'),
  recordPoints: (text) => recordPoints(text, points),
  readCarried,
  readDebrief: (text) => readDebrief(`## Debrief\n${text}`),
  'readDebrief, an answer': (text) => readDebrief(`## Debrief\n### A?\n- Story: ${text}`),
  debriefEdits: (text) => debriefEdits(text, [{ asked: text, landed: 'gap', pushedOn: [text] }]),
  tellingEdits: inFrontMatter((text) =>
    tellingEdits(text, { loop: 'a', round: 'b', landed: 'gap', date: undefined, to: [] }),
  ),
  readOwnBrief: (text) => readOwnBrief(`## Brief\n\nOpen with: ${text}`),
  roomForOwn: (text) => [
    roomForOwn(text, 'open'),
    roomForOwn(`## Brief\n${text}`, 'leave'),
    placeToWrite(text, 'leave'),
  ],
  readQuestions: (text) => readQuestions(text, competencies),
  'readQuestions of a list': (text) => readQuestions(`- ${text}`, competencies),
  askedEdits: (text) => askedEdits(`- Why?\n${text}`, competencies, { text: 'Why?' }, '2026-12-02', 'screen'),
  nextQuestions: (text) => nextQuestions(readQuestions(text, []), 'screen', [text]),
  checkFit: (text) => fitRows(text),
  fitEdits: (text) => fitEdits(text, fitRows('')),
  keptOutBy: (text) => [
    keptOutBy(text, 'prep'),
    keepOutEdits(text, 'offers', 'prep'),
    attributesEdits(text),
    remoteOf(text),
  ],
  readReviews: (text) => readReviews(text, 'reviews.jsonl'),
  readOwnCards: (text) => readOwnCards(text, 'drills.md', { competencies: new Set(), rounds: new Set() }),
  cardToAppend: (text) => cardToAppend(text, 'A?', text),
  parseJson,
  'parseJson of members': (text) => parseJson(`{${text}`),
  readManifest,
  'readManifest of members': (text) => readManifest(`{${text} "id": "a"}`),
  ...Object.fromEntries(
    [...sampleFiles().keys()].map((path) => [
      `loadPlaybook, ${path}`,
      (text: string) =>
        loadPlaybook(
          new Map([...sampleFiles(), [path, path.endsWith('.json') ? text : `# T\n\n## Prompts\n\n${text}`]]),
        ),
    ]),
  ),
  looksLikeSession: (text) => looksLikeSession('a/sessions/b.md', text),
  parseSession: (text) => parseSession('a/sessions/b.md', text),
  'parseSession, within': inFrontMatter((text) => parseSession('a/sessions/b.md', text)),
  'parseSession, its markers': (text) => parseSession('a/sessions/b.md', `## Markers\n${text}`),
  'parseSession, its feedback': (text) => parseSession('a/sessions/b.md', `## Feedback\n${text}`),
  setSection: (text) => setSection(text, 'Notes', 'a'),
  'setSection, the Markdown': (text) => setSection('', 'Notes', text),
  addFeedback: (text) => addFeedback(text, points),
  'addFeedback, the points': (text) => addFeedback('', text.split('\n')),
  addNotes: (text) => addNotes(text, 'a'),
  addMarkers: (text) => addMarkers(text, [{ at: 1, phase: 'Frame', text: 'a' }]),
  setSignals: inFrontMatter((text) => setSignals(text, ['a'])),
  readMarker: (text) => readMarker(`- 00:10 · ${text}`, ['Frame']),
  takeVerdict: (text) => takeVerdict('---\nround: a\n---\n', { scores: { a: 1 }, comments: text, points: [text] }),
  contained,
  'a calendar of before': (text) => {
    const previous = `BEGIN:VCALENDAR\r\nPRODID:Prep Loop\r\n${text}`;
    isOwnCalendar(previous);
    return readPrevious(previous);
  },
  'a calendar written anew': (text) =>
    writeCalendar(ICAL, {
      name: 'a',
      events: [],
      settled: new Set(),
      timeZone: 'Europe/Berlin',
      now: 0,
      previous: `BEGIN:VCALENDAR\r\nPRODID:Prep Loop\r\n${text}`,
    }),
  readInterview: (text) => readInterview(text, competencies),
  'readInterview, its form': (text) => readInterview(`---\nround: a\n---\n## Score sheet\n${text}`, competencies),
  readSheet: (text) => readSheet(text, competencies),
  'readSheet, the scores': (text) => readSheet(`## Score sheet\n${text}`, competencies),
  'readSheet, the evidence': (text) =>
    readSheet(`## Score sheet\n- ${competencies[0]?.id ?? ''}: 3\n- Evidence: ${text}`, competencies),
  'readSheet, the decision': (text) => readSheet(`## Score sheet\n- Hire or no hire: ${text}`, competencies),
  readHire,
  quiet,
  quietLine,
  withoutComments,
  withoutLineComments,
  quotesPay: (text) => quotesPay(text, { amounts: [217_431, 2.15], percents: [15, 0.35] }, text),
  NameFinder: (text) => new NameFinder([text.slice(0, 200), 'Ana de la Cruz', 'A B'], 'Acme').isIn(text),
  packStory: (text) => packStory('a', parseStory(text)),
  'the cheat sheet’s HTML': (text) => cheatSheetHtml({ text, loop: text.slice(0, 80) }),
  'the pack’s HTML': (text) => [pack.render(text, 3), pack.inline(text)],
  'the preview’s HTML': (text) => preview.render(text),
  'a transcript': transcriptOf,
  'a transcript in cues': (text) => transcriptOf(`WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>${text}`),
  'a transcript in cues, many': (text) => transcriptOf(text.replace(/\n/gu, '\n\n00:01.000 --> 00:02.000\n')),
  'a transcript with speakers': (text) => transcriptOf(`Ana: ${text}\nBen: ${text}\nAna  0:12\n${text}`),
  hesitationsIn,
  parseFile,
  'a loop': (text) =>
    assembleLoop(
      'a',
      new Map([LOOP_FILE, PREPARATION_FILE, 'rounds/01-a.md'].map((path) => [path, parseFile(text)])),
      [],
      () => undefined,
    ),
  'closing and opening a loop': inFrontMatter((text) => [closeEdits(text, 'offer', '2026-11-28'), reopenEdits(text)]),
  'names, days and paths': (text) => [
    slug(text),
    shown(text),
    parseDate(text),
    parseTime(text),
    fingerprint(text),
    prepFolderParts(text),
  ],
  readInvite: inviteOf,
  'readInvite, a mail': (text) =>
    inviteOf(`From: Ana <a@b.c>\nContent-Type: multipart/mixed; boundary=a\n\n--a\n${text}`),
  'readInvite, its headers': (text) =>
    inviteOf(`Content-Type: multipart/mixed; boundary=${text}\nSubject: ${text}\n\nTue`),
  'readInvite, an encoded part': (text) => inviteOf(`Content-Transfer-Encoding: quoted-printable\n\n${text}`),
  'readInvite, HTML': (text) => inviteOf(`<html><a href=${text}`),
  'readInvite, a calendar': (text) =>
    inviteOf(`BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:${text}\nEND:VEVENT\nEND:VCALENDAR`),
};
