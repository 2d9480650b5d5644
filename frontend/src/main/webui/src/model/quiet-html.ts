import {ATTRIBUTES, ELEMENTS} from './safe-html.js';

/** Comments; elements whose content is no markup, with it; and beginnings of all others. What is not ended goes on to the end. */
const PIECE =
  /<!--[^]*?(?:-->|$)|<(script|style|xmp|iframe|noembed|noframes|title|textarea)(?=[\s/>])((?:[^<>"']|"[^"]*"|'[^']*')*)>(?:([^]*?)<\/\1(?=[\s/>])[^>]*>|([^]*)$)|<([a-z][^\s/<>]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s/<>="'][^\s/<>=]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>][^\s<>]*))?/g;

/**
 * HTML without the attributes and style sheets that are not shown anyway. Whatever parses HTML in a browser reports them as
 * violations of the page's policy, even where nothing is done with them, and whoever reads such reports has to believe them.
 * It makes nothing safe: a purifier comes behind it. What it does not recognise stays as it is.
 */
export function quiet(source: string): string {
  return source.replace(
    PIECE,
    (
      piece: string,
      whole: string | undefined,
      _: string,
      content: string | undefined,
      rest: string | undefined,
      name: string | undefined,
      attributes: string,
    ) => {
      if (name !== undefined) return `<${name}${kept(name, attributes)}>`;
      if (whole === undefined) return piece;
      // A sheet that is not ended has what stands behind it in it. Another element that is not shown holds the same, and is no sheet.
      if (rest !== undefined) return /^style$/i.test(whole) ? `<noembed>${rest}` : piece;
      // Of these, a box to write in is the only one whose content people see.
      return /^textarea$/i.test(whole) ? `<${whole}>${content ?? ''}</${whole}>` : '';
    },
  );
}

function kept(element: string, attributes: string): string {
  const shown = ELEMENTS.includes(element.toLowerCase()) ? [...attributes.matchAll(ATTRIBUTE)] : [];
  const known = shown.filter(([, name = '']) => ATTRIBUTES.includes(name.toLowerCase()));
  // In pictures and formulas a slash ends the element.
  return known.map(([attribute]) => ` ${attribute}`).join('') + (attributes.endsWith('/') ? '/' : '');
}
