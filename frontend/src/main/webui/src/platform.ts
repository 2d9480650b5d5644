/** Calls back after that many milliseconds, and returns a function that cancels the call. */
export function later(millis: number, action: () => void): () => void {
  const timer = setTimeout(action, millis);
  return () => clearTimeout(timer);
}

/** Calls back when the page has nothing more urgent to do, and returns a function that cancels the call. */
export function whenIdle(action: () => void): () => void {
  // Safari has no idle callbacks yet.
  if (typeof requestIdleCallback !== 'function') return later(1, action);
  const request = requestIdleCallback(action, {timeout: 100});
  return () => cancelIdleCallback(request);
}

/** A page that is not painted, such as one in the background, is not waited for longer than this. */
const PAINT_MILLIS_MAX = 100;

/** Resolves behind the next paint of the page, so that what follows does not hold it up. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const cancel = later(PAINT_MILLIS_MAX, resolve);
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => {
        cancel();
        resolve();
      };
      port2.postMessage(undefined);
    });
  });
}

/** Makes a random key that is unique. `crypto.randomUUID` would do, but pages without TLS do not have it. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What outlives the page in its tab; undefined where the person lets pages keep nothing. */
export function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/** The browser's locks, which all tabs share; undefined on pages without TLS, which do not have them. */
export function locks(): LockManager | undefined {
  return (navigator as Partial<Navigator>).locks;
}

/** Puts a text on the clipboard, and says whether that was allowed. */
export async function copyText(text: string): Promise<boolean> {
  // Pages without TLS have no clipboard. They can only copy what an event of copying is given.
  if (!('clipboard' in navigator)) return copyByEvent(text);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copyByEvent(text: string): boolean {
  let given = false;
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    given = true;
  };
  document.addEventListener('copy', give, {once: true});
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- There is nothing else for pages without TLS.
  const obeyed = document.execCommand('copy');
  document.removeEventListener('copy', give);
  return obeyed && given;
}
