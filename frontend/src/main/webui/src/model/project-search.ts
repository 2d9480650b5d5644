import type {Project} from '../api.js';
import {titleOf} from './title.js';

/** The projects whose names contain a text, whatever its case. All if it is blank. */
export function titled<P extends Pick<Project, 'id' | 'title'>>(projects: readonly P[], written: string): P[] {
  const looked = written.trim().toLowerCase();
  return looked === '' ? [...projects] : projects.filter((project) => titleOf(project).toLowerCase().includes(looked));
}
