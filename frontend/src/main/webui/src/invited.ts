/** Where the secret of an invitation waits in this tab, so that a reload and a log-in find it again. */
const NAME = 'prefstream.invitation';

/**
 * The secret of the invitation that was opened in this tab; undefined if there is none. It is taken out of the address, where others might read
 * it.
 */
export function takeSecret(): string | undefined {
  const secret = decodeURIComponent(location.hash.slice(1));
  if (secret !== '') {
    history.replaceState(null, '', location.pathname);
    store(secret);
    return secret;
  }
  try {
    return sessionStorage.getItem(NAME) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Forgets it: it was used, or is of no use. */
export function forgetSecret(): void {
  store(undefined);
}

function store(secret: string | undefined): void {
  try {
    if (secret === undefined) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, secret);
  } catch {
    // Storage is switched off. A reload then needs the link again.
  }
}
