import {NOTHING_SWITCHED, type Reading} from './model/reading.js';
import {readSetting, writeSetting} from './theme.js';

const TOGETHER = 'prefstream.scroll-together';

/** How texts are shown to begin with. The browser remembers what does not depend on the texts. */
export function storedReading(): Reading {
  return {...NOTHING_SWITCHED, together: readSetting(TOGETHER) === 'on'};
}

export function keepReading({together}: Reading): void {
  writeSetting(TOGETHER, together ? 'on' : null);
}
