/** What texts of tasks stand in. */
const TEXTS = 'shown-content, diff-text, html-text, .lsf-header';
/** What stands in texts and is none: what the page adds, and what is folded. */
const NOT_TEXT = 'button, summary, style, annotation, .unseen, .language, [role=status], details:not([open])';
const BLOCKS = 'p, div, li, ol, ul, pre, blockquote, h1, h2, h3, h4, h5, h6, table, tr, br, hr, details, prose-text';

/** The words that are selected in the texts below an element, as they are read, one line for each of theirs; empty if there are none. */
export function selectedWords(within: Element | null): string {
  if (!within) return '';
  const range = selectedRange(rootsBelow(within));
  if (!range || range.collapsed) return '';
  const lines = new Reader(range).read(within).split('\n');
  return (
    lines
      // Only code is indented by more.
      .map((line) => line.replace(/^ (?! )/, '').trimEnd())
      .filter((line) => line !== '')
      .join('\n')
  );
}

/** Older ways in which browsers tell what is selected inside shadow roots. */
interface OlderSelection {
  /** Safari before 18 takes the roots one by one. */
  getComposedRanges: (...roots: ShadowRoot[]) => StaticRange[];
}
interface OlderRoot {
  /** Chromium before 137 asks each root for what is selected in it. */
  getSelection?: () => Selection | null;
}

/** What is selected, also where it begins or ends in one of the shadow roots. Other browsers than ours know no more than the host. */
function selectedRange(roots: readonly ShadowRoot[]): AbstractRange | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  if (typeof (selection as Partial<Selection>).getComposedRanges === 'function') {
    try {
      return selection.getComposedRanges({shadowRoots: [...roots]})[0];
    } catch {
      return (selection as unknown as OlderSelection).getComposedRanges(...roots)[0];
    }
  }
  for (const root of roots) {
    const range = firstRange((root as OlderRoot).getSelection?.());
    if (range && !range.collapsed && root.contains(range.startContainer)) return range;
  }
  return firstRange(selection);
}

function firstRange(selection: Selection | null | undefined): Range | undefined {
  return selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
}

function rootsBelow(element: Element): ShadowRoot[] {
  const root = element.shadowRoot;
  const children = [...element.children, ...(root?.children ?? [])];
  return [...(root ? [root] : []), ...children.flatMap(rootsBelow)];
}

/** Reads what is between the ends of a range, in the order in which it is seen. A range itself cannot reach into shadow roots. */
class Reader {
  #words = '';
  #isInside = false;

  constructor(private readonly range: AbstractRange) {}

  read(element: Element): string {
    this.#element(element, false, false);
    return this.#words;
  }

  #element(element: Element, isText: boolean, isWritten: boolean): void {
    const reads = (isText || element.matches(TEXTS)) && !element.matches(NOT_TEXT);
    const written = isWritten || element.matches('pre');
    const isBlock = reads && element.matches(BLOCKS);
    if (isBlock) this.#add('\n');
    if (element instanceof HTMLSlotElement && element.assignedNodes().length > 0) {
      for (const node of element.assignedNodes()) this.#at(node, reads, written);
    } else {
      const around = element.shadowRoot ?? element;
      for (const node of around.childNodes) this.#at(node, reads, written);
      this.#pass(around, around.childNodes.length);
    }
    if (isBlock) this.#add('\n');
    else if (element.matches('td, th')) this.#add(' ');
  }

  #at(node: Node, reads: boolean, isWritten: boolean): void {
    const {parentNode} = node;
    if (parentNode) this.#pass(parentNode, [...parentNode.childNodes].indexOf(node as ChildNode));
    if (node instanceof Element) this.#element(node, reads, isWritten);
    else if (node instanceof Text) this.#text(node, reads, isWritten);
  }

  #text(node: Text, reads: boolean, isWritten: boolean): void {
    const {startContainer, startOffset, endContainer, endOffset} = this.range;
    const from = node === startContainer ? startOffset : this.#isInside ? 0 : node.data.length;
    const words = node.data.slice(from, node === endContainer ? endOffset : undefined);
    if (node === startContainer) this.#isInside = true;
    // Between elements there are line ends that nobody sees.
    if (reads) this.#add(isWritten || words.trim() !== '' ? words : words && ' ');
    if (node === endContainer) this.#isInside = false;
  }

  #pass(container: Node, offset: number): void {
    const {startContainer, startOffset, endContainer, endOffset} = this.range;
    if (container === startContainer && offset === startOffset) this.#isInside = true;
    if (container === endContainer && offset === endOffset) this.#isInside = false;
  }

  #add(words: string): void {
    // The slice of the text in which the range ends is read while it is inside.
    if (this.#isInside) this.#words += words;
  }
}
