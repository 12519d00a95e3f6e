/** What each command's argument may hold, checked whenever one is called. */
import type { ArgumentOf, CommandId } from './commandTable';

/** What a field of an argument may hold; `editorCommands` says what each is. */
export type FieldKind =
  | 'text'
  | 'prose'
  | 'document'
  | 'texts'
  | 'name'
  | 'names'
  | 'flag'
  | 'index'
  | 'amount'
  | 'uri'
  | 'scores'
  | 'peer'
  | 'rounds'
  | 'asked';

type KeysOf<Argument> = Argument extends unknown ? keyof Argument : never;
/** The fields of a command's argument, each with what it may hold. */
export type Fields<Argument> = { readonly [Key in KeysOf<Argument>]: FieldKind };

const LOOP = { loop: 'name' } as const;
const ROUND = { ...LOOP, round: 'text' } as const;
const RUN = { ...ROUND, run: 'index', ask: 'flag' } as const;
const TIMED = { ...ROUND, uri: 'uri', version: 'text' } as const;
const SESSION = { ...LOOP, session: 'name', uri: 'uri' } as const;
const PLACE = { uri: 'uri', line: 'index', start: 'index', end: 'index', beside: 'flag' } as const;
const ITEM = { uri: 'uri', line: 'index', text: 'prose', nth: 'index', checked: 'flag' } as const;
const INTERVIEWER = {
  interviewer: 'text',
  nth: 'index',
  name: 'prose',
  role: 'prose',
  cares: 'prose',
  link: 'prose',
} as const;
const DAY = { date: 'text', time: 'text' } as const;

