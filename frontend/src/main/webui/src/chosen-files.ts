/** Files on their way from the page on which they were dropped or pasted to the page that makes a project of them. */

let waiting: readonly File[] = [];

export function leaveFiles(files: readonly File[]): void {
  waiting = files;
}

/** The files that were left, once. */
export function takeFiles(): readonly File[] {
  const taken = waiting;
  waiting = [];
  return taken;
}
