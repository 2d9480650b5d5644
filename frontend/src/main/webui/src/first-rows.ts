import {send} from './requests.js';

/** The beginning of a file. */
export interface FirstRows {
  /** Its first lines. A line that is very long ends with an ellipsis. */
  lines: string[];
  /** Whether the file goes on behind them. */
  isCut: boolean;
  /** Why the file has no rows, in a sentence; empty if it has some. */
  whyEmpty: string;
}

/** A line of a file may be as long as a task. */
const SHOWN_MAX = 2_000;

/** So much of a file is read for its first lines, in characters. */
const READ_MAX = 2_000_000;

/** Reads the first lines of a file, and then no more of it. Throws what `send` throws. */
export async function firstRows(path: string, most: number, signal?: AbortSignal): Promise<FirstRows> {
  const response = await send(path, {signal});
  const whyEmpty = response.headers.get('Prefstream-Empty') ?? '';
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader) {
    const {done, value} = await reader.read();
    if (done) break;
    text += value;
    const beginning = beginningOf(text, most);
    const isCut = beginning.isCut || text.length > READ_MAX;
    if (!isCut) continue;
    await reader.cancel();
    return {...beginning, isCut, whyEmpty};
  }
  return {...beginningOf(text, most), whyEmpty};
}

function beginningOf(text: string, most: number): {lines: string[]; isCut: boolean} {
  const lines = text.replace(/\n$/, '').split('\n');
  return {lines: lines.slice(0, most).map(shown), isCut: lines.length > most};
}

const shown = (line: string): string => (line.length > SHOWN_MAX ? `${line.slice(0, SHOWN_MAX)}…` : line);
