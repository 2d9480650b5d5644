/** A part of a text: running text in which only `code` stands out, or a block of code. */
export type Block = {kind: 'text'; spans: Span[]} | {kind: 'code'; language: string; code: string};

export interface Span {
  code: boolean;
  text: string;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*([\w+#.-]*)[^\n`]*$/;

/**
 * Finds the code in an answer. The rest of Markdown is left alone: every other character is shown as the model wrote
 * it. The result is plain data, to be shown as text nodes.
 */
export function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let text: string[] = [];
  const endText = () => {
    const joined = text.join('\n').replace(/^\n+|\n+$/g, '');
    if (joined.trim()) blocks.push({kind: 'text', spans: spansOf(joined)});
    text = [];
  };
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  // A fence that is not closed from here on will not be closed further down either, so no text is searched twice.
  const unclosed = new Map<string, number>();
  for (let i = 0; i < lines.length; i++) {
    const fence = FENCE.exec(lines[i] ?? '');
    const marks = fence?.[1] ?? '';
    const hopeless = marks.length >= (unclosed.get(marks.charAt(0)) ?? Infinity);
    const end = fence && !hopeless ? closing(lines, i + 1, marks) : -1;
    if (fence && end < 0 && !hopeless) unclosed.set(marks.charAt(0), marks.length);
    if (!fence || end < 0) {
      text.push(lines[i] ?? '');
      continue;
    }
    endText();
    blocks.push({kind: 'code', language: fence[2] ?? '', code: lines.slice(i + 1, end).join('\n')});
    i = end;
  }
  endText();
  return blocks;
}

/** The index of the line that closes a fence, or -1 if there is none and the opening is just text. */
function closing(lines: readonly string[], from: number, fence: string): number {
  const mark = fence.charAt(0);
  for (let i = from; i < lines.length; i++) {
    const line = (lines[i] ?? '').trim();
    if (line.length >= fence.length && line.startsWith(fence) && line === mark.repeat(line.length)) return i;
  }
  return -1;
}

function spansOf(text: string): Span[] {
  return text
    .split(/(`[^`\n]+`)/)
    .filter((part) => part !== '')
    .map((part) => {
      const code = part.length > 2 && part.startsWith('`') && part.endsWith('`');
      return {code, text: code ? part.slice(1, -1) : part};
    });
}
