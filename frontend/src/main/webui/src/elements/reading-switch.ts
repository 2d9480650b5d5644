import type {ReactiveControllerHost} from 'lit';

import {type Reading, switched} from '../model/reading.js';
import {keepReading, storedReading} from '../reading.js';

/** Lets an element show texts as the person has them shown, and keeps it for the next page. */
export class ReadingSwitch {
  #reading = storedReading();

  constructor(private readonly host: ReactiveControllerHost) {}

  /** How texts are shown. */
  get now(): Reading {
    return this.#reading;
  }

  /** Switches one way of showing texts on or off. */
  flip(part: keyof Reading): void {
    this.#reading = switched(this.#reading, part);
    keepReading(this.#reading);
    this.host.requestUpdate();
  }
}
