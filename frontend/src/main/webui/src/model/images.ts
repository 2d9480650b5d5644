/** So much of an image's address is shown: one that holds the image itself is of no use to read. */
const ADDRESS_MAX = 300;

/**
 * The address of an image as the server is to be asked for it; undefined if it begins with none of the sources, each of which has a
 * slash at its end. The server decides: this only spares a question whose answer is known.
 */
export function shownAddressOf(address: string, sources: readonly string[]): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  url.hash = '';
  if (url.username || url.password) return undefined;
  const path = `${url.origin}${url.pathname}/`;
  return sources.some((source) => path.startsWith(source)) ? url.href : undefined;
}

/** As much of an image's address as can be read. */
export function shortAddress(address: string): string {
  return address.length > ADDRESS_MAX ? `${address.slice(0, ADDRESS_MAX)}…` : address;
}
