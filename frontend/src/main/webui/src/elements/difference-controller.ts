import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Content} from '../api.js';
import {isSame, writtenOf} from '../model/content.js';
import type {Run} from '../model/difference.js';
import {parts} from '../parts.js';
import {whenIdle} from '../platform.js';
import {texts} from '../texts.js';

/** How contents differ, as far as that is known. */
export interface Marking {
  /** All of each content word for word; without a mark for as long as none is known. */
  runs: readonly (readonly Run[])[];
  /** What the marks mean, or why there are none. */
  note: string;
}

/**
 * Finds out how contents differ when the page is idle, and then has its host rendered again. What does that is loaded for
 * the first one who asks.
 */
export class DifferenceController implements ReactiveController {
  #contents: readonly Content[] | undefined;
  #marking: Marking = {runs: [], note: ''};
  #stop: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#contents = undefined;
  }

  /** How the contents differ from the first of them. To be asked while the host is rendered. */
  between(contents: readonly Content[]): Marking {
    if (contents !== this.#contents) {
      this.#contents = contents;
      const written = contents.map(writtenOf);
      this.#marking = {runs: written.map(plainRuns), note: ''};
      this.#stop?.();
      this.#stop = whenIdle(() => void this.#find(contents, written));
    }
    return this.#marking;
  }

  async #find(contents: readonly Content[], written: readonly string[]): Promise<void> {
    const marking = await this.#found(contents, written);
    if (contents !== this.#contents) return;
    this.#marking = marking;
    this.host.requestUpdate();
  }

  async #found(contents: readonly Content[], written: readonly string[]): Promise<Marking> {
    const {runs} = this.#marking;
    try {
      const {differenceOf} = await parts.difference.load();
      const difference = differenceOf(written);
      if (!difference) return {runs, note: withAsWritten(texts.difference.tooDifferent)};
      const same = contents.every((content, i) => i === 0 || isSame(content, contents[0] ?? content));
      return {
        runs: difference.runs,
        note: same ? texts.difference.asWritten : withAsWritten(texts.difference[difference.kind]),
      };
    } catch {
      return {runs, note: withAsWritten(texts.difference.notLoaded)};
    }
  }
}

function withAsWritten(what: string): string {
  return `${what} ${texts.difference.asWritten}`;
}

function plainRuns(text: string): Run[] {
  return [{text, only: false, first: false}];
}
