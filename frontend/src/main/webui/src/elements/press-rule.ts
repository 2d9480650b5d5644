import {later} from '../platform.js';

/** A pointer that moves further than this (in pixels) between press and release was selecting text. */
const CLICK_TRAVEL_MAX = 5;

/** A second press that comes within so many milliseconds selects a word, or more. Few people click twice more slowly. */
const SECOND_PRESS_MAX_MILLIS = 300;

/** What words of a task stand in. */
const WORDS = 'shown-content, diff-text';

/** What does something of its own when it is clicked. */
const CONTROLS = 'a, button, summary, input, select, label, control-field, .text';

/** What a finger scrolls. */
const SCROLLED = `scroll-box, ${WORDS}`;

/**
 * Tells a click that means an answer as a whole from one that selected text in it, or was for a link or a button in it.
 *
 * A click on words may be the first of a double click, so what it means waits until no second press can come. That is felt, but a
 * verdict that nobody meant is worse. Nothing waits where no word is hit. A finger never means the answer by a tap on its words: it
 * rests there to scroll, and to stop what scrolls.
 */
export class PressRule {
  #pressedAt: {x: number; y: number} | undefined;
  #isByFinger = false;
  #textWasMarked = false;
  #waiting: AbortController | undefined;

  /** @param onWaiting is told that a click waits, or waits no more */
  constructor(private readonly onWaiting: (isWaiting: boolean) => void = () => undefined) {}

  /** Is told of every press of the pointer. */
  press(event: PointerEvent): void {
    this.#pressedAt = {x: event.clientX, y: event.clientY};
    this.#isByFinger = event.pointerType === 'touch';
    this.#textWasMarked = selectedText() !== '';
  }

  /** Does what a click on an answer means, if it is for the answer: at once, or once it cannot be the first of a double click. */
  obey(event: MouseEvent, act: () => void): void {
    if (!this.#isForAnswer(event)) return;
    const mayGoOn = event.detail > 0 && isWithin(event, WORDS);
    if (mayGoOn) this.#wait(act);
    else act();
  }

  /** Forgets a click that waits. */
  forget(): void {
    this.#waiting?.abort();
  }

  /** Whether the click is for the answer. The second one of a double click would be for what comes next. */
  #isForAnswer(event: MouseEvent): boolean {
    if (event.button !== 0 || event.detail > 1 || event.defaultPrevented) return false;
    if (isWithin(event, CONTROLS) || (this.#isByFinger && isWithin(event, SCROLLED))) return false;
    return event.detail === 0 || !(this.#textWasMarked || this.#travelled(event) || selectedText() !== '');
  }

  /** Whatever is pressed meanwhile takes the place of the click: a second press, a verdict by another way, a key. */
  #wait(act: () => void): void {
    this.forget();
    const waiting = new AbortController();
    const {signal} = waiting;
    const stop = later(SECOND_PRESS_MAX_MILLIS, () => {
      waiting.abort();
      if (selectedText() === '') act();
    });
    signal.addEventListener('abort', () => {
      stop();
      this.onWaiting(false);
    });
    for (const type of ['pointerdown', 'keydown']) {
      document.addEventListener(type, () => waiting.abort(), {signal, capture: true});
    }
    this.#waiting = waiting;
    this.onWaiting(true);
  }

  #travelled(event: MouseEvent): boolean {
    const from = this.#pressedAt;
    return from !== undefined && Math.hypot(event.clientX - from.x, event.clientY - from.y) > CLICK_TRAVEL_MAX;
  }
}

function isWithin(event: Event, selector: string): boolean {
  return event.composedPath().some((target) => target instanceof Element && target.matches(selector));
}

function selectedText(): string {
  return document.getSelection()?.toString() ?? '';
}
