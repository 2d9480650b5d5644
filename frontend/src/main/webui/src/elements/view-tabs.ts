import {LitElement, type PropertyValues, html, nothing} from 'lit';
import {customElement, property, query, state} from 'lit/decorators.js';

import {ALL_TASKS, type TaskPlace, addressOf} from '../model/task-address.js';
import {type Looked, type StoredView, dataOf, isAsSaved, lookedIn, placeOfView} from '../model/task-views.js';
import {navigate} from '../navigation.js';
import {ownerApi} from '../owner-api.js';
import {ownerTexts} from '../owner-texts.js';
import {fields} from '../styles/fields.js';
import {buttons, shared} from '../styles/shared.js';
import {ActionController} from './action-controller.js';
import {ColumnsEvent} from './column-menu.js';
import {styles} from './view-tabs.styles.js';

const words = ownerTexts.tasks.views;

/**
 * Shows the saved views of a project's tasks as tabs, and saves what is looked at as one. Where the server keeps no views,
 * there are none.
 *
 * @fires columns-chosen
 * @fires logged-out
 */
@customElement('view-tabs')
export class ViewTabsElement extends LitElement {
  static override styles = [shared, buttons, fields, styles];

  @property({attribute: false}) projectId = 0;
  @property({attribute: false}) place!: TaskPlace;
  @property({attribute: false}) columns: readonly string[] = [];
  /** The fields of the tasks' data. */
  @property({attribute: false}) fields: readonly string[] = [];

  /** undefined where there can be none, or until they are there. */
  @state() private views: readonly StoredView[] | undefined;
  /** Whether a name for a view is being written. */
  @state() private isNaming = false;
  @state() private said = '';

  @query('input') private readonly field!: HTMLInputElement | null;
  @query('a[aria-current]') private readonly tab!: HTMLElement | null;

  readonly #action = new ActionController(this);
  #loading: AbortController | undefined;
  /** The view whose columns are shown. */
  #shown: number | undefined;
  /** Whether the button that had the focus is gone. */
  #isFocusLost = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  protected override willUpdate(): void {
    this.hidden = this.views === undefined;
  }

  /** A view that is opened brings its columns with it. */
  protected override updated(changed: PropertyValues<this>): void {
    const current = this.#current;
    if (changed.has('place') && this.#isFocusLost) {
      this.#isFocusLost = false;
      this.tab?.focus();
    }
    if (changed.has('place') && this.place.view === undefined) this.#shown = undefined;
    if (!current || this.fields.length === 0 || this.#shown === current.id) return;
    this.#shown = current.id;
    const {columns} = lookedIn(current, this.fields);
    if (columns) this.dispatchEvent(new ColumnsEvent(columns));
  }

  override render() {
    const {views} = this;
    if (!views) return nothing;
    return html`<nav aria-label=${words.title}>
        ${link(addressOf(this.projectId, ALL_TASKS), words.all, this.place.view === undefined)}
        ${views.map((view) =>
          link(addressOf(this.projectId, placeOfView(view)), nameOf(view), view.id === this.place.view),
        )}
      </nav>
      ${this.isNaming ? this.#naming() : this.#actions()}
      <p class="said" role="status" ?hidden=${this.said === ''}>${this.said}</p>
      ${this.#action.problem ? html`<p class="problem" role="alert">${this.#action.problem}</p>` : nothing}`;
  }

  #actions() {
    const current = this.#current;
    const isChanged = current !== undefined && !isAsSaved(current, this.#looked, this.fields);
    return html`<div class="actions">
      ${
        current && isChanged
          ? html`<button class="quiet edge" @click=${() => this.#change(current)}>${words.change}</button>`
          : nothing
      }
      <button class="quiet edge" @click=${this.#onName}>${words.save}</button>
      ${current ? html`<button class="quiet" @click=${() => this.#remove(current)}>${words.remove}</button>` : nothing}
    </div>`;
  }

  #naming() {
    return html`<form class="actions" @submit=${this.#onSave}>
      <input
        required
        maxlength="100"
        autocomplete="off"
        dir="auto"
        aria-label=${words.name}
        placeholder=${words.name}
      />
      <button class="button">${words.ok}</button>
      <button class="quiet edge" type="button" @click=${() => (this.isNaming = false)}>${words.cancel}</button>
    </form>`;
  }

  get #current(): StoredView | undefined {
    return this.views?.find(({id}) => id === this.place.view);
  }

  get #looked(): Looked {
    const {filters, order} = this.place;
    return {filters, order, columns: this.columns};
  }

  readonly #onName = async () => {
    this.isNaming = true;
    await this.updateComplete;
    this.field?.focus();
  };

  readonly #onSave = async (event: Event) => {
    event.preventDefault();
    const title = this.field?.value.trim() ?? '';
    if (title === '') return;
    await this.#action.run(async () => {
      const view = await ownerApi.saveView(this.projectId, dataOf(title, this.#looked, this.fields));
      this.views = [...(this.views ?? []), view];
      this.said = words.saved(title);
      this.isNaming = false;
      this.#shown = view.id;
      this.#isFocusLost = true;
      navigate(addressOf(this.projectId, placeOfView(view)));
    });
  };

  async #change(view: StoredView): Promise<void> {
    await this.#action.run(async () => {
      const data = dataOf(nameOf(view), this.#looked, this.fields, view.data ?? {});
      const changed = await ownerApi.changeView(view.id, data);
      this.views = this.views?.map((one) => (one.id === view.id ? changed : one));
      this.said = words.saved(nameOf(view));
      await this.updateComplete;
      this.tab?.focus();
    });
  }

  async #remove(view: StoredView): Promise<void> {
    await this.#action.run(async () => {
      await ownerApi.deleteView(view.id);
      this.views = this.views?.filter(({id}) => id !== view.id);
      this.said = words.removed(nameOf(view));
      this.#isFocusLost = true;
      navigate(addressOf(this.projectId, {...this.place, view: undefined}), 'replace');
    });
  }

  /** Views are a help: whoever cannot have them sees the tasks all the same. */
  async #load(): Promise<void> {
    this.#loading = new AbortController();
    const {signal} = this.#loading;
    const views = await ownerApi.views(this.projectId, signal).catch(() => undefined);
    if (!signal.aborted && Array.isArray(views)) this.views = views;
  }
}

function nameOf({data}: StoredView): string {
  return typeof data?.title === 'string' && data.title !== '' ? data.title : words.untitled;
}

function link(path: string, name: string, isCurrent: boolean) {
  return html`<a href=${path} aria-current=${isCurrent ? 'page' : nothing} dir="auto">${name}</a>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'view-tabs': ViewTabsElement;
  }
}
