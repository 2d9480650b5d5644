// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';

import type {Project} from '../src/api.js';
import '../src/elements/generation-section.js';
import type {GenerationSectionElement} from '../src/elements/generation-section.js';
import {type SentGeneration, generationApi} from '../src/generation-api.js';
import {Problem} from '../src/requests.js';
import {settle} from './fakes.js';
import {GENERATION, RUN} from './generation.js';
import {Inside} from './inside.js';

describe('generation-section', () => {
  let section: GenerationSectionElement;
  let saved: SentGeneration[];

  beforeEach(() => {
    saved = [];
    vi.spyOn(generationApi, 'settings').mockResolvedValue(GENERATION);
    vi.spyOn(generationApi, 'runs').mockResolvedValue([]);
    vi.spyOn(generationApi, 'save').mockImplementation((_id, _kind, sent) => {
      saved.push(sent);
      return Promise.resolve(GENERATION);
    });
    section = document.createElement('generation-section');
    section.project = {id: 7} as Project;
    document.body.append(section);
  });

  afterEach(() => {
    section.remove();
    vi.restoreAllMocks();
  });

  const {words} = new Inside(() => section);
  const all = <T extends Element>(selector: string) => [...(section.shadowRoot?.querySelectorAll<T>(selector) ?? [])];
  const labelled = (name: string) => {
    const label = all<HTMLLabelElement>('label').find(
      (one) => one.querySelector('.title')?.textContent.trim() === name,
    );
    const field = label?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    if (!field) throw new Error(`there is no field ${name}`);
    return field;
  };
  const type = (name: string, value: string) => {
    const field = labelled(name);
    field.value = value;
    field.dispatchEvent(new Event('input'));
  };
  const press = async (name: string, root: ParentNode | null | undefined = section.shadowRoot) => {
    const button = [...(root?.querySelectorAll('button') ?? [])].find((one) => one.textContent.trim() === name);
    if (!button) throw new Error(`there is no button ${name}`);
    button.click();
    await settle();
  };
  const submit = async () => {
    all('form')[0]?.dispatchEvent(new Event('submit', {cancelable: true}));
    await settle();
  };
  const run = () => section.shadowRoot?.querySelector('generation-run')?.shadowRoot;

  it('sends numbers, leaves the stored key alone, and leaves out what is empty', async () => {
    await settle();
    type('Temperature', '0.2');
    type('Requests per minute at most', '60');
    type('Longest answer, in tokens', '');
    await settle();
    await submit();

    expect(saved).toHaveLength(1);
    expect(saved[0]).toMatchObject({requests_per_minute: 60, answers_per_prompt: 2, base_url: GENERATION.base_url});
    expect(saved[0]).not.toHaveProperty('api_key');
    expect(saved[0]?.['sources']).toEqual([
      expect.objectContaining({model: 'baseline', temperature: 0.2, max_tokens: null, seed: null, output_price: 2.5}),
    ]);
    expect(words('.actions [role=status]')).toBe('Saved.');
  });

  it('shows no key, and sends one that was typed or is to be forgotten', async () => {
    await settle();
    expect(labelled('API key').value).toBe('');
    type('API key', 'sk-1');
    await settle();
    await submit();
    expect(saved[0]).toHaveProperty('api_key', 'sk-1');
    expect(labelled('API key').value).toBe('');

    await press('Forget the stored key');
    expect(words('#key-hint')).toBe('The key is forgotten when you save.');
    await submit();
    expect(saved[1]).toHaveProperty('api_key', '');
  });

  it('asks a second model, which begins as the first', async () => {
    await settle();
    await press('Add a second model or setting');
    expect(all('fieldset legend').map((one) => one.textContent.trim())).toEqual(['First answer', 'Second answer']);
    await submit();
    expect(saved[0]?.['sources']).toHaveLength(2);
  });

  it('says what came back from a test, and why something was refused', async () => {
    vi.spyOn(generationApi, 'tryOut').mockResolvedValue([
      {model: 'baseline', ok: false, words: 'The server answers 401. <img src=x>'},
    ]);
    await settle();
    await press('Test');
    expect(words('li.bad')).toBe('baseline: The server answers 401. <img src=x>');

    vi.spyOn(generationApi, 'save').mockRejectedValue(new Problem(400, '', 'answers_per_prompt: Must be 2.'));
    await submit();
    expect(words('p.problem')).toBe('answers_per_prompt: Must be 2.');
  });

  it('says at its field why a value is refused, and goes there', async () => {
    vi.spyOn(generationApi, 'save').mockRejectedValue(
      new Problem(400, '', 'x', undefined, {
        'sources[0].temperature': 'Must be from 0 to 2.',
        base_url: 'Name a server.',
      }),
    );
    await settle();
    await submit();
    for (let i = 0; i < 4; i++) await settle();

    const invalid = [...(section.shadowRoot?.querySelectorAll<HTMLElement>('[aria-invalid=true]') ?? [])];
    expect(invalid).toHaveLength(2);
    expect(section.shadowRoot?.activeElement).toBe(invalid[0]);
    const described = invalid.map((field) =>
      section.shadowRoot?.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent.trim(),
    );
    expect(described).toEqual(['Name a server.', 'Must be from 0 to 2.']);
    expect(section.shadowRoot?.querySelector('[role=alert]')).toBeNull();
  });

  it('begins a run, shows how far it is and what is put aside, and cancels it', async () => {
    const begun = vi.spyOn(generationApi, 'begin').mockResolvedValue(RUN);
    const cancelled = vi.spyOn(generationApi, 'cancel').mockResolvedValue(RUN);
    await settle();
    vi.spyOn(generationApi, 'runs').mockResolvedValue([RUN]);
    vi.spyOn(generationApi, 'run').mockResolvedValue(RUN);
    await press('Have them answered', run());

    expect(begun).toHaveBeenCalledOnce();
    const shown = run()?.textContent.replace(/\s+/g, ' ');
    expect(shown).toContain('Under way: 4 of 10 tasks answered.');
    expect(shown).toContain('Task 17: The server answers 400: <b>too long</b>');
    expect(run()?.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('4');
    await press('Cancel', run());
    expect(cancelled).toHaveBeenCalledWith(7, 5);
  });

  it('says which model judges, by what, and shows how far it agrees with itself', async () => {
    section.remove();
    const asked = vi.spyOn(generationApi, 'settings').mockResolvedValue({
      ...GENERATION,
      kind: 'verdicts',
      criterion: 'Short ones.',
      awaiting: 1,
    });
    const begun = vi.spyOn(generationApi, 'begin').mockResolvedValue(RUN);
    vi.spyOn(generationApi, 'runs').mockResolvedValue([RUN]);
    vi.spyOn(generationApi, 'run').mockResolvedValue({...RUN, state: 'DONE', contradicted: 3, refused: 1});
    section = document.createElement('generation-section');
    section.project = {id: 7} as Project;
    section.kind = 'verdicts';
    document.body.append(section);
    await settle();

    expect(asked).toHaveBeenCalledWith(7, 'verdicts', expect.anything());
    expect(words('h2')).toBe('Verdicts of a judge model');
    expect(labelled('What makes an answer better').value).toBe('Short ones.');
    expect(() => labelled('Take tasks without answers')).toThrow();
    expect(() => labelled('Answers per prompt')).toThrow();
    const shown = run()?.textContent.replace(/\s+/g, ' ');
    expect(shown).toContain('1 task misses a verdict of this judge.');
    expect(shown).toContain('Done: 4 of 10 tasks judged.');
    expect(shown).toContain('Tasks where the place decided 3');
    expect(shown).not.toContain('cut off');

    type('What makes an answer better', '');
    await submit();
    expect(saved[0]).toHaveProperty('criterion', '');
    await press('Have answers judged', run());
    expect(begun).toHaveBeenCalledWith(7, 'verdicts', expect.any(String));
  });

  it('has no faults that axe finds', async () => {
    vi.spyOn(generationApi, 'runs').mockResolvedValue([RUN]);
    vi.spyOn(generationApi, 'run').mockResolvedValue({...RUN, state: 'STOPPED', reason: 'No key.'});
    vi.spyOn(generationApi, 'tryOut').mockResolvedValue([{model: 'baseline', ok: true, words: 'It answered.'}]);
    await settle();
    await press('Test');
    const {violations} = await axe.run(section, {
      rules: {'color-contrast': {enabled: false}, region: {enabled: false}},
    });
    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
