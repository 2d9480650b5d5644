import {outlineOf} from './outline.js';

const REASON = 'reason';
const END = /[ \t]*<\/View\s*>\s*$/i;

/**
 * A configuration that asks for a reason in words besides.
 *
 * @returns undefined where it asks for words already, and where it shows nothing yet that a reason could be about
 */
export function withReason(xml: string): string | undefined {
  const tags = outlineOf(xml);
  const shown = tags.find(({name, toName}) => name !== '' && toName === '');
  const end = END.exec(xml);
  if (!shown || !end || tags.some(({tag}) => tag.toLowerCase() === 'textarea')) return undefined;
  const names = new Set(tags.map(({name}) => name));
  const name = [REASON, ...tags.map((_, at) => `${REASON}_${at + 2}`)].find((free) => !names.has(free)) ?? REASON;
  const before = xml.slice(0, end.index).trimEnd();
  return `${before}\n  <TextArea name="${name}" toName="${shown.name}" rows="2"/>\n${end[0].trim()}`;
}
