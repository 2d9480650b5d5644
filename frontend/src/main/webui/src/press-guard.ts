/**
 * Makes sure that a press is a verdict on the comparison that it was meant for. A press of the pointer counts only if it began
 * on the comparison that is shown when it ends. Nothing in a task keeps the focus when another comes, and nothing else that can be
 * pressed or written into, because a key would answer that one unseen.
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
    const path = focusPath();
    const focused = path.at(-1);
    const isInTask = path.some((element) => element.matches('task-view'));
    if (isInTask || focused?.matches('button, input, textarea, select')) focused?.blur();
  }

  /** Keeps a click from its target, and the browser from what it does about it, if it was meant for another comparison. Clicks by keyboard have no detail. */
  #filter(event: MouseEvent): void {
    if (event.detail === 0 || this.#pressedOn === this.#shown) return;
    event.stopPropagation();
    event.preventDefault();
  }
}

/** The element that has the focus, after those in whose shadow roots it is. */
function focusPath(): HTMLElement[] {
  const path: HTMLElement[] = [];
  for (let focused = document.activeElement; focused; focused = focused.shadowRoot?.activeElement ?? null) {
    if (focused instanceof HTMLElement) path.push(focused);
  }
  return path;
}
