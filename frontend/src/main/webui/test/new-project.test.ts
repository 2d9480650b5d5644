import {beforeEach, describe, expect, it, vi} from 'vitest';

import {FileChanged} from '../src/model/file-changed.js';
import {NewProject} from '../src/model/new-project.js';
import {UploadSpeed} from '../src/model/upload-speed.js';
import type {Upload} from '../src/upload.js';
import {Problem} from '../src/requests.js';
import {down, settle} from './fakes.js';
import {PREVIEW, PROPOSAL, file} from './new-projects.js';
import {TEMPLATE} from './template.js';

describe('a new project', () => {
  const api = {
    propose: vi.fn(),
    preview: vi.fn(),
    createProject: vi.fn(),
    deleteProject: vi.fn(),
    importFiles: vi.fn(),
  };
  let keys: number;
  let project: NewProject;

  beforeEach(() => {
    keys = 0;
    Object.values(api).forEach((call) => call.mockReset());
    api.propose.mockResolvedValue(PROPOSAL);
    api.preview.mockResolvedValue(PREVIEW);
    api.createProject.mockResolvedValue({id: 7});
    api.deleteProject.mockResolvedValue(new Response());
    api.importFiles.mockResolvedValue({task_count: 2});
    project = new NewProject({
      api,
      newKey: () => `key ${++keys}`,
      newSpeed: () => new UploadSpeed(() => 0),
      onChange: () => undefined,
    });
  });

  it('is proposed from a file, shown, and made with all of its tasks', async () => {
    const files = [file('answers.csv')];
    await project.open(files);

    expect(project).toMatchObject({step: 'proposed', title: 'Answers', proposal: PROPOSAL, preview: PREVIEW});
    expect(api.preview).toHaveBeenCalledWith({label_config: '<View/>'}, PROPOSAL.tasks, expect.anything());
    expect(await project.make()).toBe(7);
    expect(api.createProject).toHaveBeenCalledWith(
      {title: 'Answers', maximum_annotations: 1, label_config: '<View/>'},
      'key 1',
    );
    expect(api.importFiles.mock.calls[0]?.slice(0, 2)).toEqual([7, files]);
    expect(api.deleteProject).not.toHaveBeenCalled();
  });

  it('is judged by as many people as the person says', async () => {
    await project.open([file('answers.csv')]);
    project.overlap = 0;
    expect(project.isReady).toBe(false);
    project.overlap = 2;
    expect(await project.make()).toBe(7);

    expect(api.createProject.mock.calls[0]?.[0]).toMatchObject({maximum_annotations: 2});
  });

  it('is proposed from the beginning of a long file', async () => {
    const long = file('long.csv', 'x'.repeat(5 * 1024 * 1024));
    await project.open([long]);

    expect(api.propose.mock.calls[0]?.[0]).toMatchObject({
      name: 'long.csv',
      isCut: true,
      beginning: {size: 4 * 1024 * 1024},
    });
  });

  it('takes the columns that are chosen, once they can be compared', async () => {
    await project.open([file('answers.csv')]);
    project.title = 'Mine';
    await project.choose('answer2', null);

    expect(project).toMatchObject({step: 'proposed', isReady: false, preview: undefined});
    expect(await project.make()).toBeUndefined();
    expect(api.createProject).not.toHaveBeenCalled();
    await project.choose('id', 'answer');

    expect(api.propose.mock.calls[1]?.[1]).toEqual({prompts: ['prompt'], answers: ['id', 'answer1']});
    expect(project).toMatchObject({title: 'Mine', isReady: true});
  });

  it('is not made otherwise than it is shown when a choice is refused', async () => {
    await project.open([file('answers.csv')]);
    api.propose.mockRejectedValueOnce(new Problem(400, '', 'no'));
    await project.choose('prompt', null);

    expect(project).toMatchObject({step: 'proposed', proposal: PROPOSAL, isReady: false, failure: {message: 'no'}});
    expect(project.roles.get('prompt')).toBeNull();
    await project.choose('prompt', 'prompt');
    expect(project.isReady).toBe(true);
  });

  it('is of the files that came last', async () => {
    let answer: (proposal: unknown) => void = () => undefined;
    api.propose.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const first = project.open([file('first.csv')]);
    expect(project).toMatchObject({step: 'reading', proposal: undefined});
    await project.open([file('second.csv')]);
    answer({...PROPOSAL, found_format: '.json'});
    await first;

    expect(project).toMatchObject({step: 'proposed', title: 'Second', proposal: {found_format: '.csv'}});
  });

  it('sends more of a file whose first task is long', async () => {
    api.propose.mockRejectedValueOnce(new Problem(400, '', 'send more of it'));
    await project.open([file('long.csv', 'x'.repeat(5 * 1024 * 1024))]);

    expect(api.propose.mock.calls.map(([{isCut}]) => isCut as boolean)).toEqual([true, false]);
    expect(project.step).toBe('proposed');
  });

  it('shows one task where three are too much', async () => {
    api.preview.mockRejectedValueOnce(new Problem(413, '', 'too large'));
    await project.open([file('answers.csv')]);

    expect(api.preview.mock.calls[1]?.[1]).toHaveLength(1);
    expect(project.step).toBe('proposed');
  });

  it('says that a file was changed since it was chosen', async () => {
    const gone = file('answers.csv');
    await project.open([gone]);
    api.importFiles.mockRejectedValueOnce(down());
    vi.spyOn(gone, 'slice').mockReturnValue({arrayBuffer: () => Promise.reject(new Error('gone'))} as unknown as Blob);
    await project.make();

    expect(project.failure).toBeInstanceOf(FileChanged);
  });

  it('says why a file cannot be read, and waits for another one', async () => {
    api.propose.mockRejectedValueOnce(new Problem(400, '', 'line 3'));
    await project.open([file('broken.csv')]);

    expect(project).toMatchObject({step: 'choosing', proposal: undefined, failure: {message: 'line 3'}});
    await project.open([file('answers.csv')]);
    expect(project).toMatchObject({step: 'proposed', failure: undefined});
  });

  it('leaves nothing behind when its file is refused', async () => {
    await project.open([file('answers.csv')]);
    api.importFiles.mockRejectedValueOnce(new Problem(400, '', 'Error at item 7'));

    expect(await project.make()).toBeUndefined();
    expect(api.deleteProject).toHaveBeenCalledWith(7);
    expect(project).toMatchObject({step: 'proposed', failure: {message: 'Error at item 7'}});
  });

  it('asks the same again when no answer came, so that nothing is stored twice', async () => {
    await project.open([file('answers.csv')]);
    api.importFiles.mockRejectedValueOnce(down());

    expect(await project.make()).toBeUndefined();
    expect(api.deleteProject).not.toHaveBeenCalled();
    expect(await project.make()).toBe(7);
    expect(api.createProject).toHaveBeenCalledOnce();
    const used = api.importFiles.mock.calls.map(([, , how]) => (how as Upload).key);
    expect(used).toEqual(['key 2', 'key 2']);
  });

  it('makes the same project when no answer came to that', async () => {
    await project.open([file('answers.csv')]);
    api.createProject.mockRejectedValueOnce(down());
    await project.make();
    await project.make();

    expect(api.createProject.mock.calls.map(([, key]) => key as string)).toEqual(['key 1', 'key 1']);
  });

  it('makes another one when its title was changed since', async () => {
    await project.open([file('answers.csv')]);
    api.importFiles.mockRejectedValueOnce(down());
    await project.make();
    project.title = 'Others';
    await project.make();

    expect(api.deleteProject).toHaveBeenCalledWith(7);
    expect(api.createProject.mock.calls.map(([{title}]) => title as string)).toEqual(['Answers', 'Others']);
  });

  it('is deleted when its import is cancelled', async () => {
    await project.open([file('answers.csv')]);
    api.importFiles.mockImplementationOnce(
      (_id, _files, {signal}: Upload) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    const made = project.make();
    await settle();
    expect(project.step).toBe('making');
    project.cancel();

    expect(await made).toBeUndefined();
    expect(api.deleteProject).toHaveBeenCalledWith(7);
    expect(project).toMatchObject({step: 'proposed', failure: undefined});
  });

  it('cannot be made where nobody can tell what is compared', async () => {
    api.propose.mockResolvedValueOnce({...PROPOSAL, label_config: null});
    await project.open([file('answers.csv')]);

    expect(project.preview).toBeUndefined();
    expect(await project.make()).toBeUndefined();
    expect(api.createProject).not.toHaveBeenCalled();
  });

  it('shows the example of a template, and makes a project of it', async () => {
    await project.begin(TEMPLATE);

    const asked = {label_config: TEMPLATE.config, ask_strength: true};
    expect(project).toMatchObject({step: 'proposed', isReady: true, preview: PREVIEW});
    expect(project.title).toBe('Which of two answers is better, and why would anyb');
    expect(api.preview).toHaveBeenCalledWith(asked, [TEMPLATE.example], expect.anything());
    project.title = 'Mine';
    expect(await project.make()).toBe(7);
    expect(api.createProject).toHaveBeenCalledWith({title: 'Mine', maximum_annotations: 1, ...asked}, 'key 1');
    const [imported] = api.importFiles.mock.calls[0]?.[1] as File[];
    expect(JSON.parse((await imported?.text()) ?? '')).toEqual([TEMPLATE.example]);
  });

  it('shows the tasks of a file by a template, with the columns that hold what it shows', async () => {
    await project.begin(TEMPLATE);
    project.title = 'Mine';
    const files = [file('answers.csv')];
    await project.open(files);
    expect(project).toMatchObject({title: 'Mine', isReady: true});
    await project.map('answer1', 'id');

    const config = TEMPLATE.config.replace('$answer1', '$id');
    expect(api.preview).toHaveBeenLastCalledWith(
      {label_config: config, ask_strength: true},
      PROPOSAL.tasks,
      expect.anything(),
    );
    await project.make();
    expect(api.createProject.mock.calls[0]?.[0]).toMatchObject({label_config: config});
    expect(api.importFiles.mock.calls[0]?.[1]).toBe(files);
  });

  it('waits for a column for each thing that a template shows', async () => {
    await project.begin(TEMPLATE);
    await project.open([file('answers.csv')]);
    await project.map('prompt', '');

    expect(project).toMatchObject({isReady: false, preview: undefined});
    expect(await project.make()).toBeUndefined();
    await project.map('prompt', 'id');
    expect(project.isReady).toBe(true);
  });

  it('keeps a template whose file cannot be read', async () => {
    await project.begin(TEMPLATE);
    api.propose.mockRejectedValueOnce(new Problem(400, '', 'line 3'));
    await project.open([file('broken.csv')]);

    expect(project).toMatchObject({step: 'proposed', template: TEMPLATE, failure: {message: 'line 3'}, isReady: false});
    project.startAgain();
    expect(project).toMatchObject({step: 'choosing', template: undefined});
  });
});
