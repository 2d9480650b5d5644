/** Browsers let no more than 64 KiB outlive a page, over all requests that are under way. This leaves some to others. */
const BYTES_MAX = 50_000;

/**
 * Sends a request that goes on when the page is closed, as far as the browser lets it: one that is too large, or for which
 * others leave no room, is sent as any other.
 */
export async function fetchLasting(path: string, init: RequestInit): Promise<Response> {
  if (bytesOf(init.body) >= BYTES_MAX) return fetch(path, init);
  try {
    return await fetch(path, {...init, keepalive: true});
  } catch (failure) {
    // The browser says the same when it refuses to and when the server is away.
    if (failure instanceof TypeError) return fetch(path, init);
    throw failure;
  }
}

function bytesOf(body: RequestInit['body']): number {
  return typeof body === 'string' ? new TextEncoder().encode(body).length : 0;
}
