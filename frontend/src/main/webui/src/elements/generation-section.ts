import {LitElement, html, nothing} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import {live} from 'lit/directives/live.js';

import type {Project} from '../api.js';
import {type Generation, type RunKind, type Tried, generationApi} from '../generation-api.js';
import {type TypedGeneration, type TypedSource, another, sent, typed} from '../model/generation.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {ActionController} from './action-controller.js';
import {fieldProblem, problemId} from './field-problem.js';
import {criterionField, enabledFlag, keyField, paragraph} from './generation-fields.js';
import {styles} from './generation-section.styles.js';
import {LoadController} from './load-controller.js';
import './generation-run.js';

const words = ownerTexts.generation;

/** The names of the fields, by which the server refuses their values. */
const FIELD =
  /^(base_url|api_key|answers_per_prompt|concurrency|requests_per_minute|sources\[[01]\]\.(model|temperature|top_p|max_tokens|seed|input_price|output_price))$/;

/** The fields of a model that are one line, in their order. */
const LINES = ['temperature', 'top_p', 'max_tokens', 'seed', 'input_price', 'output_price'] as const;

/**
 * Says which model answers the prompts of a project, or judges its answers, tries it, and has it do so.
 *
 * @fires logged-out
 */
@customElement('generation-section')
export class GenerationSectionElement extends LitElement {
  static override styles = [shared, buttons, fields, styles];

  @property({attribute: false}) project!: Project;
  @property() kind: RunKind = 'answers';

  @state() private form: TypedGeneration | undefined;
  @state() private tried: readonly Tried[] = [];
  @state() private doing: 'nothing' | 'saving' | 'trying' = 'nothing';
  @state() private isSaved = false;

