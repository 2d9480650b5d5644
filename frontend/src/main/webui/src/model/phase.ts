import type {Judgement, Task} from '../api.js';
import type {Past, Went} from './history.js';
import type {Lack} from './lease-supply.js';

/** What the annotator sees: a task, or why there is none. */
export type Phase =
  | {
      kind: 'judging';
      task: Task;
      expired: boolean;
      /** What was said before, where the annotator has gone back. */
      previous: Judgement | undefined;
      /** Whether it may be said otherwise now. */
      mayChange: boolean;
    }
  | Lack;

/** What came of going back. `unsent` if what was judged last has yet to reach the server, which cannot show it until then. */
export type Undone = Went | 'unsent';

/** What is seen of a task that was judged before. */
export function phaseOf({task, judgement, mayChange}: Past): Extract<Phase, {kind: 'judging'}> {
  return {kind: 'judging', task, expired: false, previous: judgement, mayChange};
}
