import type {ImportProgress, OnDuplicate} from '../import-api.js';
import type {Asked, ColumnRole, OwnerApi, Preview, Proposal} from '../owner-api.js';
import type {TaskData} from '../task-api.js';
import {type Assigned, areRecognised, chosenOf, missingOf, recognised, withRole} from './column-roles.js';
import {whyFailed} from './file-changed.js';
import {previewOf, proposalOf} from './first-tasks.js';
import {TITLE_MAX, titleOfFile} from './file-names.js';
import {type MakerPorts, ProjectMaker} from './project-maker.js';
import {isOverlap} from './project-settings.js';
import {type Mapping, type Template, configFor, keysOf, mappingFor} from './templates.js';
import type {UploadSpeed} from './upload-speed.js';

/** Bytes of a file in which nobody has seen all tasks. */
const LARGE = 1024 * 1024;

export interface NewProjectPorts extends MakerPorts {
  api: MakerPorts['api'] & Pick<OwnerApi, 'propose' | 'preview'>;
  newSpeed: () => UploadSpeed;
  onChange: () => void;
}

/** Where it stands. */
export type Step =
  /** There is neither a file nor a template yet. */
  | 'choosing'
  /** The file or the template is looked at. */
  | 'reading'
  /** It is known what the file holds, or what the template shows. */
  | 'proposed'
  /** The project is made, and the files are sent. */
  | 'making';

/** Makes a project of files, of a template, or of files by a template: shows how the tasks will look, and imports them. */
export class NewProject {
  step: Step = 'choosing';
  files: readonly File[] = [];
  title = '';
  /** How many different people judge each task. */
  overlap = 1;
  /** What becomes of tasks that come twice. */
  onDuplicate: OnDuplicate = 'keep';
  proposal: Proposal | undefined;
  preview: Preview | undefined;
  /** The roles of the columns, as the person sees them. */
  roles: Assigned = new Map();
  /** What says how tasks look; undefined where that follows from the columns. */
  template: Template | undefined;
  /** The columns that stand for what the template shows. */
  mapping: Mapping = new Map();
  /** What went wrong last. */
  failure: unknown;
  /** How far the files are sent; undefined while none are. */
  speed: UploadSpeed | undefined;

  readonly #maker: ProjectMaker;
  #work = new AbortController();

  constructor(private readonly ports: NewProjectPorts) {
    this.#maker = new ProjectMaker(ports);
  }

  /** Whether the project can be made as it is shown. */
  get isReady(): boolean {
    return (
      this.step === 'proposed' && this.#asked !== undefined && this.preview !== undefined && isOverlap(this.overlap)
    );
  }

  /** Whether somebody should be asked about tasks that come twice: it is likely enough among files or in a large one. */
  get mayRepeat(): boolean {
    return this.files.length > 1 || this.files.some(({size}) => size >= LARGE);
  }

  /** Looks at files. The first one says what all hold. */
  async open(files: readonly File[]): Promise<void> {
    const [first] = files;
    if (!first || this.step === 'making') return;
    void this.#maker.forget();
    this.files = files;
    this.onDuplicate = 'keep';
    if (!this.template) this.title = titleOfFile(first.name);
    this.proposal = this.preview = undefined;
    await this.#propose(first);
  }

  /** Begins with a template, which shows its example until there is a file. */
  async begin(template: Template): Promise<void> {
    this.startAgain();
    this.template = template;
    this.title = Array.from(template.title).slice(0, TITLE_MAX).join('');
    await this.#show();
  }

  /** Gives a column another role. Once something can be compared, the tasks are shown so. */
  async choose(column: string, role: ColumnRole): Promise<void> {
    const {proposal} = this;
    const [first] = this.files;
    if (!proposal || !first || this.step === 'making') return;
    this.roles = withRole(proposal.columns, this.roles, column, role);
    if (missingOf(proposal.columns, this.roles)) {
      this.preview = undefined;
      this.#begin('proposed');
    } else {
      await this.#propose(first, proposal);
    }
  }

  /** Says which column stands for something that the template shows; empty for none. */
  async map(key: string, column: string): Promise<void> {
    if (!this.template || this.step === 'making') return;
    const mapping = new Map(this.mapping);
    if (column === '') mapping.delete(key);
    else mapping.set(key, column);
    this.mapping = mapping;
    this.preview = undefined;
    await this.#show();
  }

