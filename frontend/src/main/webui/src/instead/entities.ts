import {characterOf} from '../model/characters.js';
import {parts} from '../parts.js';

/**
 * Stands in for what the parser asks about names of characters (vite.config.ts). Common ones are known here; the table with the
 * two thousand others is a part that is loaded later, and a text with such a name waits for it.
 *
 * @param reference a name with its signs, such as `&rarr;`
 * @returns the character; the name as it was if it is none
 */
export function decodeHTMLStrict(reference: string): string {
  return characterOf(reference) ?? parts.names.loaded?.decodeHTMLStrict(reference) ?? reference;
}
