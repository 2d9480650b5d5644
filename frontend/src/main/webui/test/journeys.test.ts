// @vitest-environment happy-dom
import {afterEach, describe, expect, it} from 'vitest';

import type {Project, User} from '../src/api.js';
import {forgetJourney, journeyOf, journeys, rememberJourney} from '../src/journeys.js';

const user = (id: number) => ({id, email: `p${id}@example.org`}) as User;
const project = (id: number) => ({id, title: `Project ${id}`}) as Project;

describe('journeys', () => {
  afterEach(() => localStorage.clear());

  it('are remembered by person and project until they end', () => {
    rememberJourney({user: user(1), project: project(7)});
    rememberJourney({user: user(1), project: project(8)});
    rememberJourney({user: user(1), project: {...project(7), title: 'Renamed'}});

    expect(journeys()).toHaveLength(2);
    expect(journeyOf(1, 7)?.project.title).toBe('Renamed');
    expect(journeyOf(2, 7)).toBeUndefined();

    forgetJourney(1, 7);
    expect(journeys().map(({project: {id}}) => id)).toEqual([8]);
    forgetJourney(1, 8);
    expect(localStorage.length).toBe(0);
  });

  it.each(['{', '{}', '[null, 1, {"user": {}}]', '"x"'])('are none where something else was written: %s', (written) => {
    localStorage.setItem('prefstream.journeys', written);

    expect(journeys()).toEqual([]);
  });
});
