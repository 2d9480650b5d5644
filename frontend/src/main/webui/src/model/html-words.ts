/** Elements that begin and end a line, and one that is no more than a line's end. */
const LINES = new Set(
  'address article aside blockquote br caption center dd details dl dt div figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
/** Elements that no browser shows which knows what stands beside them. */
const UNSEEN = new Set(['rp']);

/** The words of HTML as they are read: a line for each block, spaces as a browser shows them. */
export function readableOf(root: Node): string {
  return new HtmlReader().read(root);
}

class HtmlReader {
  readonly #pieces: string[] = [];
  #isAtStart = true;
  #hasSpace = false;

  read(root: Node): string {
    this.#inside(root, false);
    return this.#pieces.join('').trimEnd();
  }

  #inside(around: Node, isWritten: boolean): void {
    for (const node of around.childNodes) {
      if (node instanceof Text) this.#text(node.data, isWritten);
      else if (node instanceof Element) this.#element(node, isWritten);
    }
  }

  #element(element: Element, isWritten: boolean): void {
    const name = element.localName;
    if (UNSEEN.has(name)) return;
    if (LINES.has(name)) this.#endLine();
    this.#inside(element, isWritten || name === 'pre');
    if (LINES.has(name)) this.#endLine();
    else if (CELLS.has(name)) this.#hasSpace = true;
  }

  #text(text: string, isWritten: boolean): void {
    if (isWritten) {
      this.#add(text);
      return;
    }
    text.split(/[ \t\n\r\f]+/).forEach((word, i) => {
      if (i > 0) this.#hasSpace = true;
      this.#add(word);
    });
  }

  #add(words: string): void {
    if (words === '') return;
    if (this.#hasSpace && !this.#isAtStart) this.#pieces.push(' ');
    this.#pieces.push(words);
    this.#hasSpace = false;
    this.#isAtStart = words.endsWith('\n');
  }

  #endLine(): void {
    if (!this.#isAtStart) this.#pieces.push('\n');
    this.#isAtStart = true;
    this.#hasSpace = false;
  }
}
