// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import type {Project, User} from '../src/api.js';
import '../src/elements/prefstream-app.js';
import {rememberJourney} from '../src/journeys.js';
import {LastingTrainStore} from '../src/train-store.js';
import {eventually, lease} from './fakes.js';

const user = {id: 5, email: 'p@example.org', role: 'annotator'} as User;
const project = {id: 7, title: 'On a train', expert_instruction: 'Be fair.'} as Project;

/** All text on the page, through the shadow roots. */
function textOf(node: Node): string {
  const inside = [...((node as Element).shadowRoot?.childNodes ?? []), ...node.childNodes];
  return (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '') + inside.map(textOf).join(' ');
}

const words = () => textOf(document.body).replace(/\s+/g, ' ');

describe('a page that is opened without network', () => {
  beforeEach(async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
    const store = new LastingTrainStore(user.id, project.id);
    await store.save({subjects: [], refused: [], drafts: {}, receipt: undefined});
    await store.put([1, 2, 3].map((number) => ({...lease(number), expires_at: '2999-01-01T00:00:00Z'})));
  });

  afterEach(() => {
    document.body.replaceChildren();
    localStorage.clear();
    vi.unstubAllGlobals();
  });

  it.each(['/projects/7/label', '/projects'])('goes on with what was taken along, from %s', async (path) => {
    rememberJourney({user, project});
    history.replaceState(null, '', path);
    document.body.append(document.createElement('prefstream-app'));

    await eventually(() => expect(words()).toContain('Prompt 1'));
    await eventually(() => expect(words()).toContain('Offline: 3 left'));
    expect(location.pathname).toBe('/projects/7/label');
    await eventually(() => expect(words()).toContain('On a train'));
  });

  it.each(['/projects/8/label', '/projects/7/judgements'])('shows nothing of a journey at %s', async (path) => {
    rememberJourney({user, project});
    history.replaceState(null, '', path);
    document.body.append(document.createElement('prefstream-app'));

    await eventually(() => expect(words()).toContain('cannot be reached'));
    expect(words()).not.toContain('Prompt');
  });

  it('shows nothing where nobody took anything along', async () => {
    history.replaceState(null, '', '/projects/7/label');
    document.body.append(document.createElement('prefstream-app'));

    await eventually(() => expect(words()).toContain('cannot be reached'));
  });
});
