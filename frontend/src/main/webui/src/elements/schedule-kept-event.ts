/** Fired when a schedule was added or changed. */
export class ScheduleKeptEvent extends Event {
  static readonly type = 'schedule-kept';

  constructor(readonly title: string) {
    super(ScheduleKeptEvent.type);
  }
}
