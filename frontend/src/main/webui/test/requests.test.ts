import {expect, it} from 'vitest';

import {problemOf} from '../src/requests.js';

const answer = (body: unknown, status = 400, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {status, headers});

it('says what is wrong with each field, where the detail says only that something is', async () => {
  const problem = await problemOf(
    answer({detail: 'Validation error', validation_errors: {title: ['Too long.'], label_config: ['line 2', 'line 3']}}),
  );

  expect(problem.message).toBe('Too long.\nline 2\nline 3');
  expect(problem.status).toBe(400);
  expect(problem.fields).toEqual({title: 'Too long.', label_config: 'line 2\nline 3'});
});

it('says what the detail says, and when to come again', async () => {
  const problem = await problemOf(
    answer({type: 'https://prefstream.org/problems/lease-lost', detail: 'Somebody else has it.'}, 409, {
      'Retry-After': '3',
    }),
  );

  expect(problem).toMatchObject({message: 'Somebody else has it.', kind: 'lease-lost', retryAfterSeconds: 3});
});

it.each([null, 'text', {validation_errors: null}, {validation_errors: {}}])('makes do with %o', async (body) => {
  expect((await problemOf(answer(body, 503))).message).toContain('503');
});
