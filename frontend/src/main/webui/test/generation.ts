import type {Generation, Run} from '../src/generation-api.js';

/** How a project has its answers given, as the API says it. */
export const GENERATION: Generation = {
  kind: 'answers',
  enabled: true,
  base_url: 'http://models:8000/v1',
  has_key: true,
  can_keep_key: true,
  sources: [
    {
      model: 'baseline',
      temperature: 0.7,
      top_p: null,
      max_tokens: 256,
      system: '',
      seed: 0,
      input_price: 0,
      output_price: 2.5,
    },
  ],
  answers_per_prompt: 2,
  concurrency: 4,
  requests_per_minute: null,
  criterion: '',
  fields: ['answer1', 'answer2'],
  problem: null,
  awaiting: 3,
};

/** A run that goes on. */
export const RUN: Run = {
  id: 5,
  kind: 'answers',
  state: 'RUNNING',
  tasks: 10,
  done: 4,
  failed: 1,
  remaining: 5,
  tasks_per_minute: 12,
  seconds_left: 25,
  identical: 1,
  cut_off: 2,
  refused: 0,
  contradicted: 0,
  tokens_in: 1200,
  tokens_out: 3400,
  cost: 0.0085,
  models: ['baseline'],
  reason: null,
  created_at: '2026-01-01T00:00:00Z',
  put_aside: [{task: 17, reason: 'The server answers 400: <b>too long</b>'}],
};
