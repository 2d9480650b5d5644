import {describe, expect, it} from 'vitest';

import {parts} from '../src/parts.js';
import type {Control, Shown} from '../src/shown.js';
import {partsOf} from '../src/task-parts.js';
import {boxOf, compared, control, layoutOf, lease} from './fakes.js';

const PAIR = control('comparison', 'preference');

const shownOf = (asks: Partial<Shown>) => lease(1, asks).shown;

function needed(controls: Control[], asConfigured = false) {
  const layout = asConfigured ? {...layoutOf(boxOf('comparison')), as_configured: true} : null;
  return partsOf({shown: shownOf({controls}), layout}).needed;
}

describe('partsOf', () => {
  it('needs nothing for a pair alone', () => {
    expect(needed([PAIR])).toEqual([]);
    expect(partsOf({shown: shownOf({controls: [PAIR]}), layout: null}).wished).toEqual([]);
  });

  it('needs the fields where more is asked, also if it is a second pair', () => {
    const second = control('second', 'preference');
    const two = shownOf({controls: [PAIR, second], comparisons: [compared('comparison'), compared('second')]});
    expect(needed([PAIR, control('why', 'words')])).toEqual([parts.fields]);
    expect(needed([control('why', 'words')])).toEqual([parts.fields]);
    expect(partsOf({shown: two, layout: null}).needed).toEqual([parts.fields]);
  });

  it('needs the layout of the author where it is used', () => {
    expect(needed([PAIR], true)).toEqual([parts.authored]);
  });

  it('waits for the names of characters where a text has a rare one', () => {
    const part = {name: 'prompt', caption: false, text: 'a &boxplus; b &rarr; c', repeats: []};
    expect(partsOf({shown: shownOf({controls: [PAIR], parts: [part]}), layout: null}).wished).toEqual([parts.names]);
  });
});
