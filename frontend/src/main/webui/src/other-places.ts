/** The pages that nobody needs who labels, and their addresses. They are known once the part of the application is there that has them. */

/** The pages of a project that owners and managers see, in the order of their tabs. */
export const TABS = ['overview', 'tasks', 'people', 'export', 'settings'] as const;
export type Tab = (typeof TABS)[number];

/** A page that nobody needs who labels. */
export type OtherPlace =
  | {page: 'people' | 'account' | 'own-judgements' | 'new-project' | 'invitation' | 'nowhere'}
  | {page: 'project'; projectId: number; tab: Tab};

export const otherPaths = {
  people: '/people',
  account: '/account',
  ownJudgements: '/judgements',
  newProject: '/projects/new',
};

const PAGES = new Map<string, OtherPlace>([
  [otherPaths.people, {page: 'people'}],
  [otherPaths.account, {page: 'account'}],
  [otherPaths.ownJudgements, {page: 'own-judgements'}],
  [otherPaths.newProject, {page: 'new-project'}],
  ['/invitations', {page: 'invitation'}],
]);

/** The page that an address stands for. @param path without a slash at its end */
export function otherPlaceOf(path: string): OtherPlace {
  const [, id, name, task] = /^\/projects\/(\d{1,15})\/([a-z]+)(?:\/(\d{1,15}))?$/.exec(path) ?? [];
  const tab = TABS.find((known) => known === name);
  // A task stands over the list of tasks, which reads itself which one.
  if (tab && (!task || tab === 'tasks')) return {page: 'project', projectId: Number(id), tab};
  return PAGES.get(path) ?? {page: 'nowhere'};
}
