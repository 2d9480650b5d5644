// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import {type Project, type User, api} from '../src/api.js';
import {ProjectChangedEvent} from '../src/elements/project-changed-event.js';
import '../src/elements/project-page.js';
import type {ProjectPageElement} from '../src/elements/project-page.js';
import {ownerApi} from '../src/owner-api.js';
import {ownerParts} from '../src/owner-parts.js';
import {Problem} from '../src/requests.js';
import {settle} from './fakes.js';
import {Inside} from './inside.js';

const OWNER = {id: 1, role: 'owner'} as User;
const POEMS = {id: 7, title: 'Poems', label_config_warnings: []} as unknown as Project;

describe('project-page', () => {
  let page: ProjectPageElement;

  beforeEach(async () => {
    await ownerParts.exporting.load();
    vi.spyOn(api, 'project').mockResolvedValue(POEMS);
    vi.spyOn(ownerApi, 'guidelines').mockResolvedValue({version: 0, versions: []});
    vi.spyOn(ownerApi, 'formats').mockResolvedValue([]);
  });

  afterEach(() => {
    page.remove();
    vi.restoreAllMocks();
  });

  async function open(user = OWNER): Promise<void> {
    page = document.createElement('project-page');
    page.projectId = 7;
    page.tab = 'export';
    page.user = user;
    document.body.append(page);
    for (let i = 0; i < 4; i++) await settle();
  }

  const {find, words} = new Inside(() => page);
  const headline = () => find('page-message', 'h1')?.textContent;

  it('says which of its tabs is shown', async () => {
    await open();

    expect(words('.heading')).toBe('Poems');
    expect(find('nav [aria-current=page]')?.textContent).toBe('Export');
    expect(find('nav a:last-child')?.getAttribute('href')).toBe('/projects/7/label');
    expect(find('export-tab')).not.toBeNull();
    expect(document.title).toBe('Export · Prefstream');
  });

  it('shows a project as it is after a tab has changed it', async () => {
    await open();
    vi.spyOn(api, 'project').mockResolvedValue({...POEMS, title: 'Songs'});
    find('export-tab')?.dispatchEvent(new ProjectChangedEvent());
    for (let i = 0; i < 4; i++) await settle();

    expect(words('.heading')).toBe('Songs');
  });

  it('is not for annotators', async () => {
    await open({...OWNER, role: 'annotator'});

    expect(headline()).toBe('This page is not for you');
    expect(find('nav')).toBeUndefined();
  });

  it('says that a project is not there', async () => {
    vi.spyOn(api, 'project').mockRejectedValue(new Problem(404, '', 'no'));
    await open();

    expect(headline()).toBe('There is no such project');
  });

  it('asks again where the server did not answer', async () => {
    vi.spyOn(api, 'project').mockRejectedValueOnce(new Problem(503, '', 'no'));
    await open();
    expect(headline()).toBe('The project cannot be shown right now');

    find('page-message button')?.click();
    for (let i = 0; i < 4; i++) await settle();
    expect(words('.heading')).toBe('Poems');
  });

  it('asks for a log-in when the session has ended', async () => {
    const asked = vi.fn();
    document.addEventListener('logged-out', asked, {once: true});
    vi.spyOn(api, 'project').mockRejectedValue(new Problem(401, '', 'no'));
    await open();

    expect(asked).toHaveBeenCalledOnce();
  });

  it('has no faults that axe finds', async () => {
    await open();
    const {violations} = await axe.run(page, {rules: {'color-contrast': {enabled: false}, region: {enabled: false}}});

    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
