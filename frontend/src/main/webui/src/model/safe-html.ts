import {texts} from '../texts.js';
import {shortAddress} from './images.js';
import {piecesOf} from './marks.js';
import {isAddressOfWeb} from './spans.js';

/** What HTML of a task may consist of: text that is arranged and emphasised, links, and images. */
export const ELEMENTS: readonly string[] =
  'a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'.split(
    ' ',
  );
export const ATTRIBUTES: readonly string[] =
  'alt colspan datetime dir href lang open reversed rowspan scope src start title'.split(' ');

/** What leads to an address is not taken over as it is. */
const ADDRESSES = ['href', 'src'];

/** What is dropped with all that stands in it, because that is no text. */
const HOLLOW =
  'script style template iframe object embed noscript noembed noframes xmp plaintext title svg math head'.split(' ');

/**
 * Takes over what is known and nothing else, as new elements. A purifier came before: this one makes sure that nothing that it
 * lets through one day comes to the page.
 */
export function confine(source: Node, page: Document): DocumentFragment {
  const confined = page.createDocumentFragment();
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) confined.append(page.createTextNode(node.nodeValue ?? ''));
    else if (node instanceof Element) confined.append(...elementOf(node, page));
  }
  return confined;
}

/** Puts marks in place of the characters below a node that nobody could see. */
export function markBelow(around: Node, page: Document): void {
  for (const node of [...around.childNodes]) {
    if (!(node instanceof Text)) markBelow(node, page);
    else if (piecesOf(node.data).some((piece) => typeof piece !== 'string'))
      node.replaceWith(...marked(node.data, page));
  }
}

function marked(text: string, page: Document): (string | Node)[] {
  return piecesOf(text).map((piece) => {
    if (typeof piece === 'string') return piece;
    const mark = page.createElement('span');
    mark.className = 'mark';
    mark.title = piece.title;
    mark.textContent = `‹${piece.sign}›`;
    return mark;
  });
}

function elementOf(source: Element, page: Document): Node[] {
  const name = source.localName.toLowerCase();
  if (HOLLOW.includes(name)) return [];
  if (name === 'img') return imageOf(source, page);
  const inner = confine(source, page);
  // What is unknown has no effect, and what stands in it is still to be read.
  if (!ELEMENTS.includes(name)) return [inner];
  const element = page.createElement(name);
  for (const {name: attribute, value} of source.attributes) {
    if (ATTRIBUTES.includes(attribute) && !ADDRESSES.includes(attribute)) element.setAttribute(attribute, value);
  }
  if (element instanceof HTMLAnchorElement) lead(element, source.getAttribute('href') ?? '');
  element.append(inner);
  return [element];
}

/** The page's own element for an image, which asks nobody but our server. */
function imageOf(source: Element, page: Document): Node[] {
  const address = source.getAttribute('src') ?? '';
  const alt = source.getAttribute('alt') ?? '';
  if (!address && !alt) return [];
  const image = page.createElement('shown-image');
  image.setAttribute('address', address);
  image.setAttribute('alt', alt);
  image.append(...texts.content.image(alt || texts.content.undescribed, shortAddress(address)));
  return [image];
}

/** Lets a link lead to the web, elsewhere, and without telling where it was. */
function lead(link: HTMLAnchorElement, address: string): void {
  if (!isAddressOfWeb(address)) return;
  link.href = address;
  link.target = '_blank';
  link.rel = 'noopener noreferrer nofollow';
  link.title ||= address;
}
