import type {Project, User} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {paths} from '../navigation.js';
import {TABS, otherPaths} from '../other-places.js';
import {ownerTexts} from '../owner-texts.js';
import type {Theme} from '../theme.js';
import type {Target} from './command-search.js';
import {titleOf} from './title.js';

type Titled = Pick<Project, 'id' | 'title'>;

const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** The pages of the application that a person may open, and what can be done on all of them. */
export function pagesFor({role}: Pick<User, 'role'>): Target[] {
  const {projects, judgements, account, commands} = laterTexts;
  const pages = [
    page(projects.title, paths.projects),
    page(judgements.title, otherPaths.ownJudgements),
    page(account.title, otherPaths.account),
    ...(role === 'annotator'
      ? []
      : [page(projects.newProject, otherPaths.newProject), page(ownerTexts.people.title, otherPaths.people)]),
  ];
  const themes = THEMES.map((theme): Target => ({id: theme, label: commands.theme[theme], about: '', does: {theme}}));
  return [...pages, ...themes, {id: 'log-out', label: projects.logOut, about: '', does: 'log-out'}];
}

/** A project, and its pages that a person may open. */
export function placesOf(project: Titled, {role}: Pick<User, 'role'>): {home: Target; parts: Target[]} {
  const {id} = project;
  const about = titleOf(project);
  const isAnnotator = role === 'annotator';
  const part = (label: string, path: string): Target => ({id: path, label, about, does: {path}});
  const tabs = isAnnotator ? [] : TABS.map((tab) => part(ownerTexts.project.tabs[tab], paths.tab(id, tab)));
  const labeling = part(laterTexts.projects.label, paths.label(id));
  return {
    home: {
      id: `home-${id}`,
      label: about,
      about: '',
      does: {path: isAnnotator ? paths.label(id) : paths.tab(id, TABS[0])},
    },
    parts: [labeling, ...tabs, part(laterTexts.judgements.title, paths.judgements(id))],
  };
}

/** A task of the project at hand. */
export function taskTarget(project: Titled, number: number, taskId: number): Target {
  const path = `${paths.tab(project.id, 'tasks')}/${taskId}`;
  return {id: path, label: laterTexts.commands.task(number), about: titleOf(project), does: {path}};
}

/**
 * All that can be found, in the order in which it is shown to somebody who has written nothing: the pages of the project at hand,
 * projects, other pages; what is found in a project alone is left out then.
 */
export function targetsFor(
  user: Pick<User, 'role'>,
  projects: readonly Titled[],
  here: number | undefined,
  written: string,
) {
  const places = projects.map((project) => ({id: project.id, ...placesOf(project, user)}));
  const atHand = places.filter(({id}) => id === here).flatMap(({parts}) => parts);
  const elsewhere = places.filter(({id}) => id !== here).flatMap(({parts}) => parts);
  const homes = places.map(({home}) => home);
  return [...atHand, ...homes, ...pagesFor(user), ...(written.trim() === '' ? [] : elsewhere)];
}

function page(label: string, path: string): Target {
  return {id: path, label, about: '', does: {path}};
}
