/** The beginning of a value of a task's data, of so many characters at most; what no JSON can say, such as nothing at all, is empty. */
export function sampleOf(value: unknown, most: number): string {
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  const start = Array.from(text.slice(0, 2 * most))
    .slice(0, most)
    .join('');
  return start.length < text.length ? `${start}…` : start;
}
