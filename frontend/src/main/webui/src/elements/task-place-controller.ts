import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {ALL_TASKS, type TaskPlace, addressOf, placeIn} from '../model/task-address.js';
import {NavigatedEvent, navigate} from '../navigation.js';

/** Keeps in the address what a list of tasks shows: each change goes there first, and comes from there. */
export class TaskPlaceController implements ReactiveController {
  place: TaskPlace = placeIn(location);

  #listening: AbortController | undefined;
  /** Whether going back in the history closes the task that is open. */
  #closesByBack = false;

  /** @param arrived is told of another place, and of the one before it */
  constructor(
    private readonly host: ReactiveControllerHost & {project: {id: number}},
    private readonly arrived: (former: TaskPlace) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    window.addEventListener('popstate', this.#arrive, {signal});
    window.addEventListener(NavigatedEvent.type, this.#arrive, {signal});
    this.place = placeIn(location);
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  go(change: Partial<TaskPlace>, how: 'push' | 'replace'): void {
    if (how === 'push') this.#closesByBack = false;
    navigate(addressOf(this.host.project.id, {...this.place, ...change}), how);
  }

  /** Opens a task, in place of the one that is open. */
  open(taskId: number): void {
    const isFirst = this.place.taskId === undefined;
    this.go({taskId}, isFirst ? 'push' : 'replace');
    this.#closesByBack ||= isFirst;
  }

  close(): void {
    if (this.#closesByBack) history.back();
    else this.go({taskId: undefined}, 'replace');
    this.#closesByBack = false;
  }

  readonly #arrive = () => {
    // The page is about to go away where the address is no longer that of this list.
    if (!location.pathname.startsWith(addressOf(this.host.project.id, ALL_TASKS))) return;
    const former = this.place;
    this.place = placeIn(location);
    this.host.requestUpdate();
    this.arrived(former);
  };
}
