import {send} from './requests.js';

/** The beginning of a file. */
export interface FirstRows {
  text: string;
  /** Whether the file goes on. */
  isCut: boolean;
  /** Why the file has no rows, in a sentence; empty if it has some. */
  whyEmpty: string;
}

/** A line of a file may be as long as a task. */
const CHARACTERS_MAX = 4_000;

/** Reads the first lines of a file, and then no more of it. Throws what `send` throws. */
export async function firstRows(path: string, lines: number, signal?: AbortSignal): Promise<FirstRows> {
  const response = await send(path, {signal});
  const whyEmpty = response.headers.get('Prefstream-Empty') ?? '';
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader) {
    const {done, value} = await reader.read();
    if (done) return {...beginningOf(text, lines), whyEmpty};
    text += value;
    const beginning = beginningOf(text, lines);
    if (!beginning.isCut) continue;
    await reader.cancel();
    return {...beginning, whyEmpty};
  }
  return {text, isCut: false, whyEmpty};
}

function beginningOf(text: string, lines: number): {text: string; isCut: boolean} {
  let end = -1;
  for (let line = 0; line < lines; line++) {
    const next = text.indexOf('\n', end + 1);
    if (next === -1) {
      end = text.length;
      break;
    }
    end = next;
  }
  const most = Math.min(end, CHARACTERS_MAX);
  return {text: text.slice(0, most), isCut: text.slice(most).trim() !== ''};
}
