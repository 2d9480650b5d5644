import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Content} from '../api.js';
import {comparableOf, isSame} from '../model/content.js';
import type {Difference, Run} from '../model/difference.js';
import {parts} from '../parts.js';
import {whenIdle} from '../platform.js';

/** How contents differ, as far as that is known. */
export interface Marking {
  /** All of each content word for word; without a mark for as long as none is known. */
  runs: readonly (readonly Run[])[];
  /** What the marks mean, or why there are none. */
  note: string;
}

const AS_WRITTEN = 'Texts are shown as written.';
const AS_READ = 'Only the words of the HTML are shown.';

/**
 * Finds out how contents differ when the page is idle, and then has its host rendered again. What does that is loaded for
 * the first one who asks.
 */
export class DifferenceController implements ReactiveController {
  #contents: readonly Content[] | undefined;
  #asWritten = false;
  #marking: Marking = {runs: [], note: ''};
  #stop: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#contents = undefined;
  }

  /**
   * How the contents differ from the first of them. To be asked while the host is rendered.
   *
   * @param asWritten whether HTML is compared by its source, and not by its words
   */
  between(contents: readonly Content[], asWritten: boolean): Marking {
    if (contents !== this.#contents || asWritten !== this.#asWritten) {
      this.#contents = contents;
      this.#asWritten = asWritten;
      const texts = contents.map((content) => comparableOf(content, asWritten));
      this.#marking = {runs: texts.map(plainRuns), note: ''};
      this.#stop?.();
      this.#stop = whenIdle(() => void this.#find(contents, texts));
    }
    return this.#marking;
  }

  async #find(contents: readonly Content[], texts: readonly string[]): Promise<void> {
    const asWritten = this.#asWritten;
    const marking = await this.#found(contents, texts);
    if (contents !== this.#contents || asWritten !== this.#asWritten) return;
    this.#marking = marking;
    this.host.requestUpdate();
  }

  async #found(contents: readonly Content[], texts: readonly string[]): Promise<Marking> {
    const {runs} = this.#marking;
    const how = !this.#asWritten && contents.some(({html}) => html) ? AS_READ : AS_WRITTEN;
    try {
      const {differenceOf} = await parts.difference.load();
      const difference = differenceOf(texts);
      if (!difference) return {runs, note: `These answers are too different to mark. ${how}`};
      const same = contents.every((content, i) => i === 0 || isSame(content, contents[0] ?? content));
      return {runs: difference.runs, note: same ? how : noteOf(difference.kind, how)};
    } catch {
      return {runs, note: `What differs cannot be marked, because a part of the page did not load. ${how}`};
    }
  }
}

function noteOf(kind: Difference['kind'], how: string): string {
  switch (kind) {
    case 'words':
      return `What only one answer has is marked. ${how}`;
    case 'space':
      return `Only white space differs. It is marked. ${how}`;
    case 'none':
      return `No word differs. ${how}`;
  }
}

function plainRuns(text: string): Run[] {
  return [{text, only: false, first: false}];
}
