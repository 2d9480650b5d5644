/** Calls back after that many milliseconds, and returns a function that cancels the call. */
export function later(millis: number, action: () => void): () => void {
  const timer = setTimeout(action, millis);
  return () => clearTimeout(timer);
}

/** Makes a random key that is unique. `crypto.randomUUID` would do, but pages without TLS do not have it. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The browser's locks, which all tabs share; undefined on pages without TLS, which do not have them. */
export function locks(): LockManager | undefined {
  return (navigator as Partial<Navigator>).locks;
}
