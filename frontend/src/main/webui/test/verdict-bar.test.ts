// @vitest-environment happy-dom
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import '../src/elements/verdict-bar.js';
import type {VerdictBarElement} from '../src/elements/verdict-bar.js';
import type {Outcome} from '../src/api.js';

const ALL: Outcome[] = ['preference', 'tie', 'both_bad', 'cannot_judge', 'skip'];

describe('verdict-bar', () => {
  let bar: VerdictBarElement;
  let fired: string[];

  beforeEach(() => {
    fired = [];
    bar = document.createElement('verdict-bar');
    bar.addEventListener('verdict-chosen', (event) => fired.push(event.choice.command));
    bar.addEventListener('save-wanted', () => fired.push('save'));
    document.body.append(bar);
  });

  afterEach(() => bar.remove());

  async function show(what: Partial<VerdictBarElement>): Promise<void> {
    Object.assign(bar, {allows: ALL, ...what});
    await bar.updateComplete;
  }

  const buttons = () => [...(bar.shadowRoot?.querySelectorAll('button') ?? [])];
  const nameOf = (button: Element) =>
    [...button.childNodes]
      .filter((node) => !(node instanceof Element ? node.getAttribute('aria-hidden') : node instanceof Comment))
      .map((node) => node.textContent?.trim())
      .filter(Boolean)
      .join(' ');
  const names = () => buttons().map(nameOf);

  it('offers the verdicts and undo, and nothing to save, where there is one pair', async () => {
    await show({});

    expect(names()).toEqual([
      'Answer 1 is better',
      'Tie',
      'Answer 2 is better',
      'Both bad',
      'Can’t judge',
      'Skip',
      'Undo',
    ]);
  });

  it('offers to save where there is more', async () => {
    await show({savable: true});
    buttons().at(-1)?.click();
    buttons()
      .at(-1)
      ?.dispatchEvent(new MouseEvent('click', {detail: 2}));

    expect(names().at(-1)).toBe('Save and next');
    expect(fired).toEqual(['save']);
  });

  it('offers only save, skip and undo where there is no pair', async () => {
    await show({savable: true, allows: ['skip']});

    expect(names()).toEqual(['Skip', 'Undo', 'Save and next']);
    expect(bar.shadowRoot?.querySelector('.scale')?.hasAttribute('hidden')).toBe(true);
  });

  it('has seven steps where a preference says how much better, with their digits on them', async () => {
    await show({strength: true});
    const steps = buttons().slice(0, 7);

    expect(steps.map(nameOf)).toEqual([
      'Answer 1 is much better',
      'Answer 1 is better',
      'Answer 1 is slightly better',
      'Tie',
      'Answer 2 is slightly better',
      'Answer 2 is better',
      'Answer 2 is much better',
    ]);
    expect(steps.map((step) => step.querySelector('kbd')?.textContent)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(steps[1]?.getAttribute('aria-keyshortcuts')).toBe('2 ArrowLeft');
    steps[6]?.click();
    expect(fired).toEqual(['right-much']);
  });

  it('leaves out the tie where there is none', async () => {
    await show({strength: true, allows: ['preference']});

    expect(names().slice(0, 6)).not.toContain('Tie');
  });

  it('marks what is chosen, step by step', async () => {
    await show({strength: true, chosen: {outcome: 'preference', slot: 0, strength: 1}});

    const pressed = buttons().filter((button) => button.getAttribute('aria-pressed') === 'true');
    expect(pressed.map(nameOf)).toEqual(['Answer 1 is slightly better']);
  });

  it('names the pair where there are several', async () => {
    await show({pair: 'harmless'});
    expect(bar.shadowRoot?.querySelector('.pair')?.textContent).toBe('“harmless”');

    await show({pair: ''});
    expect(bar.shadowRoot?.querySelector('.pair')).toBeNull();
  });
});
