import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Where an item would come to stand: before the ranked item of that index, counted without itself; or in the pool. */
export type Target = {list: 'ranked'; index: number} | {list: 'pool'};

export interface DragPorts {
  /** The places of the ranked items on the screen, without the one that is dragged, and the top of the pool. */
  measure: (item: number) => {ranked: DOMRect[]; poolTop: number};
  dropped: (item: number, target: Target) => void;
}

/** A press that travels less than this, in pixels, is a click. */
const TRAVEL_MIN = 5;

/** Follows a pointer that drags an item, and says where it would fall. Esc lets the item go back. */
export class OrderDrag implements ReactiveController {
  item: number | undefined;
  target: Target | undefined;
  /** How far the pointer has gone down, in pixels. */
  travel = 0;

  #following: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly ports: DragPorts,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  /** Follows a press on an item until it ends. */
  begin(press: PointerEvent, item: number): void {
    this.#end();
    this.#following = new AbortController();
    const {signal} = this.#following;
    window.addEventListener('pointermove', (event) => this.#move(press, event, item), {signal});
    window.addEventListener('pointerup', (event) => this.#drop(press, event), {signal});
    window.addEventListener('pointercancel', () => this.#end(), {signal});
    window.addEventListener('blur', () => this.#end(), {signal});
    window.addEventListener('keydown', (event) => this.#cancel(event), {signal, capture: true});
  }

  #move(press: PointerEvent, event: PointerEvent, item: number): void {
    if (event.pointerId !== press.pointerId) return;
    const travel = event.clientY - press.clientY;
    if (this.item === undefined && Math.hypot(travel, event.clientX - press.clientX) < TRAVEL_MIN) return;
    event.preventDefault();
    const {ranked, poolTop} = this.ports.measure(item);
    this.item = item;
    this.travel = travel;
    this.target =
      event.clientY >= poolTop
        ? {list: 'pool'}
        : {list: 'ranked', index: ranked.filter(({top, height}) => top + height / 2 < event.clientY).length};
    this.host.requestUpdate();
  }

  #drop(press: PointerEvent, event: PointerEvent): void {
    if (event.pointerId !== press.pointerId) return;
    const {item, target} = this;
    this.#end();
    if (item !== undefined && target) this.ports.dropped(item, target);
  }

  #cancel(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.item === undefined) return;
    event.stopPropagation();
    event.preventDefault();
    this.#end();
  }

  #end(): void {
    this.#following?.abort();
    this.item = undefined;
    this.target = undefined;
    this.travel = 0;
    this.host.requestUpdate();
  }
}
