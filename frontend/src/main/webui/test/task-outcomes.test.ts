// @vitest-environment happy-dom

import {afterEach, describe, expect, it} from 'vitest';

import {ColumnsEvent} from '../src/elements/column-menu.js';
import type {FilterValueEvent} from '../src/elements/filter-value.js';
import '../src/elements/column-menu.js';
import '../src/elements/filter-value.js';
import {begun} from '../src/model/task-filters.js';
import type {ListedTask} from '../src/task-api.js';
import {cellOf} from '../src/task-words.js';

afterEach(() => {
  document.body.replaceChildren();
});

describe('the outcome of a task', () => {
  it.each([
    ['preference', 'One is better'],
    ['both_bad', 'Both bad'],
    ['mixed', 'No answer more often than others'],
    ['of a later version', 'of a later version'],
  ])('%s is said in words', (outcome, said) => {
    expect(cellOf({outcome} as unknown as ListedTask, 'outcome', new Map())).toBe(said);
  });

  it('is asked for by a menu, and sent as the server says it', async () => {
    const value = document.createElement('filter-value');
    value.filter = begun('outcome');
    document.body.append(value);
    await value.updateComplete;
    const written: (readonly string[])[] = [];
    value.addEventListener('value-written', ({values}: FilterValueEvent) => written.push(values));

    const menu = value.shadowRoot?.querySelector('select');
    if (!menu) throw new Error('there is no menu');
    expect(value.filter.operator).toBe('equal');
    expect([...menu.options].map((option) => option.textContent)).toContain('Cannot judge');
    menu.value = 'cannot_judge';
    menu.dispatchEvent(new Event('change'));
    expect(written).toEqual([['cannot_judge']]);

    value.filter = begun('outcome', 'contains');
    await value.updateComplete;
    expect(value.shadowRoot?.querySelector('select')).toBeNull();
  });
});

describe('column-menu', () => {
  it('keeps fields that are shown and that no task has yet', async () => {
    const menu = document.createElement('column-menu');
    menu.fields = [];
    menu.columns = ['inner_id', 'data.prompt'];
    document.body.append(menu);
    await menu.updateComplete;
    const chosen: unknown[] = [];
    menu.addEventListener('columns-chosen', ({columns}: ColumnsEvent) => chosen.push(columns));

    const boxes = [...(menu.shadowRoot?.querySelectorAll('label') ?? [])];
    const box = boxes.find(({textContent}) => textContent.trim() === 'Annotators needed')?.querySelector('input');
    if (!box) throw new Error('there is no such column');
    box.checked = true;
    box.dispatchEvent(new Event('change'));

    expect(chosen).toEqual([['inner_id', 'data.prompt', 'overlap']]);
  });
});
