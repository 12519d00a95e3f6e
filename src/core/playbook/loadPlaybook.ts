/**
 * Reads a playbook's folder. What is broken is reported at its place and left out; the rest is used. No input makes it
 * throw.
 */
import type { Problem } from '../ports';
import { MANIFEST, readManifest, type Manifest } from './manifest';
import { readDrills, type Drill } from './playbookDrills';
import { checkPreparation, defaultPreparation } from './preparation';
import { NO_CONTENT, readRound, type RoundContent } from './rounds';
import type { Playbook, PlaybookRound } from './schema';
import { Source } from './source';
import { checkExemplarPath, EXEMPLARS_FOLDER } from './exemplars';

/** Its `exemplar` is the path of a file that the playbook has; left out where it has none that can be read. */
export type LoadedRound = PlaybookRound & RoundContent;

export interface PlaybookStoryTemplate {
  /** The file's name without `.md`. */
  readonly id: string;
  /** In VS Code's snippet syntax. */
  readonly text: string;
}

export interface Script {
  readonly id: string;
  readonly title: string;
  /** Markdown below the title, with blanks `${name}` or `${name:example}`. */
  readonly text: string;
}

/** A playbook with all its files read. Texts are Markdown with `\n` line breaks; one whose file is missing is ''. */
export interface LoadedPlaybook extends Omit<Playbook, 'rounds'> {
  readonly rounds: readonly LoadedRound[];
  readonly preparationMarkdown: string;
  readonly drills: readonly Drill[];
  readonly stories: readonly PlaybookStoryTemplate[];
  /** The ids of those templates that have a filled example: `examples/<id>.md`. */
  readonly examples: readonly string[];
  readonly scripts: readonly Script[];
  readonly cheatSheet: string;
  readonly questions: string;
  /** What to know about the company; '' where the playbook has none, which is not an error. */
  readonly companyBrief: string;
  /** Where a case is worked out; '' where the playbook has none, which is not an error. */
  readonly caseTemplate: string;
  readonly insights: string;
}

export interface LoadResult {
  /** Undefined when playbook.json cannot be used at all. */
  readonly playbook: LoadedPlaybook | undefined;
  readonly problems: readonly Problem[];
}

/**
 * @param files the folder's text files by their path in it, with `/` between the parts.
 * @param folder the folder's name, which the playbook's id has to equal; left out, that is not checked.
 */
export function loadPlaybook(files: ReadonlyMap<string, string>, folder?: string): LoadResult {
  const text = files.get(MANIFEST);
  if (text === undefined) {
    const message = `The folder has no ${MANIFEST}: add one, or copy a playbook that works.`;
    return { playbook: undefined, problems: [{ path: MANIFEST, start: 0, end: 0, message, severity: 'error' }] };
  }
  const manifest = readManifest(text);
  if (!manifest.playbook) return { playbook: undefined, problems: manifest.problems };
  return new Loader(files, manifest, manifest.playbook).load(folder);
}

class Loader {
  private readonly problems: Problem[];

  constructor(
    private readonly files: ReadonlyMap<string, string>,
    private readonly manifest: Manifest,
    private readonly playbook: Playbook,
  ) {
    this.problems = [...manifest.problems];
  }

  load(folder: string | undefined): LoadResult {
    const { id, competencies } = this.playbook;
    if (folder !== undefined && folder !== id)
      this.warn(['id'], `The id “${id}” is not the folder’s name “${folder}”: make them the same.`);
    const known = new Set(competencies.map((competency) => competency.id));
    const playbook: LoadedPlaybook = {
      ...this.playbook,
      rounds: this.playbook.rounds.map(({ exemplar, ...round }, i) => ({
        ...round,
        ...this.exemplar(round, exemplar, i),
        ...this.round(round, i, known),
      })),
      preparationMarkdown: this.preparation(),
      drills: this.read('drills.md', [], (source) => readDrills(source, known)),
      stories: this.folder('stories').map(({ id, source }) => ({ id, text: source.markdown() })),
      examples: this.examples(),
      scripts: this.folder('scripts').map(({ id, source }) => script(id, source)),
      cheatSheet: this.read('cheat-sheet.md', '', prose),
      questions: this.read('questions.md', '', prose),
      companyBrief: this.optional('company.md'),
      caseTemplate: this.optional('case.md'),
      insights: this.read('insights.md', '', prose),
    };
    this.strayRounds();
    this.strayExemplars();
    return { playbook, problems: this.problems };
  }