  /** Makes the project and imports the files. Returns the project's id; undefined if that failed or was cancelled. */
  async make(): Promise<number | undefined> {
    const asked = this.#asked;
    if (!asked || !this.isReady) return undefined;
    const work = this.#begin('making');
    const {signal} = work;
    const onDuplicate = this.mayRepeat ? this.onDuplicate : 'keep';
    const onCreated = () => {
      this.speed = this.ports.newSpeed();
      this.ports.onChange();
    };
    const noted = (note: (speed: UploadSpeed) => void) => {
      if (this.speed) note(this.speed);
      this.ports.onChange();
    };
    const onSent = (sent: number, total: number) => noted((speed) => speed.note(sent, total));
    const onRows = (progress: ImportProgress) => noted((speed) => speed.noteRows(progress));
    try {
      const settings = {title: this.title.trim(), maximum_annotations: this.overlap, ...asked};
      return await this.#maker.make(settings, this.#imported, {onCreated, onSent, onRows, signal, onDuplicate});
    } catch (failure) {
      if (!signal.aborted) this.failure = await whyFailed(failure, this.files);
      return undefined;
    } finally {
      this.speed = undefined;
      this.#end(work, 'proposed');
    }
  }

  /** Stops what is under way. */
  cancel(): void {
    this.#work.abort();
  }

  /** Waits for other files, or for a template. */
  startAgain(): void {
    void this.#maker.forget();
    this.files = [];
    this.template = this.proposal = this.preview = undefined;
    this.#begin('choosing');
  }

  /** How the project asks; undefined where that is not known yet. */
  get #asked(): Asked | undefined {
    const {template, proposal, mapping, roles} = this;
    if (!template) {
      const config = proposal && areRecognised(proposal.columns, roles) ? proposal.label_config : null;
      return config === null ? undefined : {label_config: config};
    }
    if (!proposal) return {label_config: template.config, ...template.settings};
    const isMapped = keysOf(template).every((key) => mapping.has(key));
    return isMapped ? {label_config: configFor(template, mapping), ...template.settings} : undefined;
  }

  /** Without a file the template's example is the first task. */
  get #imported(): readonly File[] {
    if (this.files.length > 0 || !this.template) return this.files;
    return [new File([JSON.stringify([this.template.example])], 'example.json')];
  }

  /** @param known what the file is known to hold, if the person has chosen columns of it */
  async #propose(first: File, known?: Proposal): Promise<void> {
    await this.#look(async (signal) => {
      const chosen = known && chosenOf(known.columns, this.roles);
      const proposal = await proposalOf(this.ports.api, first, chosen, signal);
      if (signal.aborted) return;
      // What was chosen is shown as chosen only once it can be shown.
      const before = {proposal: this.proposal, roles: this.roles, mapping: this.mapping};
      this.proposal = proposal;
      this.roles = recognised(proposal.columns);
      if (this.template) this.mapping = mappingFor(this.template, proposal.columns);
      await this.#previewed(signal).catch((failure: unknown) => {
        if (!signal.aborted) Object.assign(this, before);
        throw failure;
      });
    });
  }

  async #show(): Promise<void> {
    await this.#look((signal) => this.#previewed(signal));
  }

  async #look(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const begun = this.#begin('reading');
    const {signal} = begun;
    try {
      await work(signal);
    } catch (failure) {
      const explained = await whyFailed(failure, this.files);
      if (signal.aborted) return;
      this.failure = explained;
    }
    this.#end(begun, this.proposal || this.template ? 'proposed' : 'choosing');
  }

  async #previewed(signal: AbortSignal): Promise<void> {
    const asked = this.#asked;
    const tasks: readonly TaskData[] = this.proposal?.tasks ?? (this.template ? [this.template.example] : []);
    const shown = asked && (await previewOf(this.ports.api, asked, tasks, signal));
    if (!signal.aborted) this.preview = shown;
  }

  #begin(step: Step): AbortController {
    this.#work.abort();
    this.#work = new AbortController();
    this.step = step;
    this.failure = undefined;
    this.ports.onChange();
    return this.#work;
  }

  #end(work: AbortController, step: Step): void {
    if (work !== this.#work) return;
    this.step = step;
    this.ports.onChange();
  }
}
