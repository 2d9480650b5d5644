/** How far an arrow key scrolls, in pixels: as far as in a browser. */
const LINE = 40;

/** Scrolls an element that scrolls, or else the page, by most of what is in sight or by a line; false if it does not move. */
export function scrollBy(element: Element, command: 'page-down' | 'page-up' | 'line-down' | 'line-up'): boolean {
  const page = document.scrollingElement;
  const scroller = element.scrollHeight > element.clientHeight + 1 || !page ? element : page;
  const distance = command.startsWith('line') ? LINE : scroller.clientHeight * 0.85;
  const before = scroller.scrollTop;
  scroller.scrollBy({top: command.endsWith('down') ? distance : -distance, behavior: 'instant'});
  return scroller.scrollTop !== before;
}

/** Shows the page from its top, with nothing selected. */
export function toTop(): void {
  document.getSelection()?.removeAllRanges();
  window.scrollTo({top: 0, behavior: 'instant'});
}
