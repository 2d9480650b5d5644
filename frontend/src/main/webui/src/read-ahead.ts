import type {Content, Task} from './api.js';
import {TaskForm} from './model/form.js';
import {readProse} from './model/prose-memory.js';
import {countWords} from './model/words.js';
import {partsOf} from './task-parts.js';

/** A shorter text is read at once. */
const LONG = 2_000;
/** More than these would not be remembered until they are needed. */
const TEXTS_MAX = 4;

/** Finds out what takes long about the texts of a task before it is shown, while nobody waits. */
export function readAhead(task: Task): void {
  partsOf(task);
  const {parts, comparisons} = new TaskForm(task).shown;
  const contents: readonly Content[] = [...parts, ...comparisons.flatMap(({slots}) => slots)];
  const long = contents.flatMap(({text, html}) => (text !== undefined && text.length > LONG && !html ? [text] : []));
  for (const text of long.slice(0, TEXTS_MAX)) {
    readProse(text);
    countWords(text);
  }
}
