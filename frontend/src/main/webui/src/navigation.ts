import type {Tab} from './other-places.js';

/** A page of the application. */
export type Place =
  | {page: 'log-in'; next: string}
  | {page: 'projects'}
  | {page: 'practice'}
  | {page: 'label'; projectId: number}
  /** What the person has judged in a project, or one judgement of it. */
  | {page: 'judgements'; projectId: number; annotationId: number | undefined}
  /** What the invited see; the secret of the link is behind the path. */
  | {page: 'invitation'; path: string}
  /** What nobody needs who labels (src/other-places.ts), or nothing. */
  | {page: 'other'; path: string};

/** Fired on the window when the page has changed its address. */
export class NavigatedEvent extends Event {
  static readonly type = 'prefstream-navigated';

  constructor() {
    super(NavigatedEvent.type);
  }
}

export const paths = {
  projects: '/projects',
  practice: '/practice',
  label: (projectId: number) => `/projects/${projectId}/label`,
  tab: (projectId: number, tab: Tab) => `/projects/${projectId}/${tab}`,
  judgements: (projectId: number) => `/projects/${projectId}/judgements`,
  judgement: (projectId: number, annotationId: number) => `/projects/${projectId}/judgements/${annotationId}`,
  logIn: (next: string) =>
    next === '/' || next === '/projects' ? '/user/login' : `/user/login?next=${encodeURIComponent(next)}`,
};

/** The page that an address stands for. */
export function placeOf(pathname: string, search: string): Place {
  const path = pathname.replace(/\/+$/, '') || '/';
  if (path === '/user/login') return {page: 'log-in', next: safeNext(new URLSearchParams(search).get('next'))};
  if (path === '/' || path === '/projects') return {page: 'projects'};
  if (path === paths.practice) return {page: 'practice'};
  if (path === '/invitations') return {page: 'invitation', path};
  const [, id, page = 'label', judged] = /^\/projects\/(\d{1,15})(?:\/(\w+)(?:\/(\d{1,15}))?)?$/.exec(path) ?? [];
  const projectId = Number(id);
  if (page === 'judgements') return {page, projectId, annotationId: judged === undefined ? undefined : Number(judged)};
  if (id && !judged && (page === 'label' || page === 'data')) return {page: 'label', projectId};
  return {page: 'other', path};
}

/** Accepts only a path of our own, so that no link to the log-in page can send anybody elsewhere. */
function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !/[\\\p{Cc}]/u.test(next) ? next : paths.projects;
}

export function navigate(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', path);
  else history.replaceState(null, '', path);
  window.dispatchEvent(new NavigatedEvent());
}

/** Follows a click on a link to one of our own pages without loading the application again. */
export function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (!link || link.target || link.origin !== location.origin || link.hasAttribute('download')) return;
  event.preventDefault();
  navigate(link.pathname + link.search);
}
