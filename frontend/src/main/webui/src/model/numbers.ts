/** Numbers as people read them. They follow the browser's locale; words follow the language that the page is written in. */

/** The language of the page's words (src/texts.ts). */
const LANGUAGE = 'en';

/** As many digits as a number has. */
const DIGITS = {maximumFractionDigits: 20};

const NUMBERS = new Intl.NumberFormat(undefined, DIGITS);
const PLAIN_NUMBERS = new Intl.NumberFormat(undefined, {...DIGITS, useGrouping: false});
const PLURALS = new Intl.PluralRules(LANGUAGE);
const LISTS = new Intl.ListFormat(LANGUAGE, {type: 'conjunction'});

/** A word or a sentence for each kind of count that the language has. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & {other: string};

/** A number to be read, such as "1,312". */
export function spokenNumber(value: number): string {
  return NUMBERS.format(value);
}

/** A number as it may be typed: without signs between thousands. */
export function plainNumber(value: number): string {
  return PLAIN_NUMBERS.format(value);
}

/** The form that goes with a count. */
export function plural(count: number, forms: Forms): string {
  return forms[PLURALS.select(count)] ?? forms.other;
}

/** The count and the form that goes with it, such as "2 judgements". */
export function counted(count: number, forms: Forms): string {
  return `${spokenNumber(count)} ${plural(count, forms)}`;
}

/** Several words in a sentence, such as "1, 2, and 3". */
export function spokenList(words: readonly string[]): string {
  return LISTS.format(words);
}
