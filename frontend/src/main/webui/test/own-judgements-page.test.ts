// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, describe, expect, it, vi} from 'vitest';

import '../src/elements/own-judgements-page.js';
import type {OwnJudgementsPageElement} from '../src/elements/own-judgements-page.js';
import type {Placed, PlacedPage} from '../src/judged.js';
import {laterApi} from '../src/later-api.js';
import {runsOf} from '../src/model/placed-runs.js';
import {Problem, Unreachable} from '../src/requests.js';
import {listed, settle} from './fakes.js';
import {Inside} from './inside.js';

const HOSTILE = '<img src=x onerror=alert(1)>\u202e';

function placed(id: number, project: number, title = `Round ${project}`): Placed {
  return {project: {id: project, title}, judgement: listed(id, {outcome: 'tie', answers: {}}, {annotation_id: id})};
}

describe('runsOf', () => {
  it('keeps the order, and puts neighbours of one project together', () => {
    const runs = runsOf([placed(9, 1), placed(8, 1), placed(7, 2), placed(6, 1)]);

    expect(runs.map(({project, judgements}) => [project.id, judgements.map((one) => one.annotation_id)])).toEqual([
      [1, [9, 8]],
      [2, [7]],
      [1, [6]],
    ]);
    expect(runsOf([])).toEqual([]);
  });
});

describe('own-judgements-page', () => {
  let page: OwnJudgementsPageElement;

  afterEach(() => {
    page.remove();
    vi.restoreAllMocks();
  });

  async function open(...pages: (PlacedPage | Error)[]): Promise<void> {
    const asked = vi.spyOn(laterApi, 'ownJudgements');
    for (const one of pages) {
      if (one instanceof Error) asked.mockRejectedValueOnce(one);
      else asked.mockResolvedValueOnce(one);
    }
    page = document.createElement('own-judgements-page');
    document.body.append(page);
    await settled();
  }

  async function settled(): Promise<void> {
    for (let i = 0; i < 4; i++) await settle();
  }

  const {find, words} = new Inside(() => page);
  const all = (selector: string) => [...(page.shadowRoot?.querySelectorAll(selector) ?? [])];
  const more = () => find('.foot button');

  it('lists judgements by project, with links to the pages of the projects', async () => {
    await open({judgements: [placed(9, 1), placed(8, 1), placed(7, 2, HOSTILE)], next: null});

    expect(all('h2').map((one) => one.textContent.trim())).toEqual(['Round 1', HOSTILE]);
    expect(all('h2 a').map((one) => one.getAttribute('href'))).toEqual([
      '/projects/1/judgements',
      '/projects/2/judgements',
    ]);
    expect(find('judgement-row', 'a')?.getAttribute('href')).toBe('/projects/1/judgements/9');
    expect(words('judgement-row', '.said')).toBe('Tie');
    expect(more()).toBeUndefined();
  });

  it('shows more, and goes on where it did not work', async () => {
    await open({judgements: [placed(9, 1)], next: 9}, new Unreachable(), {judgements: [placed(5, 1)], next: null});
    more()?.click();
    await settled();
    expect(words('.foot button')).toBe('That did not work. Try again');
    expect(all('judgement-row')).toHaveLength(1);

    more()?.click();
    await settled();
    expect(laterApi.ownJudgements).toHaveBeenLastCalledWith(9, expect.anything());
    expect(all('judgement-row')).toHaveLength(2);
    expect(all('h2')).toHaveLength(1);
    expect(more()).toBeUndefined();
  });

  it('says what to do where nothing was judged', async () => {
    await open({judgements: [], next: null});

    expect(words('page-message', 'h1')).toBe('Nothing judged yet');
    expect(find('page-message a')?.getAttribute('href')).toBe('/projects');
  });

  it('asks again where the server did not answer', async () => {
    await open(new Problem(503, '', 'no'), {judgements: [placed(9, 1)], next: null});
    expect(words('page-message', 'h1')).toBe('Your judgements cannot be shown right now');

    find('page-message button')?.click();
    await settled();
    expect(all('judgement-row')).toHaveLength(1);
  });

  it('has no faults that axe finds', async () => {
    await open({judgements: [placed(9, 1), placed(7, 2)], next: 7});
    const {violations} = await axe.run(page, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
