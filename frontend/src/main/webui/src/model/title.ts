import type {Project} from '../api.js';
import {texts} from '../texts.js';

/** The name of a project for people: its title, or its number if it has none. */
export function titleOf({id, title}: Pick<Project, 'id' | 'title'>): string {
  return title || texts.page.untitled(id);
}
