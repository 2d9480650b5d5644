import {LitElement, html, nothing} from 'lit';
import {customElement, query, state} from 'lit/decorators.js';

import {type User, api} from '../api.js';
import {Problem} from '../requests.js';
import {journeys} from '../journeys.js';
import type {Outbox} from '../model/outbox.js';
import {NavigatedEvent, type Place, followLink, navigate, paths, placeOf} from '../navigation.js';
import {openOutbox} from '../open-outbox.js';
import {type Part, parts} from '../parts.js';
import {later} from '../platform.js';
import {buttons, shared} from '../styles/shared.js';
import {away} from './app-messages.js';
import type {JudgementsPageElement} from './judgements-page.js';
import type {LabelingPageElement} from './labeling-page.js';
import {PartsController} from './parts-controller.js';
import {styles} from './prefstream-app.styles.js';
import {workPage} from './work-pages.js';
import './login-dialog.js';
import './login-page.js';

/** The pages that have parts of their own, but for those that nobody needs who labels. */
const PAGES: Partial<Record<Place['page'], Part>> = {
  projects: parts.projects,
  judgements: parts.judgements,
  practice: parts.practice,
};

/** The whole application. It knows who is logged in, shows the page that the address names, and owns the outbox. */
@customElement('prefstream-app')
export class PrefstreamAppElement extends LitElement {
  static override styles = [shared, buttons, styles];

  @state() private place: Place = placeOf(location.pathname, location.search);
  @state() private user: User | undefined;
  @state() private unreachable = false;
  /** Whether the session ended over a page that waits for a log-in. */
  @state() private interrupted = false;
  /** Who has logged in in place of the person who is at work here. */
  @state() private other: User | undefined;

  @query('labeling-page, judgements-page') private readonly atWork!: LabelingPageElement | JudgementsPageElement | null;

  readonly #parts = new PartsController(this);
  /** Whether nobody but this browser says who is there, because the server is out of reach. */
  #isTravelling = false;
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
    document.addEventListener('visibilitychange', () => document.hidden || this.#onSeen(), {signal});
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
    return html`${this.#page()} ${this.interrupted && this.user ? this.#loginOver(this.user) : nothing}`;
  }

  #page() {
    const {place} = this;
    // What the address needs is loaded while the server is asked who is there.
    const missing = this.#missing(PAGES[place.page]);
    if (place.page === 'log-in') return html`<login-page></login-page>`;
    if (place.page === 'invitation') return this.#other(place);
    if (this.unreachable) return away(() => void this.#recognise());
    if (!this.user) return nothing;
    if (missing) return missing;
    switch (place.page) {
      case 'projects':
        return html`<projects-page .user=${this.user}></projects-page>`;
      case 'practice':
        return html`<practice-page .userId=${this.user.id}></practice-page>`;
      case 'label':
      case 'judgements':
        return workPage(place, this.user.id, this.#outbox, this.interrupted);
      default:
        return this.#other(place);
    }
  }

  /** A page that nobody needs who labels. */
  #other({path}: {path: string}) {
    const {others} = parts;
    return this.#missing(others) ?? this.#missing(others.loaded?.partOf(path)) ?? others.loaded?.show(path, this.user);
  }

  /** What is shown until a part of the page is there; undefined if it is. */
  #missing(part: Part | undefined) {
    if (!part) return undefined;
    const state = this.#parts.state([part], [parts.names]);
    if (state === 'there') return undefined;
    return state === 'failed' ? html`<main>${this.#parts.notice(1)}</main>` : nothing;
  }

  #loginOver(user: User) {
    return html`<login-dialog
      .user=${user}
      .other=${this.other}
      .unsaved=${this.#outbox?.size ?? 0}
      .kept=${!this.#outbox?.wouldLose}
      @go-on-wanted=${() => this.other && void this.#arrive(this.other)}
    ></login-dialog>`;
  }

  /** Asks the server who is logged in, and shows what that person may see. */
  async #recognise(): Promise<void> {
    try {
      const user = await api.whoAmI(this.#listening?.signal);
      this.#isTravelling = false;
      await this.#arrive(user);
    } catch (failure) {
      if (this.#listening?.signal.aborted) return;
      if (failure instanceof Problem && failure.status < 500) this.#askToLogIn();
      else await this.#travel();
    }
  }

  /** Goes on without the server, if somebody took tasks along and comes back to them. */
  async #travel(): Promise<void> {
    const {place} = this;
    const isHere = (id: number) => place.page === 'projects' || (place.page === 'label' && place.projectId === id);
    const journey = this.user ? undefined : journeys().find(({project}) => isHere(project.id));
    if (journey) {
      this.#isTravelling = true;
      await this.#arrive(journey.user);
      if (place.page === 'projects') navigate(paths.label(journey.project.id), 'replace');
    }
    this.#tryAgain();
  }

  async #arrive(user: User): Promise<void> {
    if (this.user?.id !== user.id || !this.#outbox) {
      this.#outbox?.stop();
      const {outbox, collect} = await openOutbox(user, (other) => (other ? this.#meet(other) : this.#askToLogIn()));
      this.#outbox = outbox;
      this.#collect = collect;
    }
    this.unreachable = false;
    this.interrupted = false;
    this.other = undefined;
    this.user = user;
    this.#outbox.wake();
    this.atWork?.resume();
    if (this.place.page === 'log-in') navigate(this.place.next, 'replace');
  }

  /** The page comes into sight again. Another tab may have been used by somebody else, or left verdicts behind. */
  #onSeen(): void {
    void this.#collect();
    if (this.user)
      void api.whoAmI(this.#listening?.signal).then(
        (user) => this.#meet(user),
        () => undefined,
      );
  }

  /** Lets somebody else go on here only once nothing of the person who was here could be lost or taken for theirs. */
  #meet(user: User): void {
    if (!this.user) return;
    if (user.id === this.user.id) {
      if (this.interrupted) void this.#arrive(user);
    } else if (this.#isAtWork || (this.#outbox?.size ?? 0) > 0) {
      this.other = user;
      this.interrupted = true;
      this.#outbox?.hold();
    } else {
      void this.#arrive(user);
    }
  }

  get #isAtWork(): boolean {
    return this.place.page === 'label' || this.place.page === 'judgements';
  }

  #tryAgain(): void {
    this.unreachable = this.place.page !== 'log-in' && !this.#isTravelling;
    const cancel = later(4000, () => {
      if (this.unreachable || this.#isTravelling) void this.#recognise();
    });
    this.#listening?.signal.addEventListener('abort', cancel, {once: true});
  }

  /** Asks over the page where somebody is at work, and by a page of its own elsewhere. */
  #askToLogIn(): void {
    this.unreachable = false;
    this.interrupted = this.#isAtWork && this.user !== undefined;
    if (this.interrupted) return;
    const {page} = this.place;
    if (page === 'log-in' || page === 'invitation') return;
    navigate(paths.logIn(location.pathname + location.search), 'replace');
  }

  async #logOut(): Promise<void> {
    if (this.user && journeys().length > 0) await (await parts.train.load()).endJourneys(this.user);
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
