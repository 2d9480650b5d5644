// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, describe, expect, it, vi} from 'vitest';

import {nested} from './fakes.js';
import {AskedField, option} from './fields.js';

const OPTIONS = [
  option('good', 'Good answer', {hint: 'Nothing to correct', hotkey: 'g'}),
  {kind: 'group' as const, inside: [option('bad', 'Bad answer')]},
];

afterEach(() => document.body.replaceChildren());

function asked(more = {}): AskedField {
  return new AskedField({asks: 'choice', choices: ['good', 'bad'], ...more});
}

describe('one of some', () => {
  it('is asked by radios with the words of the tags, and answered with the values', async () => {
    const field = await asked().show({}, OPTIONS);
    expect(field.texts('.name')).toEqual(['Good answer', 'Bad answer']);

    await field.click('input', 1);
    expect(field.said).toEqual([{choices: ['bad']}]);
    expect(field.all<HTMLInputElement>('input').map(({checked}) => checked)).toEqual([false, true]);
  });

  it('is named by its values where there is no tag for them', async () => {
    const field = await asked().show();

    expect(field.texts('.name')).toEqual(['good', 'bad']);
  });

  it('is named and explained as the task says where it brings the options', async () => {
    const options = [{value: 'bad', label: 'Bad answer', hint: 'Wrong or rude'}];
    const field = await asked({options}).show();

    expect(field.texts('.name')).toEqual(['good', 'Bad answer']);
    expect(field.texts('.hint')).toEqual(['Wrong or rude']);
    await field.click('input', 1);
    expect(field.last).toEqual({choices: ['bad']});
  });

  it('is taken back by a second click', async () => {
    const field = await asked().show({}, OPTIONS);
    await field.click('input');
    await field.click('input');

    expect(field.said).toEqual([{choices: ['good']}, undefined]);
    expect(field.part<HTMLInputElement>('input').checked).toBe(false);
  });

  it.each(['Backspace', 'Delete'])('is taken back by %s', async (key) => {
    const field = await asked().show({}, OPTIONS);
    await field.click('input');
    const pressed = await field.press(key);

    expect(field.last).toBeUndefined();
    expect(pressed.defaultPrevented).toBe(true);
  });

  it('is chosen by its key, which no other listener gets then', async () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    const field = asked();
    field.asked.hotkeys = [{key: 'g', control: field.asked.control, title: '', choice: 'good', label: ''}];
    await field.show({}, OPTIONS);
    expect(field.texts('kbd')).toEqual(['G']);

    await field.press('g', field.part('input'));
    expect(field.last).toEqual({choices: ['good']});
    expect(heard).not.toHaveBeenCalled();
    await field.press('x', field.part('input'));
    expect(heard).toHaveBeenCalledOnce();
    document.removeEventListener('keydown', heard);
  });

  it('prints, announces and obeys no key that the page has for itself, or another control', async () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    const field = asked();
    const other = {...field.asked.control, name: 'other'};
    field.asked.hotkeys = [{key: 'w', control: other, title: '', choice: 'good', label: ''}];
    await field.show({}, [option('good', 'Good', {hotkey: '1'}), option('bad', 'Bad', {hotkey: 'w'})]);
    await field.press('1', field.part('input'));
    await field.press('w', field.part('input'));

    expect(field.all('kbd, [aria-keyshortcuts]')).toEqual([]);
    expect(field.said).toEqual([]);
    expect(heard).toHaveBeenCalledTimes(2);
    document.removeEventListener('keydown', heard);
  });

  it('shows no choice that the page did not keep', async () => {
    const field = await asked().show({}, OPTIONS);
    field.asked.addEventListener('answer-changed', () => (field.asked.answer = undefined));
    await field.click('input');

    expect(field.part<HTMLInputElement>('input').checked).toBe(false);
  });

  it('ties descriptions and problems to what they are about', async () => {
    const field = asked();
    field.asked.problem = 'Please choose one.';
    await field.show({hint: 'As a whole', required: 'true', title: 'Quality'}, OPTIONS);

    expect(field.texts('legend')).toEqual(['Quality*(required)']);
    expect(field.part('fieldset').getAttribute('aria-describedby')).toBe('hint problem');
    expect(field.texts('#hint, #problem')).toEqual(['As a whole', 'Please choose one.']);
    expect(field.part('input').getAttribute('aria-describedby')).toBe('hint-0');
    expect(field.texts('#hint-0')).toEqual(['Nothing to correct']);
  });

  it('is asked by a list that drops down if the configuration says so', async () => {
    const field = await asked().show({layout: 'select'}, OPTIONS);
    expect(field.texts('option')).toEqual(['', 'Good answer', 'Bad answer']);

    const select = field.part<HTMLSelectElement>('select');
    for (const value of ['1', '']) {
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await field.settle();
    }
    expect(field.said).toEqual([{choices: ['bad']}, undefined]);
  });
});

