import type {ScrolledEvent} from './scroll-box.js';

/** Something of which a part is in sight, and which can be scrolled. */
export interface Scrollable extends EventTarget {
  /** How far can be scrolled in all, in pixels. */
  readonly range: number;
  scrollToShare: (share: number) => void;
  scrollPage: (direction: 1 | -1, byLine: boolean) => boolean;
}

/** Scrolls all others as far as one was scrolled, each by the same part of its own range. */
export function follow(all: Iterable<Scrollable>, event: ScrolledEvent): void {
  for (const one of all) if (!event.composedPath().includes(one)) one.scrollToShare(event.share);
}

/** Scrolls by a page or a line only the one that is longest, so that nothing is passed over in those that follow it. */
export function leadLongest(all: Iterable<Scrollable>, direction: 1 | -1, byLine: boolean): boolean {
  const [longest] = [...all].sort((a, b) => b.range - a.range);
  return longest?.scrollPage(direction, byLine) ?? false;
}
