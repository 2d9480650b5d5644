// @vitest-environment happy-dom
import {afterEach, describe, expect, it} from 'vitest';

import {AskedField} from './fields.js';

afterEach(() => document.body.replaceChildren());

describe('stars', () => {
  const asked = () => new AskedField({asks: 'stars', stars: 5, required: true});

  it('are given by a click, and taken back by another on the same star', async () => {
    const field = await asked().show();
    await field.click('input', 2);
    expect(field.all('.on')).toHaveLength(3);
    await field.click('input', 2);

    expect(field.said).toEqual([{rating: 3}, undefined]);
    expect(field.all('.on')).toHaveLength(0);
  });

  it('are given by a digit, and taken back by Backspace', async () => {
    const field = await asked().show();
    await field.press('4');
    await field.press('6');
    await field.press('Backspace');

    expect(field.said).toEqual([{rating: 4}, undefined]);
  });

  it('give the focus to the star that a digit chose', async () => {
    const field = await asked().show();
    field.part('input').focus();
    await field.press('4', field.part('input'));

    expect(field.field.shadowRoot?.activeElement).toBe(field.part('input', 3));
    expect(field.part<HTMLInputElement>('input', 3).checked).toBe(true);
  });

  it('take every digit while they have the focus, so that none is a verdict', async () => {
    const field = await asked().show();
    await field.press('4');
    for (const key of ['6', '9', '0', '0']) expect((await field.press(key)).defaultPrevented).toBe(true);

    expect(field.said).toEqual([{rating: 4}, undefined]);
    expect((await field.press('b')).defaultPrevented).toBe(false);
  });

  it('keep the focus after a click by keyboard, and not after one by pointer', async () => {
    const field = await asked().show();
    field.part('input').focus();
    await field.click('input');
    expect(field.field.shadowRoot?.activeElement).toBe(field.part('input'));
    await field.point('input', 2);

    expect(field.last).toEqual({rating: 3});
    expect(field.field.shadowRoot?.activeElement).toBeNull();
  });

  it('say how many they are', async () => {
    const field = await asked().show();

    expect(field.all('input').map((input) => input.getAttribute('aria-label'))).toContain('2 of 5');
    expect(field.part('fieldset').getAttribute('aria-required')).toBe('true');
  });

  it.each(['heart', 'fire', 'smile', 'toString', ''])('have an icon for %j', async (icon) => {
    const field = await asked().show({icon});

    expect(field.all('path.icon')).toHaveLength(5);
    expect(field.all('.face')).toHaveLength(icon === 'smile' ? 5 : 0);
  });
});

describe('words', () => {
  const asked = () => new AskedField({asks: 'words'});

  it('are answered at every input, without blank ones', async () => {
    const field = await asked().show();
    await field.type('a', 'textarea');
    await field.type('ab', 'textarea');
    await field.type(' \n', 'textarea');

    expect(field.said).toEqual([{text: ['a']}, {text: ['ab']}, undefined]);
    expect(field.part<HTMLTextAreaElement>('textarea').value).toBe(' \n');
  });

  it('may be several texts, each after the one before', async () => {
    const field = await asked().show();
    expect(field.all('.more')).toHaveLength(0);
    await field.type('a', 'textarea');
    await field.click('.more');
    expect(field.field.shadowRoot?.activeElement).toBe(field.part('textarea', 1));
    expect(field.last).toEqual({text: ['a']});
    await field.type('b', 'textarea', 1);
    expect(field.last).toEqual({text: ['a', 'b']});
    await field.click('[aria-label="Remove text 1"]');

    expect(field.last).toEqual({text: ['b']});
    expect(field.part<HTMLTextAreaElement>('textarea').value).toBe('b');
  });

  it.each(['1', '2'])('are no more than %s if the configuration says so', async (most) => {
    const field = await asked().show({maxsubmissions: most});
    await field.type('a', 'textarea');
    if (most === '2') {
      await field.click('.more');
      await field.type('b', 'textarea', 1);
    }

    expect(field.all('.more')).toHaveLength(0);
  });

  it('stay removed and are not answered by being shown, whatever the configuration begins with', async () => {
    const field = await asked().show({value: 'Because'});

    expect(field.part<HTMLTextAreaElement>('textarea').value).toBe('');
    expect(field.said).toEqual([]);
  });

  it('are those of the answer that the page has', async () => {
    const field = asked();
    field.asked.answer = {text: ['x', 'y']};
    await field.show({value: 'Because'});
    expect(field.all<HTMLTextAreaElement>('textarea').map(({value}) => value)).toEqual(['x', 'y']);
    expect(field.said).toEqual([]);

    field.asked.answer = undefined;
    await field.settle();
    expect(field.all<HTMLTextAreaElement>('textarea').map(({value}) => value)).toEqual(['']);
  });

  it('begin anew with another task', async () => {
    const field = await asked().show();
    await field.type(' ', 'textarea');
    field.asked.control = {...field.asked.control};
    await field.settle();

    expect(field.part<HTMLTextAreaElement>('textarea').value).toBe('');
  });

  it('have as many rows as the configuration says, and a direction of their own', async () => {
    const area = (await asked().show({rows: '4', placeholder: 'Say why'})).part<HTMLTextAreaElement>('textarea');

    expect([area.getAttribute('rows'), area.dir, area.placeholder]).toEqual(['4', 'auto', 'Say why']);
  });
});

