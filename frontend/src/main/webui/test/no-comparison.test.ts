// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import '../src/elements/no-comparison.js';
import type {NoComparisonElement} from '../src/elements/no-comparison.js';
import type {Lack} from '../src/model/lease-supply.js';

describe('no-comparison', () => {
  let element: NoComparisonElement;
  let looks: number;

  beforeEach(() => {
    looks = 0;
    element = document.createElement('no-comparison');
    element.addEventListener('look-wanted', () => looks++);
    document.body.append(element);
  });

  afterEach(() => element.remove());

  async function show(lack: Lack): Promise<void> {
    element.lack = lack;
    await element.updateComplete;
  }

  const found = (selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;

  it('says that the next comparison is being fetched', async () => {
    await show({kind: 'loading'});

    expect(found('[role=status]')?.getAttribute('aria-label')).toBe('Fetching the next comparison');
    expect(found('page-message')).toBeUndefined();
  });

  it.each([
    ['done', 'All done for now', 'Look again'],
    ['waiting', 'Waiting for the server', 'Try now'],
  ] as const)('when %s says "%s" and looks at the press of "%s"', async (kind, headline, button) => {
    await show({kind});

    expect(found('page-message')?.getAttribute('headline')).toBe(headline);
    expect(found('button')?.textContent).toBe(button);
    found('button')?.click();
    expect(looks).toBe(1);
  });

  it('gives the reason where waiting is of no use, and only the way to the other projects', async () => {
    await show({kind: 'unavailable', reason: 'There is no such project.'});

    expect(found('page-message')?.textContent).toContain('There is no such project.');
    expect(found('button')).toBeUndefined();
    expect(found('a')?.getAttribute('href')).toBe('/projects');
  });
});