describe('several in a list that drops down', () => {
  const several = () => asked({multiple: true}).show({layout: 'select'}, OPTIONS);

  it('are named while it is closed', async () => {
    const field = await several();
    expect(field.texts('summary')).toEqual(['Nothing chosen']);
    expect(field.part<HTMLDetailsElement>('details').open).toBe(false);
    await field.click('input', 1);
    expect(field.texts('summary')).toEqual(['Bad answer']);
    await field.click('input', 0);

    expect(field.last).toEqual({choices: ['good', 'bad']});
    expect(field.texts('summary')).toEqual(['Good answer, Bad answer 2 chosen']);
    expect(field.all('select')).toEqual([]);
  });

  it('are led to by its head, and closed by Esc, which goes no further', async () => {
    const field = await several();
    const list = field.part<HTMLDetailsElement>('details');
    field.field.focusField();
    expect(field.field.shadowRoot?.activeElement).toBe(field.part('summary'));
    const ignored = await field.press('Escape', field.part('summary'));
    expect(ignored.defaultPrevented).toBe(false);

    list.open = true;
    field.part('input').focus();
    const taken = await field.press('Escape', field.part('input'));
    expect(taken.defaultPrevented).toBe(true);
    expect(list.open).toBe(false);
    expect(field.field.shadowRoot?.activeElement).toBe(field.part('summary'));
  });

  it('are closed by a click elsewhere', async () => {
    const field = await several();
    const list = field.part<HTMLDetailsElement>('details');
    list.open = true;
    list.dispatchEvent(new Event('toggle'));
    await field.click('input', 0);
    expect(list.open).toBe(true);
    document.body.click();
    expect(list.open).toBe(false);
  });

  it('has no faults that axe finds', async () => {
    const field = await several();
    field.part<HTMLDetailsElement>('details').open = true;
    const {violations} = await axe.run(field.asked, {rules: {'color-contrast': {enabled: false}}});
    expect(violations).toEqual([]);
  });
});

it('takes several of some, in the order in which they are offered', async () => {
  const field = await asked({multiple: true}).show({}, OPTIONS);
  await field.click('input', 1);
  await field.click('input', 0);
  await field.click('input', 1);
  await field.click('input', 0);

  expect(field.said).toEqual([{choices: ['bad']}, {choices: ['good', 'bad']}, {choices: ['good']}, undefined]);
});

it.each([
  [{}, 2, ''],
  [{showinline: 'true'}, 2, 'row'],
  [{showinline: 'false'}, 2, ''],
  [{layout: 'inline'}, 2, 'row'],
  [{layout: 'vertical', showinline: 'true'}, 2, ''],
  [{layout: 'inline'}, 13, 'columns'],
])('arranges options as %j says, for %i of them', async (attributes, count, arrangement) => {
  const choices = Array.from({length: count}, (_, i) => `${i}`);
  const field = await new AskedField({asks: 'choice', choices}).show(attributes);

  expect(field.part('.options').className.trim()).toBe(`body options ${arrangement}`.trim());
});

it('calls itself by its name if the configuration says nothing, and shows markup as text', async () => {
  expect((await asked().show()).texts('legend')).toEqual(['The question']);

  const field = await asked().show({title: '<b>x</b>'}, [option('good', '<img src=x>')]);
  expect(field.texts('legend')).toEqual(['<b>x</b>']);
  expect(field.texts('.name')[0]).toBe('<img src=x>');
  expect(field.all('b, img')).toEqual([]);
});

it.each([false, true])(
  'lets go of the focus after a click by pointer, where several may be taken: %s',
  async (multiple) => {
    const field = await asked({multiple}).show({}, OPTIONS);
    await field.point('input');
    expect(field.field.shadowRoot?.activeElement).toBeNull();
    field.part('input', 1).focus();
    await field.point('label', 1);

    expect(field.said).toHaveLength(2);
    expect(field.field.shadowRoot?.activeElement).toBeNull();
  },
);

it('is focused where it was answered', async () => {
  const field = await asked().show({}, OPTIONS);
  await field.click('input', 1);
  field.asked.focusField();

  expect(field.field.shadowRoot?.activeElement).toBe(field.part('input', 1));
});

