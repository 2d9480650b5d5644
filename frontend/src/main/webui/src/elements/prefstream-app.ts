import {LitElement, html, nothing} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';

import {type User, api} from '../api.js';
import {Problem} from '../requests.js';
import {Outbox} from '../model/outbox.js';
import {NavigatedEvent, type Place, followLink, navigate, paths, placeOf} from '../navigation.js';
import {later} from '../platform.js';
import {sendEntry} from '../sending.js';
import {LastingShelf} from '../shelf.js';
import {buttons, shared} from '../styles/shared.js';
import type {JudgementsPageElement} from './judgements-page.js';
import type {LabelingPageElement} from './labeling-page.js';
import {styles} from './prefstream-app.styles.js';
import './judgements-page.js';
import './labeling-page.js';
import './login-dialog.js';
import './login-page.js';
import './page-message.js';
import './projects-page.js';

/** The whole application. It knows who is logged in, shows the page that the address names, and owns the outbox. */
@customElement('prefstream-app')
export class PrefstreamAppElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @state() private place: Place = placeOf(location.pathname, location.search);
  @state() private user: User | undefined;
  @state() private unreachable = false;
  /** Whether the session ended over a page that waits for a log-in. */
  @state() private interrupted = false;

  @query('labeling-page, judgements-page') private readonly atWork!: LabelingPageElement | JudgementsPageElement | null;

  #outbox: Outbox | undefined;
  #collect: () => Promise<void> = () => Promise.resolve();
  #listening: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    const arrived = () => (this.place = placeOf(location.pathname, location.search));
    window.addEventListener('popstate', arrived, {signal});
    window.addEventListener(NavigatedEvent.type, arrived, {signal});
    window.addEventListener('online', () => this.#outbox?.wake(), {signal});
    // Another tab may have been closed meanwhile, with verdicts that it could not bring to the server.
    document.addEventListener('visibilitychange', () => document.hidden || void this.#collect(), {signal});
    window.addEventListener('beforeunload', this.#onLeaving, {signal});
    this.addEventListener('click', followLink, {signal});
    this.addEventListener('logged-in', () => void this.#recognise(), {signal});
    this.addEventListener('logged-out', () => this.#askToLogIn(), {signal});
    this.addEventListener('log-out', () => void this.#logOut(), {signal});
    void this.#recognise();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
    this.#outbox?.stop();
  }

  override render() {
    if (this.place.page === 'log-in') return html`<login-page></login-page>`;
    if (this.unreachable) return this.#away();
    if (!this.user) return nothing;
    switch (this.place.page) {
      case 'projects':
        return html`<projects-page .user=${this.user}></projects-page>`;
      case 'practice':
        // If it cannot be loaded, a reload tries again.
        void import('./practice-page.js').catch(() => undefined);
        return html`<practice-page .userId=${this.user.id}></practice-page>`;
      case 'label':
        return html`${keyed(
          `${this.user.id}/${this.place.projectId}`,
          html`<labeling-page
            .userId=${this.user.id}
            .projectId=${this.place.projectId}
            .outbox=${this.#outbox}
            .covered=${this.interrupted}
          ></labeling-page>`,
        )}
        ${this.#loginOver(this.user)}`;
      case 'judgements':
        return html`${keyed(
          `${this.user.id}/${this.place.projectId}`,
          html`<judgements-page
            .projectId=${this.place.projectId}
            .annotationId=${this.place.annotationId}
            .outbox=${this.#outbox}
            .covered=${this.interrupted}
          ></judgements-page>`,
        )}
        ${this.#loginOver(this.user)}`;
      case 'nowhere':
        return html`<main>
          <page-message headline="There is no such page">
            The address may be mistyped, or the page it named no longer exists.
            <a slot="actions" class="button" href=${paths.projects}>All projects</a>
          </page-message>
        </main>`;
    }
  }

  #loginOver(user: User) {
    return this.interrupted ? html`<login-dialog .known=${user.email}></login-dialog>` : nothing;
  }

  #away() {
    return html`<main>
      <page-message sign="…" headline="Prefstream cannot be reached right now">
        It may be starting up. Nothing is lost, and this page keeps trying.
        <button slot="actions" class="button" @click=${() => this.#recognise()}>Try now</button>
      </page-message>
    </main>`;
  }

  /** Asks the server who is logged in, and shows what that person may see. */
  async #recognise(): Promise<void> {
    try {
      await this.#arrive(await api.whoAmI(this.#listening?.signal));
    } catch (failure) {
      if (this.#listening?.signal.aborted) return;
      if (failure instanceof Problem && failure.status < 500) this.#askToLogIn();
      else this.#tryAgain();
    }
  }

  async #arrive(user: User): Promise<void> {
    if (this.user?.id !== user.id || !this.#outbox) {
      this.#outbox?.stop();
      this.#outbox = await this.#openOutbox(user);
    }
    this.unreachable = false;
    this.interrupted = false;
    this.user = user;
    this.#outbox.wake();
    this.atWork?.resume();
    if (this.place.page === 'log-in') navigate(this.place.next, 'replace');
  }

  /** Opens a person's outbox, with what earlier pages of this browser left in it. */
  async #openOutbox(user: User): Promise<Outbox> {
    const shelf = await LastingShelf.open(user.id);
    const outbox = new Outbox({shelf, later, send: sendEntry});
    outbox.listen({onLoggedOut: () => this.#askToLogIn()});
    this.#collect = async () => shelf?.collect((kept) => outbox.adopt(kept));
    await this.#collect();
    return outbox;
  }

  #tryAgain(): void {
    this.unreachable = this.place.page !== 'log-in';
    const cancel = later(4000, () => {
      if (this.unreachable) void this.#recognise();
    });
    this.#listening?.signal.addEventListener('abort', cancel, {once: true});
  }

  /** Asks over the page where somebody is at work, and by a page of its own elsewhere. */
  #askToLogIn(): void {
    this.unreachable = false;
    const isAtWork = this.place.page === 'label' || this.place.page === 'judgements';
    this.interrupted = isAtWork && this.user !== undefined;
    if (this.interrupted) return;
    if (this.place.page !== 'log-in') navigate(paths.logIn(location.pathname + location.search), 'replace');
  }

  async #logOut(): Promise<void> {
    await api.logOut().catch(() => undefined);
    this.#outbox?.stop();
    this.#outbox = undefined;
    this.#collect = () => Promise.resolve();
    this.user = undefined;
    navigate('/user/login');
  }

  /** Makes the browser ask before it closes a page whose unsent verdicts would end with it. */
  #onLeaving = (event: BeforeUnloadEvent) => {
    if (this.#outbox?.wouldLose) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'prefstream-app': PrefstreamAppElement;
  }
}
