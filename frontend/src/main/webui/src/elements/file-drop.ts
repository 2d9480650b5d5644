import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {nameOfPasted} from '../model/file-names.js';

/** Lets a page take files that are dropped anywhere on it, and rows or files that are pasted anywhere but into a field. */
export class FileDrop implements ReactiveController {
  /** Whether files are held over the page. */
  isOver = false;

  /** How many elements the pointer has entered and not left: each reports for itself. */
  #entered = 0;
  #listening: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly ports: {take: (files: readonly File[]) => void; mayPaste: () => boolean},
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    window.addEventListener('dragenter', (event) => this.#count(event, 1), {signal});
    window.addEventListener('dragleave', (event) => this.#count(event, -1), {signal});
    window.addEventListener('dragover', (event) => hasFiles(event.dataTransfer) && event.preventDefault(), {signal});
    window.addEventListener('drop', this.#onDrop, {signal});
    window.addEventListener('paste', this.#onPaste, {signal});
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#entered = 0;
    this.isOver = false;
  }

  #count(event: DragEvent, by: 1 | -1): void {
    if (!hasFiles(event.dataTransfer)) return;
    this.#entered = Math.max(0, this.#entered + by);
    this.#setOver(this.#entered > 0);
  }

  readonly #onDrop = (event: DragEvent) => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    this.#entered = 0;
    this.#setOver(false);
    this.#give([...(event.dataTransfer?.files ?? [])]);
  };

  readonly #onPaste = (event: ClipboardEvent) => {
    if (isField(event.composedPath()[0]) || !this.ports.mayPaste()) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length > 0) this.#give(files);
    else if (isTable(text)) this.#give([new File([text], nameOfPasted(text), {type: 'text/plain'})]);
  };

  #give(files: readonly File[]): void {
    if (files.length > 0) this.ports.take(files);
  }

  #setOver(isOver: boolean): void {
    if (this.isOver === isOver) return;
    this.isOver = isOver;
    this.host.requestUpdate();
  }
}

function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false;
}

/** A word or a link in the clipboard is not meant for the server. */
function isTable(text: string): boolean {
  return /^\s*[[{]/.test(text) || text.trim().includes('\n');
}

function isField(target: EventTarget | undefined): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
