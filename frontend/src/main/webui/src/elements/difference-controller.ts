import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Content} from '../api.js';
import {comparableOf, isSame} from '../model/content.js';
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
      const compared = contents.map((content) => comparableOf(content, asWritten));
      this.#marking = {runs: compared.map(plainRuns), note: ''};
      this.#stop?.();
      this.#stop = whenIdle(() => void this.#find(contents, compared));
    }
    return this.#marking;
  }

  async #find(contents: readonly Content[], compared: readonly string[]): Promise<void> {
    const asWritten = this.#asWritten;
    const marking = await this.#found(contents, compared);
    if (contents !== this.#contents || asWritten !== this.#asWritten) return;
    this.#marking = marking;
    this.host.requestUpdate();
  }

  async #found(contents: readonly Content[], compared: readonly string[]): Promise<Marking> {
    const {runs} = this.#marking;
    const how =
      !this.#asWritten && contents.some(({html}) => html) ? texts.difference.asRead : texts.difference.asWritten;
    try {
      const {differenceOf} = await parts.difference.load();
      const difference = differenceOf(compared);
      if (!difference) return {runs, note: `${texts.difference.tooDifferent} ${how}`};
      const same = contents.every((content, i) => i === 0 || isSame(content, contents[0] ?? content));
      return {runs: difference.runs, note: same ? how : `${texts.difference[difference.kind]} ${how}`};
    } catch {
      return {runs, note: `${texts.difference.notLoaded} ${how}`};
    }
  }
}

function plainRuns(text: string): Run[] {
  return [{text, only: false, first: false}];
}
