/** A page of the application. */
export type Place =
  {page: 'log-in'; next: string} | {page: 'projects'} | {page: 'label'; projectId: number} | {page: 'nowhere'};

/** Told to whoever shows the places that the address has changed. */
export class NavigatedEvent extends Event {
  static readonly type = 'prefstream-navigated';

  constructor() {
    super(NavigatedEvent.type);
  }
}

export const paths = {
  projects: '/projects',
  label: (projectId: number) => `/projects/${projectId}/label`,
  logIn: (next: string) =>
    next === '/' || next === '/projects' ? '/user/login' : `/user/login?next=${encodeURIComponent(next)}`,
};

/** The place that an address stands for. */
export function placeOf(pathname: string, search: string): Place {
  const path = pathname.replace(/\/+$/, '') || '/';
  if (path === '/user/login') return {page: 'log-in', next: safeNext(new URLSearchParams(search).get('next'))};
  if (path === '/' || path === '/projects') return {page: 'projects'};
  const project = /^\/projects\/(\d{1,15})(?:\/(?:label|data))?$/.exec(path);
  return project ? {page: 'label', projectId: Number(project[1])} : {page: 'nowhere'};
}

/** Only a path of our own: nobody can be sent elsewhere by a link to the login page. */
function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !/[\\\p{Cc}]/u.test(next) ? next : paths.projects;
}

export function navigate(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', path);
  else history.replaceState(null, '', path);
  window.dispatchEvent(new NavigatedEvent());
}

/** Follows a click on a link to one of our own pages without loading the application anew. */
export function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  if (!link || link.target || link.origin !== location.origin || link.hasAttribute('download')) return;
  event.preventDefault();
  navigate(link.pathname + link.search);
}
