import type {Run} from './difference.js';

/**
 * Cuts a text into parts of about a length, each of whole lines, which are laid out one by one. No character is lost. The
 * parts are the same for the same runs, so that who shows more of them can tell what has not changed.
 */
export function partsOfRuns(runs: readonly Run[], length: number): Run[][] {
  let part: Run[] = [];
  const parts = [part];
  let room = length;
  const cut = () => {
    part = [];
    parts.push(part);
    room = length;
  };
  for (const run of runs) {
    let {text, first} = run;
    for (let end = lineEnd(text, room); end > 0; end = lineEnd(text, room)) {
      part.push({...run, text: text.slice(0, end), first});
      text = text.slice(end);
      first = false;
      cut();
    }
    if (text !== '' || first) part.push({...run, text, first});
    room -= text.length;
  }
  return parts.filter((one) => one.length > 0);
}

/** Where the line ends that goes on when there is no more room; 0 if it does not end in this text. */
function lineEnd(text: string, room: number): number {
  return text.length > room ? text.indexOf('\n', Math.max(0, room)) + 1 : 0;
}
