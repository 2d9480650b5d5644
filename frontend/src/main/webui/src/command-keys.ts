/** Opens, by Ctrl K or ⌘ K, what finds projects, pages and commands by their names. It is there as soon as any later part is. */

import type {CommandDialogElement} from './elements/command-dialog.js';
import {placeOf} from './navigation.js';
import {ownerParts} from './owner-parts.js';

let dialog: CommandDialogElement | undefined;
let isOpening = false;

window.addEventListener('keydown', (event) => {
  if (!isWanted(event)) return;
  // Browsers search the web by the same key.
  event.preventDefault();
  if (dialog?.isOpen) dialog.close();
  else void open();
});

async function open(): Promise<void> {
  const app = document.querySelector('prefstream-app');
  const {page} = placeOf(location.pathname, '');
  const isStranger = page === 'log-in' || page === 'invitation';
  if (isOpening || isStranger || !app || isCovered(app)) return;
  isOpening = true;
  try {
    await ownerParts.commands.load();
    if (!dialog?.isConnected) {
      dialog = document.createElement('command-dialog');
      document.body.append(dialog);
    }
    await dialog.open(holdsText(app));
  } catch {
    // It is not there while the server is away. The key can be pressed again.
  } finally {
    isOpening = false;
  }
}

/** On a Mac, Ctrl K removes the rest of a line in a text field. */
function isWanted(event: KeyboardEvent): boolean {
  const {key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing, defaultPrevented} = event;
  const isPlain = !altKey && !shiftKey && !repeat && !isComposing && !defaultPrevented;
  return isPlain && key.toLowerCase() === 'k' && (isMac() ? metaKey && !ctrlKey : ctrlKey && !metaKey);
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

/** Whether a dialog asks for something first. */
function isCovered(app: Element): boolean {
  return within(app, (element) => element instanceof HTMLDialogElement && element.open);
}

/** Whether something is written into a task that is being labeled, or into a judgement that is being changed. */
function holdsText(app: Element): boolean {
  const work = [...(app.shadowRoot?.querySelectorAll('labeling-page, judgements-page') ?? [])];
  return work.some((page) => within(page, isWrittenInto));
}

function isWrittenInto(element: Element): boolean {
  if (element instanceof HTMLTextAreaElement) return element.value.trim() !== '';
  // A list is searched by a field too, and nothing is lost with that.
  return element instanceof HTMLInputElement && element.type === 'text' && element.value.trim() !== '';
}

/** Whether any element in there is like that, in whatever shadow root. */
function within(root: Element | ShadowRoot, like: (element: Element) => boolean): boolean {
  if (root instanceof Element)
    return like(root) || (root.shadowRoot ? within(root.shadowRoot, like) : false) || below(root, like);
  return below(root, like);
}

function below(root: Element | ShadowRoot, like: (element: Element) => boolean): boolean {
  return [...root.children].some((child) => within(child, like));
}
