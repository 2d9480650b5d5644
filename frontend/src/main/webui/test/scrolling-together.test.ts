import {expect, it} from 'vitest';

import {type Scrollable, follow, leadLongest} from '../src/elements/scrolling-together.js';
import type {ScrolledEvent} from '../src/elements/scroll-box.js';

class Box extends EventTarget implements Scrollable {
  readonly done: string[] = [];
  constructor(readonly range: number) {
    super();
  }
  scrollToShare = (share: number) => void this.done.push(`to ${share}`);
  scrollPage = (direction: 1 | -1, byLine: boolean) => this.done.push(`by ${direction} ${byLine}`) > 0;
}

it('scrolls all others to the same part of their own range', () => {
  const boxes = [new Box(100), new Box(500), new Box(0)] as const;
  follow(boxes, {share: 0.5, composedPath: () => [boxes[1]]} as unknown as ScrolledEvent);

  expect(boxes.map((box) => box.done)).toEqual([['to 0.5'], [], ['to 0.5']]);
});

it('scrolls by a page the longest alone, which the others follow', () => {
  const boxes = [new Box(100), new Box(500)] as const;

  expect(leadLongest(boxes, -1, true)).toBe(true);
  expect(boxes.map((box) => box.done)).toEqual([[], ['by -1 true']]);
  expect(leadLongest([], 1, false)).toBe(false);
});
