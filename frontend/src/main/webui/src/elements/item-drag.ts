import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Where an item would come to stand: in that list, before the item of that index, counted without itself. */
export interface Target {
  list: string;
  index: number;
}

/** A list that items can be dropped in, as it is on the screen. */
export interface DropList {
  name: string;
  box: DOMRect;
  /** Its items from top to bottom, without the one that is dragged. */
  items: DOMRect[];
}

export interface DragPorts {
  measure: (item: number) => DropList[];
  dropped: (item: number, target: Target) => void;
}

/** A press that travels less than this, in pixels, is a click. */
const TRAVEL_MIN = 5;

/** Follows a pointer that drags an item, and says where it would fall. Esc lets the item go back. */
export class ItemDrag implements ReactiveController {
  item: number | undefined;
  target: Target | undefined;
  /** How far the pointer has gone to the right and down, in pixels. */
  travel = {x: 0, y: 0};

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
    const travel = {x: event.clientX - press.clientX, y: event.clientY - press.clientY};
    if (this.item === undefined && Math.hypot(travel.x, travel.y) < TRAVEL_MIN) return;
    event.preventDefault();
    this.item = item;
    this.travel = travel;
    this.target = targetAt(event, this.ports.measure(item));
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
    this.travel = {x: 0, y: 0};
    this.host.requestUpdate();
  }
}

/** The place in the list that the pointer is on, or else is next to. */
function targetAt(pointer: PointerEvent, lists: readonly DropList[]): Target | undefined {
  const [nearest] = [...lists].sort((one, other) => distance(pointer, one.box) - distance(pointer, other.box));
  if (!nearest) return undefined;
  const index = nearest.items.filter(({top, height}) => top + height / 2 < pointer.clientY).length;
  return {list: nearest.name, index};
}

function distance({clientX, clientY}: PointerEvent, box: DOMRect): number {
  return Math.hypot(
    Math.max(box.left - clientX, 0, clientX - box.right),
    Math.max(box.top - clientY, 0, clientY - box.bottom),
  );
}