describe('a quantity', () => {
  const asked = () => new AskedField({asks: 'quantity'});

  it('is a number', async () => {
    const field = await asked().show();
    await field.type('2.5', 'input');
    await field.type('', 'input');

    expect(field.said).toEqual([{number: 2.5}, undefined]);
  });

  it('is none while it is out of range, and says so at the field', async () => {
    const field = await asked().show({min: '0', max: '10', step: '0.5'});
    await field.type('11', 'input');
    expect(field.last).toBeUndefined();
    expect(field.texts('#problem')).toEqual(['Write a number from 0 to 10.']);
    expect(field.part('input').getAttribute('aria-describedby')).toBe('problem');
    await field.type('0.7', 'input');
    expect(field.texts('#problem')).toEqual(['Write a number in steps of 0.5, such as 0.5 or 1.']);
    expect(field.part<HTMLInputElement>('input').value).toBe('0.7');
    await field.type('0.5', 'input');

    expect(field.last).toEqual({number: 0.5});
    expect(field.wrong).toEqual(['Write a number from 0 to 10.', expect.stringContaining('in steps of'), '']);
    expect(field.all('#problem')).toEqual([]);
  });

  it('stays removed and is not answered by being shown, whatever its default', async () => {
    const field = await asked().show({defaultvalue: '3'});

    expect(field.said).toEqual([]);
    expect(field.part<HTMLInputElement>('input').value).toBe('');
  });

  it('does not change by a wheel that turns over it', async () => {
    const field = await asked().show();
    field.asked.focusField();
    const turn = new Event('wheel', {cancelable: true});
    field.part('input').dispatchEvent(turn);

    expect(turn.defaultPrevented).toBe(true);
  });
});

describe('a pair', () => {
  const ALL = ['preference', 'tie', 'both_bad', 'cannot_judge', 'skip'] as const;
  const asked = (strength: boolean, allows: readonly (typeof ALL)[number][] = ALL) => {
    const field = new AskedField({asks: 'preference'});
    Object.assign(field.asked, {strength, allows});
    return field;
  };
  const labels = (field: AskedField) => field.all('button').map((button) => button.getAttribute('aria-label'));

  it('has three steps and what else is allowed', async () => {
    const field = await asked(false).show({title: 'Which is safer?'});
    expect(labels(field)).toEqual(['Answer 1 is better', 'Tie', 'Answer 2 is better', 'Both bad', 'Can’t judge']);
    expect(field.texts('legend')).toEqual(['Which is safer?']);

    await field.click('button', 2);
    expect(field.part('button', 2).getAttribute('aria-pressed')).toBe('true');
    await field.click('button', 2);
    await field.click('button', 3);
    expect(field.said).toEqual([{outcome: 'preference', slot: 1}, undefined, {outcome: 'both_bad'}]);
  });

  it('has seven steps with strength', async () => {
    const field = await asked(true).show();
    for (let i = 0; i < 7; i++) await field.click('button', i);

    expect(field.said).toEqual([
      {outcome: 'preference', slot: 0, strength: 3},
      {outcome: 'preference', slot: 0, strength: 2},
      {outcome: 'preference', slot: 0, strength: 1},
      {outcome: 'tie'},
      {outcome: 'preference', slot: 1, strength: 1},
      {outcome: 'preference', slot: 1, strength: 2},
      {outcome: 'preference', slot: 1, strength: 3},
    ]);
  });

  it('offers nothing that is not allowed', async () => {
    expect(labels(await asked(true, ['preference', 'skip']).show())).toHaveLength(6);
    expect(labels(await asked(false, ['skip']).show())).toEqual([]);
  });

  it('prints the keys only while they are for it', async () => {
    const field = await asked(false).show();
    expect(field.texts('kbd')).toEqual([]);
    field.asked.active = true;
    await field.settle();

    expect(field.texts('kbd')).toEqual(['1', '0', '2', 'B', 'C']);
  });
});

it('says what this page cannot ask', async () => {
  const asked = new AskedField({asks: 'other', name: 'boxes'}).asked;
  document.body.append(asked);
  await asked.updateComplete;

  expect(asked.shadowRoot?.querySelector('p')?.textContent).toBe('This page cannot ask “Boxes”.');
});
