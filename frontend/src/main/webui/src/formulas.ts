import temml from 'temml';

import {FORMULA_MAX} from './model/formulas.js';

/** A part of a formula as MathML, in plain data. */
export interface MathPart {
  name: string;
  attributes: Record<string, string>;
  styles: Record<string, string>;
  inside: (MathPart | string)[];
}

/** What the library makes of TeX. Its types do not say so. */
interface Node {
  type?: unknown;
  text?: unknown;
  attributes?: Record<string, unknown>;
  style?: Record<string, unknown>;
  classes?: unknown[];
  children?: Node[];
}

const NAMES = new Set(
  'math mrow mi mn mo ms mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mmultiscripts mprescripts none mtable mtr mtd mstyle mpadded menclose'.split(
    ' ',
  ),
);
/** No colours and no sizes: they could hide what is written. */
const ATTRIBUTES = new Set(
  'display displaystyle scriptlevel width height depth lspace rspace voffset stretchy symmetric fence form separator largeop movablelimits minsize maxsize accent accentunder linethickness mathvariant columnalign rowspacing notation'.split(
    ' ',
  ),
);
const STYLES =
  /^(padding|border|font-weight|font-style|text-align|math-depth|display|width|height|white-space)(-(left|right|top|bottom))?$/;
/** What defines, names, links, loads or hides, or writes a character by its number. None of it is needed to be read. */
const REFUSED =
  /\\(?:[gex]?def|let|futurelet|(?:re|provide)?newcommand|renewcommand|providecommand|global|long|edef|csname|expandafter|noexpand|href|url|html\w*|class|id|style|data|includegraphics|label|(?:eq)?ref|[hv]?phantom|char|unicode|kern|mkern|mskip|hskip|hspace|raisebox|rule|toggle)(?![a-zA-Z])/;
/** Nested deeper, a formula could neither be read nor laid out. */
const DEPTH_MAX = 40;
const PARTS_MAX = 4_000;
/** The smallest space that is used to set formulas, in em. More would put one character over another. */
const SPACE_MIN = -0.5;
/** What nobody could see, but for what MathML says by such characters itself. */
const HIDDEN = /(?![\u2061-\u2064]|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}|[\p{Cc}\p{Cs}\u2028\u2029]/u;

const OPTIONS = {throwOnError: true, trust: false, strict: false, annotate: false, maxExpand: 200};

/**
 * Reads TeX. Undefined if it is no TeX that the library knows, or if it could do more than show a formula: its source is
 * shown then.
 */
export function formulaPart(tex: string, display: boolean): MathPart | undefined {
  if (tex.length > FORMULA_MAX || REFUSED.test(tex) || HIDDEN.test(tex.replace(/\s/g, ' ')) || isDeep(tex))
    return undefined;
  try {
    const settings = {...OPTIONS, displayMode: display, maxSize: [10, 100] as [number, number], macros: {}};
    const tree = temml.__renderToMathMLTree(tex, settings) as Node;
    return new Copy().part(tree, 0);
  } catch {
    // What it does not know, it throws for.
    return undefined;
  }
}

function isDeep(tex: string): boolean {
  let depth = 0;
  for (const [sign] of tex.matchAll(/\\.|[{}]/gs)) {
    if (sign === '{') depth++;
    else if (sign === '}') depth--;
    if (depth > DEPTH_MAX) return true;
  }
  return false;
}

/** Thrown for what is not known to be harmless. */
class Refusal extends Error {}

/** Copies what is known, one by one, and refuses the rest. */
class Copy {
  #parts = 0;

  part(node: Node, depth: number): MathPart {
    const name = String(node.type);
    if (!NAMES.has(name) || depth > DEPTH_MAX * 3 || ++this.#parts > PARTS_MAX) throw new Refusal(name);
    const classes = (node.classes ?? []).filter(Boolean).join(' ');
    return {
      name,
      attributes: {...attributesOf(node.attributes ?? {}), ...(classes ? {class: classes} : {})},
      styles: stylesOf(node.style ?? {}),
      inside: (node.children ?? []).flatMap((child) => this.#inside(child, depth + 1)),
    };
  }

  #inside(node: Node, depth: number): (MathPart | string)[] {
    if (typeof node.text === 'string') {
      if (HIDDEN.test(node.text)) throw new Refusal('hidden character');
      return [node.text];
    }
    // A fragment has children, and stands for nothing itself.
    if (node.type === undefined && !('href' in node) && !('src' in node) && node.children)
      return node.children.flatMap((child) => this.#inside(child, depth));
    return [this.part(node, depth)];
  }
}

function attributesOf(all: Record<string, unknown>): Record<string, string> {
  const known = Object.entries(all).filter(([name]) => ATTRIBUTES.has(name));
  const attributes = Object.fromEntries(known.map(([name, value]) => [name, String(value)]));
  if (Object.values(attributes).some((value) => Number.parseFloat(value) < SPACE_MIN))
    throw new Refusal('negative space');
  return attributes;
}

function stylesOf(all: Record<string, unknown>): Record<string, string> {
  const named = Object.entries(all).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    String(value),
  ]);
  return Object.fromEntries(
    named.filter(
      ([name = '', value = '']) => STYLES.test(name) && /^[\w\s.%-]*$/.test(value) && !/(^|\s)-/.test(value),
    ),
  ) as Record<string, string>;
}
