/**
 * Makes sure that a press is a verdict on the comparison that it was meant for. A press of the pointer counts only if it began
 * on the comparison that is shown when it ends. Nothing that can be pressed or written into keeps the focus when another
 * comparison comes, because a key would answer that one unseen.
 */
export class PressGuard {
  #shown: string | undefined;
  #pressedOn: string | undefined;

  /** Listens for presses until the signal aborts. */
  listen(signal: AbortSignal): void {
    document.addEventListener('pointerdown', () => (this.#pressedOn = this.#shown), {signal, capture: true});
    document.addEventListener('click', (event) => this.#filter(event), {signal, capture: true});
  }

  /** Is told which comparison is shown; undefined if there is none. */
  show(id: string | undefined): void {
    if (id === this.#shown) return;
    this.#shown = id;
    const focused = deepFocus();
    if (focused?.matches('button, input, textarea, select')) focused.blur();
  }

  /** Keeps a click from its target if it was meant for another comparison. Clicks by keyboard have no detail. */
  #filter(event: MouseEvent): void {
    if (event.detail > 0 && this.#pressedOn !== this.#shown) event.stopPropagation();
  }
}

/** The element that has the focus, inside of all shadow roots. */
function deepFocus(): HTMLElement | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement ? focused : undefined;
}
