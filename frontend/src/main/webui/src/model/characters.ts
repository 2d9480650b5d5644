/** Characters that are often written by a name, which HTML and Markdown have for them. */
const COMMON = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    bull: '•',
    middot: '·',
    copy: '©',
    reg: '®',
    trade: '™',
    deg: '°',
    sect: '§',
    para: '¶',
    euro: '€',
    pound: '£',
    yen: '¥',
    cent: '¢',
    times: '×',
    divide: '÷',
    plusmn: '±',
    minus: '−',
    le: '≤',
    ge: '≥',
    ne: '≠',
    asymp: '≈',
    infin: '∞',
    sum: '∑',
    radic: '√',
    larr: '←',
    rarr: '→',
    uarr: '↑',
    darr: '↓',
    harr: '↔',
    rArr: '⇒',
    frac12: '½',
    sup2: '²',
    sup3: '³',
    check: '✓',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
  }),
);

const NAMED = /&([a-z][a-z0-9]{1,31});/gi;

/** The character that a name such as `&rarr;` stands for; undefined if it is not among the common ones. */
export function characterOf(reference: string): string | undefined {
  return COMMON.get(reference.slice(1, -1));
}

/** Whether a text names a character, or seems to, that is not among the common ones. */
export function namesRareCharacters(text: string): boolean {
  for (const [reference] of text.matchAll(NAMED)) if (characterOf(reference) === undefined) return true;
  return false;
}
