// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import type {Project} from '../src/api.js';
import '../src/elements/settings-tab.js';
import type {SettingFieldElement} from '../src/elements/setting-field.js';
import type {SettingsTabElement} from '../src/elements/settings-tab.js';
import {generationApi} from '../src/generation-api.js';
import type {Key, Settings} from '../src/model/project-settings.js';
import {ownerApi} from '../src/owner-api.js';
import {Problem} from '../src/requests.js';
import {eventually, settle} from './fakes.js';
import {GENERATION} from './generation.js';
import {Inside} from './inside.js';
import {PREVIEW} from './new-projects.js';
import {SETTINGS} from './settings.js';

let nextId = 1;

const TEXTS = ['Prefer the shorter answer.', 'Prefer the longer answer.'];
const VERSIONS = [2, 1].map((version) => ({
  version,
  created_by: {first_name: 'Ann', last_name: 'Lee', email: 'ann@prefstream.test'},
  created_at: '2026-11-23T03:00:00.000000Z',
  characters: 25,
}));

describe('settings-tab', () => {
  let tab: SettingsTabElement;
  let project: Project & Settings & {label_config: string};
  let changes: Partial<Settings>[];

  beforeEach(() => {
    changes = [];
    project = {
      ...SETTINGS,
      id: nextId++,
      task_number: 3,
      total_annotations_number: 2,
      label_config: '<View/>',
    } as typeof project;
    vi.spyOn(generationApi, 'settings').mockResolvedValue(GENERATION);
    vi.spyOn(generationApi, 'runs').mockResolvedValue([]);
    vi.spyOn(ownerApi, 'validate').mockResolvedValue({label_config_warnings: []});
    vi.spyOn(ownerApi, 'firstTasks').mockResolvedValue([]);
    vi.spyOn(ownerApi, 'preview').mockResolvedValue(PREVIEW);
    vi.spyOn(ownerApi, 'tags').mockResolvedValue([]);
    vi.spyOn(ownerApi, 'guidelines').mockResolvedValue({version: 2, versions: VERSIONS});
    vi.spyOn(ownerApi, 'guidelinesVersion').mockImplementation((_id, version) =>
      Promise.resolve(TEXTS[version - 1] ?? ''),
    );
    vi.spyOn(ownerApi, 'change').mockImplementation((_id, sent) => {
      changes.push(sent);
      return Promise.resolve({...SETTINGS, ...sent});
    });
    open();
  });

  afterEach(() => {
    tab.remove();
    history.replaceState(null, '', '/');
    vi.restoreAllMocks();
  });

  function open(): void {
    tab = document.createElement('settings-tab');
    tab.project = project;
    document.body.append(tab);
  }

  const {find, words} = new Inside(() => tab);
  const field = (key: Key) => {
    const fields = tab.shadowRoot?.querySelectorAll<SettingFieldElement>('setting-field') ?? [];
    return [...fields].find((one) => one.key === key)?.shadowRoot;
  };

  function type(key: Key, value: string): void {
    const input = field(key)?.querySelector<HTMLInputElement>('input, textarea, select');
    if (!input) throw new Error(`there is no field for ${key}`);
    input.value = value;
    input.dispatchEvent(new Event(input.localName === 'select' ? 'change' : 'input'));
  }

  function press(key: string): void {
    window.dispatchEvent(new KeyboardEvent('keydown', {key, ctrlKey: true, cancelable: true}));
  }

  it('saves what was changed, and nothing else', async () => {
    const changed = vi.fn();
    tab.addEventListener('project-changed', changed);
    await settle();
    expect(find('.bar .button')).toBeUndefined();
    type('title', 'Songs');
    type('skip_queue', 'IGNORE_SKIPPED');
    field('allow_tie')?.querySelector('input')?.click();
    await settle();
    expect(words('.bar p')).toBe('3 changes are not saved yet.');

    find('.bar .button')?.click();
    await settle();
    expect(changes).toEqual([{title: 'Songs', skip_queue: 'IGNORE_SKIPPED', allow_tie: false}]);
    expect(words('.bar p')).toBe('Saved.');
    expect(changed).toHaveBeenCalledOnce();
  });

  it('saves by the usual key', async () => {
    await settle();
    press('s');
    type('maximum_annotations', '3');
    await settle();
    press('s');
    await settle();

    expect(changes).toEqual([{maximum_annotations: 3}]);
  });

  it('says what cannot be saved, and asks the server for nothing', async () => {
    await settle();
    type('title', ' x ');
    await settle();
    find('.bar .button')?.click();
    await settle();

    expect(field('title')?.querySelector('.problem')?.textContent).toBe('A title has three characters at least.');
    expect(changes).toEqual([]);
  });

  it('keeps changes while another tab is shown, until they are discarded', async () => {
    await settle();
    type('description', 'New');
    await settle();
    tab.remove();
    open();
    await settle();
    expect(words('.bar p')).toBe('1 change is not saved yet.');

    find('.bar .quiet')?.click();
    await settle();
    expect(field('description')?.querySelector('textarea')?.value).toBe('');
  });

  it('leaves out what means nothing to the configuration, and says why', async () => {
    tab.remove();
    project = {
      ...project,
      settings_without_effect: ['allow_tie', 'ask_strength', 'check_consistency', 'allow_partial_ranking'],
    };
    open();
    await settle();

    expect(field('allow_tie')).toBeUndefined();
    expect(field('check_consistency')).toBeUndefined();
    expect(field('allow_both_bad')).toBeDefined();
    expect(field('maximum_annotations')).toBeDefined();
    expect([...(tab.shadowRoot?.querySelectorAll('.absent') ?? [])].map(({textContent}) => textContent)).toEqual([
      'Not shown, because the labeling configuration compares no two answers: “Tie” and “Ask how much better”.',
      'Not shown, because the labeling configuration compares no two answers: “Show a judged pair again after a while”.',
      'Not shown, because the labeling configuration asks for no order: “Leave answers out of an order”.',
    ]);
  });

  it('says at its field why a value is refused, goes there, and forgets it once the value is another one', async () => {
    vi.spyOn(ownerApi, 'change').mockRejectedValue(
      new Problem(400, '', 'Not now.\nToo many.', undefined, {skip_queue: 'Not now.', somewhere: 'Too many.'}),
    );
    await settle();
    type('title', 'Songs');
    type('skip_queue', 'IGNORE_SKIPPED');
    await settle();
    press('s');
    for (let i = 0; i < 4; i++) await settle();

    const menu = field('skip_queue')?.querySelector('select');
    expect(menu?.getAttribute('aria-invalid')).toBe('true');
    expect(menu?.getAttribute('aria-describedby')).toContain('problem');
    expect(field('skip_queue')?.querySelector('#problem')?.textContent).toBe('Not now.');
    expect(field('skip_queue')?.activeElement).toBe(menu);
    expect(words('.bar .problem')).toBe('Too many.');
    expect(field('title')?.querySelector('input')?.getAttribute('aria-invalid')).toBe('false');

    type('skip_queue', 'REQUEUE_FOR_ME');
    await settle();
    expect(menu?.getAttribute('aria-invalid')).toBe('false');
    // happy-dom keeps the focus on an element that is gone with what is around it, and no later tab could tell where it is.
    menu?.blur();
  });

  it('says why the server refuses, and keeps what was typed', async () => {
    vi.spyOn(ownerApi, 'change').mockRejectedValue(new Problem(400, '', 'Too long.'));
    await settle();
    type('description', 'New');
    await settle();
    press('s');
    await settle();

    expect(words('.problem')).toBe('Too long.');
    expect(words('.bar p')).toBe('1 change is not saved yet.');
  });

  it('compares a version of the guidelines with the one before, and takes a text again', async () => {
    await settle();
    const versions = () => find('guidelines-versions')?.shadowRoot;
    const press = async (name: string) => {
      const found = [...(versions()?.querySelectorAll('button') ?? [])].find((one) => one.textContent.trim() === name);
      if (!found) throw new Error(`there is no button ${name}`);
      found.click();
      for (let i = 0; i < 6; i++) await settle();
    };
    expect(versions()?.querySelector('summary')?.textContent).toBe('Versions (2)');
    await press('Version 2');
    await eventually(() => expect(versions()?.querySelector('.tools')).not.toBeNull());
    await press('Compare with version 1');
    const sides = [...(versions()?.querySelectorAll('section') ?? [])];
    expect(sides.map((side) => side.getAttribute('aria-label'))).toEqual(['Version 1', 'Version 2']);
    const runs = sides.map((side) => side.querySelector('diff-text')?.runs.filter(({only}) => only));
    expect(runs.map((found) => found?.map(({text}) => text))).toEqual([['shorter'], ['longer']]);

    await press('Use this text again');
    expect(field('expert_instruction')?.querySelector('textarea')?.value).toBe('Prefer the longer answer.');
    expect(words('.bar p')).toBe('1 change is not saved yet.');
  });

  it('deletes the project once its title was typed', async () => {
    const deleted = vi.spyOn(ownerApi, 'deleteProject').mockResolvedValue(new Response());
    await settle();
    const danger = find('delete-project')?.shadowRoot;
    expect(danger?.textContent).toContain('3 tasks and 2 judgements are deleted for good.');
    const button = danger?.querySelector('button');
    expect(button?.disabled).toBe(true);

    const input = danger?.querySelector('input');
    if (!input) throw new Error('there is no field for the title');
    input.value = 'Poems';
    input.dispatchEvent(new Event('input'));
    await settle();
    button?.click();
    await settle();
    expect(deleted).toHaveBeenCalledWith(project.id);
    expect(location.pathname).toBe('/projects');
  });

  it('has no faults that axe finds', async () => {
    await settle();
    type('title', '');
    await settle();
    const {violations} = await axe.run(tab, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
