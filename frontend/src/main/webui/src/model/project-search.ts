import type {Project} from '../api.js';
import {titleOf} from './title.js';

/** A list with its next page. Projects that judgements have moved from page to page meanwhile are in it once. */
export function joined<P extends Pick<Project, 'id'>>(before: readonly P[], page: readonly P[]): P[] {
  const listed = new Set(before.map(({id}) => id));
  return [...before, ...page.filter(({id}) => !listed.has(id))];
}

/** The projects whose names contain a text, whatever its case. All if it is blank. */
export function titled<P extends Pick<Project, 'id' | 'title'>>(projects: readonly P[], written: string): P[] {
  const looked = written.trim().toLowerCase();
  return looked === '' ? [...projects] : projects.filter((project) => titleOf(project).toLowerCase().includes(looked));
}