/** Options that keys choose: g and x. */
async function withKeys(shape: {multiple?: boolean} = {}) {
  const field = await asked(shape).show({}, OPTIONS);
  const {control} = field.asked;
  field.asked.hotkeys = [
    {key: 'g', control, title: '', choice: 'good', label: 'Good'},
    {key: 'x', control, title: '', choice: 'bad', label: 'Bad'},
  ];
  await field.asked.updateComplete;
  return field;
}

it('gives the focus to the radio that a key chose, if the focus was in the field', async () => {
  const field = await withKeys();
  field.part('input').focus();
  await field.press('x', field.part('input'));
  expect(field.field.shadowRoot?.activeElement).toBe(field.part('input', 1));

  field.part('input', 1).blur();
  await field.press('g');
  expect(field.last).toEqual({choices: ['good']});
  expect(field.field.shadowRoot?.activeElement).toBeNull();
});

it('leaves the focus where it is among what may be taken together', async () => {
  const field = await withKeys({multiple: true});
  field.part('input').focus();
  await field.press('x', field.part('input'));

  expect(field.last).toEqual({choices: ['bad']});
  expect(field.field.shadowRoot?.activeElement).toBe(field.part('input'));
});

describe('options below others', () => {
  const PATHS = [['sci'], ['sci', 'physics'], ['sci', 'law'], ['other']];

  function topics(multiple: boolean): AskedField {
    const {choices, options = []} = nested(PATHS);
    return new AskedField({
      asks: 'choice',
      multiple,
      choices,
      options: options.map((one, i) => (i === 0 ? {...one, label: 'Sciences'} : one)),
    });
  }

  it('stand in below it, and are called with it', async () => {
    const field = await topics(true).show({layout: 'inline'});

    expect(field.texts('.name')).toEqual(['Sciences', 'physics', 'law', 'other']);
    expect(field.all('.option').map(({style}) => style.getPropertyValue('--depth'))).toEqual(['0', '1', '1', '0']);
    expect(field.all('input').map((input) => input.getAttribute('aria-label'))).toEqual([
      null,
      'Sciences › physics',
      'Sciences › law',
      null,
    ]);
    expect(field.part('.options').classList).not.toContain('row');
  });

  it('are chosen with it, and it is chosen in part', async () => {
    const field = await topics(true).show();
    await field.click('input', 2);
    expect(field.last).toEqual({choices: [['sci', 'law']]});
    expect(field.part<HTMLInputElement>('input').indeterminate).toBe(true);

    await field.click('input', 1);
    expect(field.last).toEqual({choices: [['sci'], ['sci', 'physics'], ['sci', 'law']]});
    expect(field.all<HTMLInputElement>('input').map(({checked}) => checked)).toEqual([true, true, true, false]);
    expect(field.part<HTMLInputElement>('input').indeterminate).toBe(false);
  });

  it('stand under a heading where one may be chosen', async () => {
    const field = await topics(false).show();
    expect(field.texts('.above')).toEqual(['Sciences']);
    expect(field.texts('.name')).toEqual(['physics', 'law', 'other']);

    await field.click('input', 1);
    expect(field.last).toEqual({choices: [['sci', 'law']]});
  });

  it('are chosen by their keys, to whose radio the focus goes', async () => {
    const field = await topics(false).show();
    const {control} = field.asked;
    field.asked.hotkeys = [{key: 'x', control, title: '', choice: JSON.stringify(['sci', 'law']), label: 'law'}];
    await field.settle();
    field.part('input').focus();
    await field.press('x', field.part('input'));

    expect(field.last).toEqual({choices: [['sci', 'law']]});
    expect(field.field.shadowRoot?.activeElement).toBe(field.part('input', 1));
  });

  it('are named with it in a list that drops down', async () => {
    const field = await topics(false).show({layout: 'select'});
    expect(field.texts('option')).toEqual(['', 'Sciences › physics', 'Sciences › law', 'other']);

    const select = field.part<HTMLSelectElement>('select');
    select.value = '2';
    select.dispatchEvent(new Event('change', {bubbles: true}));
    expect(field.last).toEqual({choices: [['sci', 'law']]});
  });

  it('are said once in a closed list, by what they stand below', async () => {
    const field = await topics(true).show({layout: 'select'});
    await field.click('input');

    expect(field.texts('.chosen')).toEqual(['Sciences']);
  });

  it.each([true, false])('have no faults that axe finds, where several may be taken: %s', async (multiple) => {
    const field = await topics(multiple).show();
    const {violations} = await axe.run(field.asked, {rules: {'color-contrast': {enabled: false}}});
    expect(violations).toEqual([]);
  });
});
