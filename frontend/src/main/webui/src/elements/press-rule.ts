/** A pointer that moves further than this (in pixels) between press and release was selecting text. */
const CLICK_TRAVEL_MAX = 5;

/** Tells a click that means an answer as a whole from one that selected text in it, or was for a link or a button in it. */
export class PressRule {
  #pressedAt: {x: number; y: number} | undefined;
  #textWasMarked = false;

  /** Is told of every press of the pointer. */
  press(event: PointerEvent): void {
    this.#pressedAt = {x: event.clientX, y: event.clientY};
    this.#textWasMarked = selectedText() !== '';
  }

  /** Whether the click is for the answer. The second one of a double click would be for what comes next. */
  isForAnswer(event: MouseEvent): boolean {
    if (event.button !== 0 || event.detail > 1 || event.defaultPrevented) return false;
    if (event.composedPath().some(isControl)) return false;
    return event.detail === 0 || !(this.#textWasMarked || this.#travelled(event) || selectedText() !== '');
  }

  #travelled(event: MouseEvent): boolean {
    const from = this.#pressedAt;
    return from !== undefined && Math.hypot(event.clientX - from.x, event.clientY - from.y) > CLICK_TRAVEL_MAX;
  }
}

/** Whether it does something of its own when it is clicked. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.matches('a, button, summary, input, select, label, control-field, .text');
}

function selectedText(): string {
  return document.getSelection()?.toString() ?? '';
}