  private round(round: PlaybookRound, index: number, known: ReadonlySet<string>): RoundContent {
    const { id, title } = round;
    const path = `rounds/${id}.md`;
    const missing = `“${title}” has no file “${path}”: add it, with a guide, a checklist and prompts.`;
    return this.read(path, NO_CONTENT, (source) => readRound(source, known, round), missing, ['rounds', index, 'id']);
  }

  /** The round's whole answer, where playbook.json names a file that can be read. */
  private exemplar(round: PlaybookRound, path: string | undefined, index: number): Pick<PlaybookRound, 'exemplar'> {
    if (path === undefined) return {};
    const wrong = checkExemplarPath(path, round.title, this.files);
    if (wrong === undefined) return { exemplar: path };
    this.warn(['rounds', index, 'exemplar'], wrong);
    return {};
  }

  /** The files in `examples` that have a story template of their name; the others are warned of. */
  private examples(): string[] {
    const templates = this.idsIn('stories');
    return this.folder('examples').flatMap(({ id, source }) => {
      if (templates.includes(id)) return [id];
      source.warn(`No story template has the name “${id}”: rename this example, or add stories/${id}.md.`);
      this.problems.push(...source.problems);
      return [];
    });
  }

  private preparation(): string {
    const { preparation } = this.playbook;
    if (preparation.length === 0 && !this.files.has('preparation.md')) return '';
    return this.read('preparation.md', defaultPreparation(preparation), (source) => {
      for (const task of checkPreparation(source, preparation)) {
        const message = `preparation.md has no item for “${task.title}”: add “- [ ] **${task.title}.**” and what to do.`;
        this.warn(['preparation', preparation.indexOf(task), 'title'], message);
      }
      return prose(source);
    });
  }

  /** A file that a playbook may leave out. */
  private optional(path: string): string {
    return this.files.has(path) ? this.read(path, '', prose) : '';
  }

  /** Reads one file, or says that it is missing, at the place in playbook.json that asks for it. */
  private read<T>(
    path: string,
    fallback: T,
    reader: (source: Source) => T,
    missing = `The playbook has no file “${path}”: add it.`,
    asked: (string | number)[] = ['id'],
  ): T {
    const text = this.files.get(path);
    if (text === undefined) {
      this.warn(asked, missing);
      return fallback;
    }
    const source = new Source(path, text);
    const result = reader(source);
    this.problems.push(...source.problems);
    return result;
  }

  /** The Markdown files directly in a folder, by name; an empty one is warned of and left out. */
  private folder(name: string): { id: string; source: Source }[] {
    return this.idsIn(name).flatMap((id) => {
      const path = `${name}/${id}.md`;
      const source = new Source(path, this.files.get(path) ?? '');
      if (!source.isEmpty) return [{ id, source }];
      source.warn(`“${path}” is empty: write it, or remove it.`);
      this.problems.push(...source.problems);
      return [];
    });
  }

  private idsIn(name: string): string[] {
    const paths = [...this.files.keys()].filter((path) => path.startsWith(`${name}/`) && path.endsWith('.md'));
    return paths
      .map((path) => path.slice(name.length + 1, -'.md'.length))
      .filter((id) => !id.includes('/'))
      .sort();
  }

  private strayRounds(): void {
    const known = new Set(this.playbook.rounds.map(({ id }) => id));
    for (const id of this.idsIn('rounds').filter((found) => !known.has(found))) {
      const source = new Source(`rounds/${id}.md`, this.files.get(`rounds/${id}.md`) ?? '');
      source.warn(`No round has the id “${id}”: rename the file, or add the round to playbook.json.`);
      this.problems.push(...source.problems);
    }
  }

  private strayExemplars(): void {
    const named = new Set(this.playbook.rounds.map(({ exemplar }) => exemplar));
    for (const { source } of this.folder(EXEMPLARS_FOLDER).filter(({ source: { path } }) => !named.has(path))) {
      source.warn(`No round names this file: write "exemplar": "${source.path}" into one of playbook.json’s rounds.`);
      this.problems.push(...source.problems);
    }
  }

  private warn(path: (string | number)[], message: string): void {
    this.problems.push({ path: MANIFEST, message, severity: 'warning', ...this.manifest.place(path) });
  }
}

function prose(source: Source): string {
  if (source.isEmpty) source.warn(`“${source.path}” is empty: write it.`);
  return source.markdown();
}

function script(id: string, source: Source): Script {
  const heading = source.sections.find(({ level }) => level === 1);
  return { id, title: heading?.title ?? id, text: source.markdown(heading?.contentStart) };
}
