// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import '../src/elements/control-strip.js';
import type {ControlStripElement} from '../src/elements/control-strip.js';
import {TaskForm} from '../src/model/form.js';
import type {Control} from '../src/shown.js';
import {boxOf, compared, control, layoutOf, lease} from './fakes.js';

describe('control-strip', () => {
  let strip: ControlStripElement;

  beforeEach(() => {
    strip = document.createElement('control-strip');
    document.body.append(strip);
  });

  afterEach(() => strip.remove());

  async function show(controls: Control[], more: Partial<ControlStripElement> = {}): Promise<void> {
    const comparisons = controls.filter(({asks}) => asks === 'preference').map(({name}) => compared(name));
    const boxes = layoutOf(...controls.map(({name}) => boxOf(name, {required: `${name === 'conditional'}`})));
    const form = new TaskForm(lease(1, {controls, comparisons}, boxes));
    Object.assign(strip, {form, controls: form.controls, ...more});
    await strip.updateComplete;
  }

  const fields = () => [...(strip.shadowRoot?.querySelectorAll('control-field') ?? [])];
  const frame = (i: number) => strip.shadowRoot?.querySelectorAll('.field')[i];

  it('asks each control, with its box, its answer and what is missing', async () => {
    const answers = {why: {text: ['x']}};
    await show([control('why', 'words'), control('size', 'quantity')], {answers, problems: {size: 'How large?'}});

    expect(fields().map((field) => field.control.name)).toEqual(['why', 'size']);
    expect(fields().map((field) => field.box?.name)).toEqual(['why', 'size']);
    expect(fields().map((field) => field.answer)).toEqual([{text: ['x']}, undefined]);
    expect(fields().map((field) => field.problem)).toEqual(['', 'How large?']);
  });

  it('marks what is required, also what only the layout requires', async () => {
    await show([control('why', 'words'), control('must', 'words', {required: true}), control('conditional', 'words')]);

    expect(fields().map((field) => field.control.required)).toEqual([false, true, true]);
  });

  it('marks the pair that the keys are for', async () => {
    await show([control('first', 'preference'), control('second', 'preference')], {active: 'second'});

    expect(frame(0)?.textContent).not.toContain('The keys are for this.');
    expect(frame(1)?.textContent).toContain('The keys are for this.');
    expect(fields()[1]?.compared?.slots).toHaveLength(2);
  });

  it('has a caption at the head of the question that it stands before', async () => {
    const part = {name: 'head', caption: true, text: 'Why is it so?', repeats: []};
    const layout = layoutOf(boxOf('note'), {kind: 'heading', name: 'head'}, boxOf('why'));
    const form = new TaskForm(
      lease(1, {controls: [control('note', 'words'), control('why', 'words')], parts: [part]}, layout),
    );
    Object.assign(strip, {form, controls: form.controls});
    await strip.updateComplete;

    expect([0, 1].map((i) => frame(i)?.querySelector('shown-content')?.content?.text)).toEqual([
      undefined,
      'Why is it so?',
    ]);
  });

  it('puts the focus on the field of a control', async () => {
    await show([control('why', 'words'), control('note', 'words')]);

    expect(await strip.focusControl('note')).toBe(true);
    expect(strip.shadowRoot?.activeElement).toBe(fields()[1]);
    expect(await strip.focusControl('nothing')).toBe(false);
  });

  it('has new fields for another task, and the same while a task is answered', async () => {
    await show([control('why', 'words')]);
    const [first] = fields();
    strip.answers = {why: {text: ['x']}};
    await strip.updateComplete;
    expect(fields()[0]).toBe(first);

    await show([control('why', 'words')]);
    expect(fields()[0]).not.toBe(first);
  });
});
