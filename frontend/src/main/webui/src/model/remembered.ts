/** So many texts are remembered: those of one comparison or two. */
const REMEMBERED = 8;

/** Makes a function remember what it said of the last texts, for those who ask the same one after the other, or ahead. */
export function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.has(text) ? (known.get(text) as T) : find(text);
    known.delete(text);
    known.set(text, found);
    for (const oldest of known.keys()) {
      if (known.size <= REMEMBERED) break;
      known.delete(oldest);
    }
    return found;
  };
}
