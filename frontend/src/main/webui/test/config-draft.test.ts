import {beforeEach, describe, expect, it, vi} from 'vitest';

import {ConfigDraft, exampleIn} from '../src/model/config-draft.js';
import {Problem} from '../src/requests.js';
import {down, settle} from './fakes.js';
import {PREVIEW} from './new-projects.js';

describe('a configuration that is being written', () => {
  const api = {
    validate: vi.fn(),
    preview: vi.fn(),
    firstTasks: vi.fn(),
    taskBeside: vi.fn(),
    task: vi.fn(),
    change: vi.fn(),
  };
  let rest: () => void;
  let draft: ConfigDraft;

  beforeEach(() => {
    Object.values(api).forEach((call) => call.mockReset());
    api.validate.mockResolvedValue({label_config_warnings: []});
    api.preview.mockResolvedValue(PREVIEW);
    api.firstTasks.mockResolvedValue([{prompt: 'p'}]);
    api.change.mockResolvedValue({});
    const later = (_millis: number, action: () => void) => {
      rest = action;
      return () => (rest = () => undefined);
    };
    draft = new ConfigDraft(7, '<View/>', {api, later, onChange: () => undefined});
  });

  async function write(text: string): Promise<void> {
    draft.write(text);
    rest();
    for (let i = 0; i < 4; i++) await settle();
  }

  it('is checked and shown once the text rests, and saved when that is wanted', async () => {
    await draft.start();
    expect(draft).toMatchObject({isChanged: false, isSavable: false, preview: PREVIEW});
    draft.write('<View>');
    draft.write('<View a="1"/>');
    expect(draft.phase).toBe('checking');
    expect(api.validate).toHaveBeenCalledOnce();
    rest();
    for (let i = 0; i < 4; i++) await settle();

    expect(api.preview).toHaveBeenLastCalledWith({label_config: '<View a="1"/>'}, [{prompt: 'p'}], expect.anything());
    expect(draft.isSavable).toBe(true);
    expect(await draft.save()).toBe(true);
    expect(api.change).toHaveBeenCalledWith(7, {label_config: '<View a="1"/>'});
    expect(draft).toMatchObject({isChanged: false, phase: 'saved'});
  });

  it('says what is wrong and in which line, and is not saved so', async () => {
    api.validate.mockRejectedValue(new Problem(400, '', 'line 3: the tag is not closed\nAnswers contradict it'));
    await write('<View>');

    expect(draft.errors).toEqual([
      {line: 3, words: 'line 3: the tag is not closed'},
      {line: undefined, words: 'Answers contradict it'},
    ]);
    expect(await draft.save()).toBe(false);
    expect(api.change).not.toHaveBeenCalled();
    draft.discard();
    expect(draft.text).toBe('<View/>');
  });

  it('keeps warnings, and what was shown last', async () => {
    await draft.start();
    api.validate.mockResolvedValueOnce({label_config_warnings: ['Blink (line 2): unknown']});
    await write('<View a="1"/>');
    expect(draft.warnings).toEqual([{line: 2, words: 'Blink (line 2): unknown'}]);
    expect(draft.isSavable).toBe(true);

    api.validate.mockRejectedValueOnce(down());
    await write('<View a="2"/>');
    expect(draft.failure).toBeDefined();
    expect(draft.preview).toBe(PREVIEW);
  });

  it('is shown by its example where the project has no tasks', async () => {
    api.firstTasks.mockResolvedValue([]);
    await write('<View/><!-- {"data": {"prompt": "Why?"}} -->');

    expect(api.preview.mock.calls.at(-1)?.[1]).toEqual([{prompt: 'Why?'}]);
  });

  it('is shown by the task of a number, and by those beside it', async () => {
    await draft.start();
    api.taskBeside.mockResolvedValueOnce({id: 70, inner_id: 7});
    api.task.mockResolvedValueOnce({data: {prompt: 'seventh'}});
    await draft.choose(7);
    expect(api.preview.mock.calls.at(-1)?.[1]).toEqual([{prompt: 'seventh'}]);

    api.taskBeside.mockResolvedValueOnce({id: 90, inner_id: 9});
    api.task.mockResolvedValueOnce({data: {prompt: 'ninth'}});
    await draft.choose(7, 'greater');
    expect(api.taskBeside).toHaveBeenLastCalledWith(7, 7, 'greater');
    expect(draft.chosen).toBe(9);

    api.taskBeside.mockResolvedValueOnce(undefined);
    await draft.choose(9, 'greater');
    expect(draft).toMatchObject({chosen: 9, isMissing: true});
  });

  it('is shown by its example where that is chosen, though the project has tasks', async () => {
    await write('<View/><!-- {"data": {"prompt": "Why?"}} -->');
    await draft.choose('example');
    expect(api.preview.mock.calls.at(-1)?.[1]).toEqual([{prompt: 'Why?'}]);

    await write('<View/>');
    expect(draft.isMissing).toBe(true);
    expect(api.preview.mock.calls.at(-1)?.[1]).toEqual([{prompt: 'p'}]);
  });

  it('is not taken for saved when the server refuses it after all', async () => {
    await write('<View a="1"/>');
    api.change.mockRejectedValueOnce(new Problem(400, '', '3 with from_name=comparison'));

    expect(await draft.save()).toBe(false);
    expect(draft.errors).toEqual([{line: undefined, words: '3 with from_name=comparison'}]);
    expect(draft.isChanged).toBe(true);
  });
});

describe('the example of a configuration', () => {
  it.each([
    ['<View/><!-- {"data": {"a": 1}} -->', [{a: 1}]],
    ['<!-- words --><!-- {"data":\n{"a": 2}} -->', [{a: 2}]],
    ['<View/>', []],
    ['<!-- {"data": 5} -->', []],
  ])('of %s', (xml, data) => {
    expect(exampleIn(xml)).toEqual(data);
  });
});
