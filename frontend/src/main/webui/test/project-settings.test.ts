import {describe, expect, it} from 'vitest';

import {GROUPS, KINDS, type Settings, SettingsDraft, settingsOf} from '../src/model/project-settings.js';
import {SETTINGS} from './settings.js';

describe('SettingsDraft', () => {
  it('has what differs from what is stored, and nothing else', () => {
    const draft = new SettingsDraft(SETTINGS);
    draft.set('title', 'Songs');
    draft.set('allow_tie', false);
    expect(draft.changes).toEqual({title: 'Songs', allow_tie: false});
    expect(draft.values).toEqual({...SETTINGS, title: 'Songs', allow_tie: false});

    draft.set('title', 'Poems');
    expect(draft.changes).toEqual({allow_tie: false});
    draft.discard();
    expect(draft.count).toBe(0);
  });

  it('keeps what was changed before, unless that is stored meanwhile', () => {
    const draft = new SettingsDraft(SETTINGS, {title: 'Songs', description: 'New'});
    draft.store({...SETTINGS, title: 'Songs'});

    expect(draft.changes).toEqual({description: 'New'});
  });

  it.each([
    ['title', '  ab ', 'title'],
    ['title', '𝒜𝒷𝒸', undefined],
    ['maximum_annotations', 0, 'overlap'],
    ['maximum_annotations', 1.5, 'overlap'],
    ['maximum_annotations', NaN, 'overlap'],
    ['maximum_annotations', 1001, 'overlap'],
    ['maximum_annotations', 1000, undefined],
    ['description', '', undefined],
  ] as const)('says of %s “%s”: %s', (key, value, flaw) => {
    const draft = new SettingsDraft(SETTINGS);
    draft.set(key, value);

    expect(draft.flawOf(key)).toBe(flaw);
    expect(draft.firstFlawed).toBe(flaw && key);
  });
});

describe('GROUPS', () => {
  it('has every setting once', () => {
    expect(Object.values(GROUPS).flat().sort()).toEqual(Object.keys(KINDS).sort());
  });

  it('is what a project is asked for', () => {
    const project = {...SETTINGS, id: 7, label_config: '<View/>'};
    expect(settingsOf(project)).toEqual(SETTINGS satisfies Settings);
  });
});