/** What each command takes: anyone may call one with anything, so this is checked whenever one is called. */
export const ARGUMENTS: { readonly [Id in CommandId]: Fields<ArgumentOf<Id>> } = {
  'prepLoop.startLoop': {
    playbook: 'text',
    company: 'text',
    role: 'text',
    firstContact: 'text',
    prepareFrom: 'text',
    rounds: 'rounds',
    name: 'text',
    keepOut: 'text',
    folder: 'name',
  },
  'prepLoop.newPlaybook': { id: 'text', from: 'text', company: 'text', role: 'text', folder: 'name' },
  'prepLoop.openRound': ROUND,
  'prepLoop.startTimer': { ...TIMED, ask: 'flag', atOnce: 'flag' },
  'prepLoop.replan': { ...LOOP, preview: 'flag' },
  'prepLoop.rescheduleRound': { ...ROUND, ...DAY },
  'prepLoop.readInvite': { ...ROUND, text: 'prose', uri: 'uri', accept: 'texts' },
  'prepLoop.addInterviewer': { ...ROUND, ...INTERVIEWER },
  'prepLoop.editInterviewer': { ...ROUND, ...INTERVIEWER },
  'prepLoop.removeInterviewer': { ...ROUND, ...INTERVIEWER },
  'prepLoop.undoReplan': {},
  'prepLoop.pinRound': ROUND,
  'prepLoop.unpinRound': ROUND,
  'prepLoop.markRoundPlanned': ROUND,
  'prepLoop.markRoundDone': ROUND,
  'prepLoop.markRoundPassed': ROUND,
  'prepLoop.markRoundFailed': ROUND,
  'prepLoop.takeOverTimer': {},
  'prepLoop.pauseTimer': TIMED,
  'prepLoop.resumeTimer': TIMED,
  'prepLoop.nextPhase': TIMED,
  'prepLoop.addMinute': TIMED,
  'prepLoop.stopTimer': TIMED,
  'prepLoop.resetTimer': TIMED,
  'prepLoop.nextPrompt': ROUND,
  'prepLoop.nextPush': ROUND,
  'prepLoop.addMarker': { text: 'prose' },
  'prepLoop.saveSession': {
    ...RUN,
    kind: 'text',
    peer: 'peer',
    prompt: 'prose',
    scores: 'scores',
    peerScores: 'scores',
    signals: 'texts',
    notes: 'prose',
  },
  'prepLoop.discardRun': RUN,
  'prepLoop.continueRun': RUN,
  'prepLoop.deleteRun': SESSION,
  'prepLoop.findStory': { question: 'prose', ...ROUND, ask: 'flag' },
  'prepLoop.assignStories': { ...ROUND, questions: 'texts', ask: 'flag' },
  'prepLoop.importTranscript': {
    ...ROUND,
    uri: 'uri',
    text: 'document',
    you: 'text',
    date: 'text',
    session: 'name',
    keep: 'flag',
    ask: 'flag',
  },
  'prepLoop.newStory': { title: 'text', template: 'text', competencies: 'texts', folder: 'name' },
  'prepLoop.showExample': { ...ROUND, template: 'text', uri: 'uri', beside: 'flag' },
  'prepLoop.sortStories': { by: 'text' },
  'prepLoop.filterStories': { competency: 'text', round: 'text', findings: 'flag' },
  'prepLoop.clearStoryFilter': {},
  'prepLoop.openRule': { code: 'text' },
  'prepLoop.turnRuleOff': { code: 'text', uri: 'uri' },
  'prepLoop.explainScore': { uri: 'uri' },
  'prepLoop.nextBlank': { uri: 'uri' },
  'prepLoop.rehearseStory': { uri: 'uri', version: 'text' },
  'prepLoop.exportPack': { ...SESSION, round: 'text', target: 'uri', stories: 'names', replace: 'flag', ask: 'flag' },
  'prepLoop.exportCheatSheet': { ...LOOP, target: 'uri', replace: 'flag', ask: 'flag' },
  'prepLoop.openBrief': ROUND,
  'prepLoop.exportBrief': { ...ROUND, target: 'uri', replace: 'flag', ask: 'flag' },
  'prepLoop.exportLoopPack': {
    ...LOOP,
    target: 'uri',
    include: 'texts',
    stories: 'names',
    replace: 'flag',
    ask: 'flag',
  },
  'prepLoop.planMock': { ...ROUND, peer: 'peer', shipped: 'text', ...DAY },
  'prepLoop.interviewPeer': { ...SESSION, round: 'text', peer: 'text', date: 'text', prompt: 'prose' },
  'prepLoop.exportInterview': { uri: 'uri', target: 'uri', replace: 'flag', ask: 'flag' },
  'prepLoop.startMock': SESSION,
  'prepLoop.rescheduleMock': { ...SESSION, ...DAY },
  'prepLoop.deleteMock': SESSION,
  'prepLoop.scoreMock': { ...SESSION, scores: 'scores', comments: 'prose' },
  'prepLoop.importScores': { ...SESSION, from: 'name' },
  'prepLoop.logFeedback': { ...ROUND, session: 'name', points: 'texts', to: 'text' },
  'prepLoop.debriefRound': { ...ROUND, questions: 'asked' },
  'prepLoop.openDashboard': LOOP,
  'prepLoop.checkFit': LOOP,
  'prepLoop.askNext': { ...ROUND, ask: 'flag' },
  'prepLoop.markAsked': { ...ROUND, question: 'prose', nth: 'index', date: 'text' },
  'prepLoop.reviewCards': { ...ROUND, competency: 'text', group: 'text', limit: 'index' },
  'prepLoop.makeCard': { ...LOOP, question: 'text', answer: 'prose' },
  'prepLoop.keepCardHistory': { ...LOOP, card: 'text', was: 'text' },
  'prepLoop.exportCards': { ...LOOP, target: 'uri', replace: 'flag', ask: 'flag' },
  'prepLoop.importCards': { ...LOOP, uri: 'uri', ask: 'flag' },
  'prepLoop.practiseArithmetic': { ...ROUND, uri: 'uri', block: 'index', seed: 'index' },
  'prepLoop.openOffer': { ...LOOP, uri: 'uri' },
  'prepLoop.compareOffers': LOOP,
  'prepLoop.logStated': { ...LOOP, date: 'text', round: 'text', to: 'text', base: 'amount', total: 'amount' },
  'prepLoop.toggleItem': ITEM,
  'prepLoop.setDueDate': { ...ITEM, date: 'prose' },
  'prepLoop.toggleFocused': {},
  'prepLoop.recomputeInWords': { uri: 'uri', start: 'index' },
  'prepLoop.insertFigure': {},
  'prepLoop.composeScript': { ...LOOP, script: 'text', ask: 'flag' },
  'prepLoop.refreshFigure': { uri: 'uri', line: 'index' },
  'prepLoop.showFigures': LOOP,
  'prepLoop.retractFigure': { uri: 'uri', start: 'index', end: 'index', reason: 'prose' },
  'prepLoop.openFile': PLACE,
  'prepLoop.revealInExplorer': PLACE,
  'prepLoop.hideDone': {},
  'prepLoop.showDone': {},
  'prepLoop.refresh': {},
  'prepLoop.exportCalendar': { ...LOOP, target: 'uri' },
  'prepLoop.closeLoop': { ...LOOP, outcome: 'text' },
  'prepLoop.reopenLoop': LOOP,
  'prepLoop.showToday': {},
  'prepLoop.customiseTemplates': { folder: 'name' },
  'prepLoop.deleteStory': PLACE,
};
