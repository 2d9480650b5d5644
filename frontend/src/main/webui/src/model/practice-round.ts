import type {Lease, Progress} from '../api.js';
import {Unreachable} from '../requests.js';
import type {Entry, Receipt} from './outbox.js';
import {LESSONS, type Lesson} from './practice-lessons.js';
import type {SessionPorts} from './session-ports.js';

/** Plays the server for a practice round: it holds the prepared comparisons, and nothing leaves the page. */
export class PracticeRound {
  /** Whether they were skipped, by the lease of what was judged. */
  readonly #judged = new Map<string, boolean>();

  /** Whether each comparison was judged. */
  get isDone(): boolean {
    return this.#judged.size === LESSONS.length;
  }

  readonly api: SessionPorts['api'] = {
    leases: (_projectId, count, known) => {
      const left = LESSONS.map(leaseOf).filter(({id}) => !this.#judged.has(id) && !known.includes(id));
      return Promise.resolve({leases: left.slice(0, count), known: [], layout: null, progress: this.#progress()});
    },
    heartbeat: ({expires_at}) => Promise.resolve({expires_at}),
    handBack: () => Promise.resolve(new Response()),
    draft: () => Promise.resolve(new Response()),
    judgements: () => Promise.resolve({judgements: [], next: null}),
    judgement: () => Promise.reject(new Unreachable('There is nothing earlier in a practice round.')),
  };

  /** Takes a verdict as the server would. */
  readonly take = ({leaseId, verdict}: Entry): Promise<Receipt> => {
    if (leaseId !== undefined) this.#judged.set(leaseId, verdict?.outcome === 'skip');
    return Promise.resolve({progress: this.#progress()});
  };

  #progress(): Progress {
    const mine = this.#judged.size;
    const skipped = [...this.#judged.values()].filter(Boolean).length;
    return {mine, skipped, finished: mine, total: LESSONS.length};
  }
}

function leaseOf({prompt, answers}: Lesson, at: number): Lease {
  const repeated = {repeats: []};
  const pair = {asks: 'preference' as const, about: ['answer1', 'answer2'], choices: [], multiple: false, stars: 0};
  return {
    id: `practice-${at + 1}`,
    token: 0,
    task_id: at + 1,
    inner_id: at + 1,
    expires_at: '',
    heartbeat_seconds: 60,
    layout: null,
    shown: {
      parts: [{name: 'prompt', caption: false, text: prompt, ...repeated}],
      comparisons: [{control: 'comparison', objects: pair.about, slots: answers.map((text) => ({text}))}],
      controls: [{name: 'comparison', ...pair, required: false, ...repeated}],
      allows: ['preference', 'tie', 'both_bad', 'cannot_judge', 'skip'],
      demanded: [],
      strength: false,
      ask_skip_reason: false,
      may_be_empty: false,
      follows_layout: false,
    },
  };
}
