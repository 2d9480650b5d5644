import ts from 'typescript';

/** Attributes whose values people read or hear, and properties of elements in templates. */
const SHOWN =
  /^\.?(aria-(label|description|roledescription|valuetext)|title|placeholder|alt|label|headline|heading|note|hint)$/i;
/** Members of objects that hold what people read. */
const SHOWN_MEMBER = /^(label|headline|note|spoken)$/;

/** Calls whose words are for the browser, or are only looked for. */
const FOR_THE_BROWSER =
  /^(query(Selector)?(All)?|closest|matchMedia|matches|setAttribute|setRequestHeader|split|startsWith|endsWith|includes)$/;

/** Errors that nobody reads but who looks for a fault. The message of a Problem is shown. */
const FAULT = /^(super|Error|DOMException|Unreachable|Refusal)$/;

/** A single letter is what is printed on a key. */
const WORD = /\p{L}\p{M}*\p{L}/u;
/** Words or values with a blank between them; a value stands as a digit. */
const SEVERAL_WORDS = /[\p{L}\p{N}][.,:;!?…’”)]* +[“‘(]?\p{L}\p{L}|\p{L}\p{L}[.,:;!?…’”)]* +[“‘(]?[\p{L}\p{N}]/u;
/** One word as it stands on a button: "Copied", "Saving…". */
const CAPITALIZED = /^\p{Lu}\p{Ll}+[.…:!?]?$/u;

/**
 * The words for people that a source has itself, each as "file:line: words": in the text and the shown attributes of templates,
 * in literals that may come to stand there, and in any other literal that reads like a text.
 */
export function textsIn(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const done = new Set<ts.Node>();

  const report = (node: ts.Node, words: string) => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push(`${file}:${line}: ${words.trim().replace(/\s+/g, ' ')}`);
  };

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'css') return;
    if (ts.isTaggedTemplateExpression(node) && /^(html|svg)$/.test(node.tag.getText())) template(node.template);
    else {
      if (ts.isPropertyAssignment(node) && SHOWN_MEMBER.test(node.name.getText()))
        values(node.initializer).forEach(show);
      if (isLiteral(node) && !done.has(node) && !isForTheBrowser(node) && readsLikeText(wordsOf(node)))
        report(node, wordsOf(node));
      node.forEachChild(visit);
    }
  };

  /** Any word is a text where it is shown. */
  const show = (node: Literal): void => {
    done.add(node);
    if (WORD.test(wordsOf(node))) report(node, wordsOf(node));
  };

  const template = (node: ts.TemplateLiteral): void => {
    const reader = new TemplateReader();
    const [head, spans] = ts.isTemplateExpression(node) ? [node.head, node.templateSpans] : [node, []];
    reader.read(head.text).forEach((words) => report(head, words));
    for (const {expression, literal} of spans) {
      // What an attribute that is not shown is given directly is a class, a role or an id.
      if (reader.isShown) values(expression).forEach(show);
      else values(expression).forEach((value) => done.add(value));
      visit(expression);
      reader.read(literal.text).forEach((words) => report(literal, words));
    }
  };

  visit(tree);
  return found;
}

type Literal = ts.StringLiteralLike | ts.TemplateExpression;

function isLiteral(node: ts.Node): node is Literal {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

/** What a literal says, with a digit in place of each value. */
function wordsOf(node: Literal): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  return [node.head.text, ...node.templateSpans.map(({literal}) => literal.text)].join('0');
}

function readsLikeText(words: string): boolean {
  return WORD.test(words) && (SEVERAL_WORDS.test(words) || CAPITALIZED.test(words));
}

/** The literals that an expression may come to. */
function values(node: ts.Expression): Literal[] {
  if (isLiteral(node)) return [node];
  if (ts.isParenthesizedExpression(node)) return values(node.expression);
  if (ts.isConditionalExpression(node)) return [...values(node.whenTrue), ...values(node.whenFalse)];
  if (ts.isBinaryExpression(node) && /^(\?\?|\|\||&&|\+)$/.test(node.operatorToken.getText()))
    return [...values(node.left), ...values(node.right)];
  return [];
}

/** Whether a literal is no text because of what takes it: a comparison, the browser, or an error that reports a fault. */
function isForTheBrowser({parent}: ts.Node): boolean {
  if (ts.isCaseClause(parent)) return true;
  if (ts.isBinaryExpression(parent)) return /^([!=]==|in)$/.test(parent.operatorToken.getText());
  if (ts.isPropertyAccessExpression(parent)) return FOR_THE_BROWSER.test(parent.name.text);
  if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return false;
  const called = parent.expression;
  const name = ts.isPropertyAccessExpression(called) ? called.name.text : called.getText();
  return FOR_THE_BROWSER.test(name) || FAULT.test(name);
}

/** Reads the HTML of a template piece by piece, as far as its values leave it open. */
class TemplateReader {
  #place: 'text' | 'tag' | 'value' = 'text';
  #attribute = '';
  #quote = '';
  #words = '';

  /** Whether a value that stood here would be read or heard. */
  get isShown(): boolean {
    return this.#place === 'text' || (this.#place === 'value' && SHOWN.test(this.#attribute));
  }

  /** The texts of the next piece. */
  read(piece: string): string[] {
    const texts: string[] = [];
    for (const character of piece) texts.push(...this.#take(character));
    return [...texts, ...this.#end()];
  }

  #take(character: string): string[] {
    if (this.#place === 'text') {
      if (character === '<') return this.#go('tag');
    } else if (this.#quote === '' && character === '>') return this.#go('text');
    else if (this.#quote === '' && /\s/.test(character)) return this.#go('tag');
    else if (this.#place === 'tag') {
      if (character === '=') return this.#go('value');
      this.#attribute += character;
      return [];
    } else if (this.#quote === '' && /["']/.test(character)) {
      this.#quote = character;
      return [];
    } else if (character === this.#quote) return this.#go('tag');
    this.#words += character;
    return [];
  }

  #go(place: 'text' | 'tag' | 'value'): string[] {
    const texts = this.#end();
    if (place !== 'value') this.#attribute = '';
    this.#quote = '';
    this.#place = place;
    return texts;
  }

  #end(): string[] {
    const words = this.#words;
    this.#words = '';
    return this.isShown && WORD.test(words) ? [words] : [];
  }
}