  readonly #action = new ActionController(this, (name) => FIELD.test(name));
  readonly #load = new LoadController<Generation>(this, async (signal) => {
    const loaded = await generationApi.settings(this.project.id, this.kind, signal);
    this.form ??= typed(loaded);
    return loaded;
  });

  override render() {
    const {loaded} = this.#load;
    return html`<section aria-labelledby="generation">
      <h2 id="generation">${words.kinds[this.kind].title}</h2>
      <p class="words">${words.kinds[this.kind].words}</p>
      ${loaded && this.form ? this.#content(loaded, this.form) : this.#load.instead()}
    </section>`;
  }

  #content(set: Generation, form: TypedGeneration) {
    const {problem} = this.#action;
    return html`${set.problem ? html`<p class="problem">${set.problem}</p>` : nothing}
      <form @submit=${this.#onSave} novalidate>
        ${this.kind === 'answers' ? enabledFlag(form.enabled, (enabled) => this.#set({enabled})) : criterionField(form.criterion, (criterion) => this.#set({criterion}))}
        ${this.#line('base_url', words.baseUrl, form.base_url, (base_url) => this.#set({base_url}), 'url')}
        ${this.#key(set, form)} ${form.sources.map((source, place) => this.#source(form, source, place))}
        ${
          this.kind === 'answers' && form.sources.length < 2
            ? html`<p class="actions">
                <button class="quiet edge" type="button" @click=${() => this.#add(form)}>${words.addSource}</button>
              </p>`
            : nothing
        }
        <div class="row">
          ${
            this.kind === 'answers'
              ? this.#line('answers_per_prompt', words.answersPerPrompt, form.answers_per_prompt, (value) =>
                  this.#set({answers_per_prompt: value}),
                )
              : nothing
          }
          ${this.#line('concurrency', words.concurrency, form.concurrency, (concurrency) => this.#set({concurrency}))}
          ${this.#line('requests_per_minute', words.perMinute, form.requests_per_minute, (value) => this.#set({requests_per_minute: value}))}
        </div>
        <div class="actions">
          <button class="button" ?disabled=${this.doing !== 'nothing'}>
            ${this.doing === 'saving' ? ownerTexts.settings.saving : words.save}
          </button>
          <button class="quiet edge" type="button" ?disabled=${this.doing !== 'nothing'} @click=${this.#tryOut}>
            ${this.doing === 'trying' ? words.trying : words.tryOut}
          </button>
          <p role="status">${this.isSaved ? ownerTexts.settings.saved : nothing}</p>
        </div>
        ${problem ? html`<p class="problem" role="alert" dir="auto">${problem}</p>` : nothing} ${this.#said()}
      </form>
      <generation-run
        .project=${this.project}
        .kind=${this.kind}
        .awaiting=${set.awaiting}
        .ready=${set.enabled}
        @run-changed=${this.#onRun}
      >
      </generation-run>`;
  }

  #key(set: Generation, form: TypedGeneration) {
    return keyField(set, form.api_key, this.#action.at('api_key'), (api_key) => {
      this.#action.changed('api_key');
      this.#set({api_key});
    });
  }

  #source(form: TypedGeneration, source: TypedSource, place: number) {
    const at = `sources[${place}]`;
    const change = (name: keyof TypedSource) => (value: string) =>
      // of the form as it is by then: two fields may change before it is shown again
      this.#set({sources: this.form?.sources.map((one, at) => (at === place ? {...one, [name]: value} : one)) ?? []});
    return html`<fieldset>
      <legend>${words.source(place + 1, form.sources.length)}</legend>
      ${this.#line(`${at}.model`, words.model, source.model, change('model'), 'text')}
      ${paragraph(words.system, source.system, change('system'))}
      <div class="row">
        ${LINES.map((name) => this.#line(`${at}.${name}`, words[name], source[name], change(name)))}
      </div>
      ${
        form.sources.length > 1
          ? html`<p class="actions">
              <button class="quiet edge" type="button" @click=${() => this.#remove(form, place)}>
                ${words.removeSource}
              </button>
            </p>`
          : nothing
      }
    </fieldset>`;
  }

  #line(
    field: string,
    name: string,
    value: string,
    onInput: (value: string) => void,
    kind: 'text' | 'url' | 'decimal' = 'decimal',
  ) {
    const problem = this.#action.at(field);
    return html`<div>
      <label>
        <span class="title">${name}</span>
        <input
          autocomplete="off"
          spellcheck="false"
          inputmode=${kind}
          aria-invalid=${problem !== ''}
          aria-describedby=${problem ? problemId(field) : nothing}
          .value=${live(value)}
          @input=${(event: Event) => {
            this.#action.changed(field);
            onInput((event.target as HTMLInputElement).value);
          }}
        />
      </label>
      ${fieldProblem(field, problem)}
    </div>`;
  }

  #said() {
    const said = this.tried.map(
      ({model, ok, words: answer}) => html`<li class=${ok ? '' : 'bad'} dir="auto"><b>${model}</b>: ${answer}</li>`,
    );
    return html`<div role="status">
      ${
        said.length === 0
          ? nothing
          : html`<ul aria-label=${words.saidLabel}>
              ${said}
            </ul>`
      }
    </div>`;
  }

  #set(changes: Partial<TypedGeneration>): void {
    if (this.form) this.form = {...this.form, ...changes};
    this.isSaved = false;
  }

  #add(form: TypedGeneration): void {
    this.#set({sources: [...form.sources, another(form.sources)]});
  }

  #remove(form: TypedGeneration, place: number): void {
    this.#set({sources: form.sources.filter((_one, at) => at !== place)});
  }

  readonly #onSave = async (event: Event) => {
    event.preventDefault();
    const {form} = this;
    if (!form) return;
    this.doing = 'saving';
    this.isSaved = await this.#action.run(async () => {
      const stored = await generationApi.save(this.project.id, this.kind, sent(form));
      this.#load.loaded = stored;
      this.form = typed(stored);
    });
    this.doing = 'nothing';
  };

  readonly #tryOut = async () => {
    const {form} = this;
    if (!form) return;
    this.doing = 'trying';
    this.tried = [];
    await this.#action.run(async () => {
      this.tried = await generationApi.tryOut(this.project.id, this.kind, sent(form));
    });
    this.doing = 'nothing';
  };

  readonly #onRun = () => void this.#load.read();
}

declare global {
  interface HTMLElementTagNameMap {
    'generation-section': GenerationSectionElement;
  }
}
