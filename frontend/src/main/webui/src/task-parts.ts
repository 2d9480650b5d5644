import type {Task} from './api.js';
import {namesRareCharacters} from './model/characters.js';
import {TaskForm} from './model/form.js';
import {showsHtml} from './model/html-contents.js';
import {type Part, parts} from './parts.js';

/** The parts of the page that a task needs besides the first load. */
export interface TaskParts {
  /** Without them something that the task asks could not be shown, so it must not be judged. */
  needed: readonly Part[];
  /** Without them it is shown as far as it can be. */
  wished: readonly Part[];
}

const known = new WeakMap<object, TaskParts>();

/** What has to be there before a task is shown. */
export function partsOf(task: Pick<Task, 'shown' | 'layout'>): TaskParts {
  const found = known.get(task) ?? find(task);
  known.set(task, found);
  return found;
}

function find({shown, layout}: Pick<Task, 'shown' | 'layout'>): TaskParts {
  const form = new TaskForm({shown, layout});
  const asksMore = form.controls.some(({name}) => name !== form.main?.name);
  return {
    needed: [...(form.asConfigured ? [parts.authored] : []), ...(asksMore ? [parts.fields] : [])],
    wished: [
      ...(namesRareCharacters(JSON.stringify([shown, layout])) ? [parts.names] : []),
      // How many words HTML has, and where its end is, must not change under the eyes of who reads it.
      ...(showsHtml(form.shown) ? [parts.purifying] : []),
    ],
  };
}
