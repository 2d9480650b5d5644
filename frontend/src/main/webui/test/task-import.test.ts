import {beforeEach, describe, expect, it, vi} from 'vitest';

import type {ImportProgress} from '../src/import-api.js';
import {TaskImport} from '../src/model/task-import.js';
import {UploadSpeed} from '../src/model/upload-speed.js';
import {Problem} from '../src/requests.js';
import type {ImportTerms} from '../src/import-api.js';
import {down, settle} from './fakes.js';
import {file} from './new-projects.js';

const PROGRESS: ImportProgress = {
  state: 'storing',
  rows_read: 3000,
  rows_stored: 2000,
  bytes_read: 50,
  bytes_total: 200,
  seconds: 2,
};

describe('an import', () => {
  const api = {importFiles: vi.fn(), cancelImport: vi.fn()};
  let answer: (with_: unknown) => void;
  let time: number;
  let adding: TaskImport;

  beforeEach(() => {
    time = 0;
    let keys = 0;
    api.cancelImport.mockReset();
    api.importFiles.mockReset().mockImplementation(
      (_id: number, _files: unknown, {signal}: ImportTerms) =>
        new Promise((resolve, reject) => {
          answer = resolve;
          signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        }),
    );
    adding = new TaskImport(7, {
      api,
      newKey: () => `key ${++keys}`,
      newSpeed: () => new UploadSpeed(() => time),
      onChange: () => undefined,
    });
  });

  const terms = () => api.importFiles.mock.calls.at(-1)?.[2] as ImportTerms;

  it('tells how fast rows are stored and how long it will take', () => {
    void adding.start([file('a.csv')]);
    terms().onSent(200, 200);
    expect(adding.speed?.rowsPerSecond).toBeUndefined();
    terms().onRows?.(PROGRESS);
    expect([adding.speed?.rowsPerSecond, adding.speed?.storingSecondsLeft]).toEqual([1000, 6]);
  });

  it('stores nothing if it was cancelled in time', async () => {
    const done = adding.start([file('a.csv')]);
    api.cancelImport.mockResolvedValueOnce({...PROGRESS, state: 'cancelled'});
    await adding.cancel();

    expect(await done).toBe(false);
    expect(api.cancelImport).toHaveBeenCalledWith(7, 'key 1');
    expect(adding).toMatchObject({cancelled: 'nothing', failure: undefined, isRunning: false, isCancelling: false});
  });

  it('says what was added if it was too late to cancel', async () => {
    const done = adding.start([file('a.csv')]);
    api.cancelImport.mockResolvedValueOnce({...PROGRESS, state: 'stored'});
    await adding.cancel();
    answer({task_count: 9});

    expect(await done).toBe(true);
    expect(adding).toMatchObject({outcome: {added: 9}, cancelled: undefined});
  });

  it('asks twice where the server did not know of it yet', async () => {
    void adding.start([file('a.csv')]);
    api.cancelImport.mockRejectedValue(new Problem(404, '', 'no import'));
    await adding.cancel();
    await settle();

    expect(api.cancelImport).toHaveBeenCalledTimes(2);
    expect(adding.cancelled).toBe('nothing');
  });

  it('does not claim to know what became of it if nobody answers', async () => {
    void adding.start([file('a.csv')]);
    api.cancelImport.mockRejectedValue(down());
    await adding.cancel();
    await settle();

    expect(adding.cancelled).toBe('unknown');
  });

  it('offers to leave out what is wrong once', async () => {
    api.importFiles.mockRejectedValue(new Problem(400, '', 'Error at item 3'));
    await adding.start([file('a.csv')]);
    expect(adding.mayLeaveOut).toBe(true);
    await adding.leaveOut();

    expect(terms()).toMatchObject({leaveOut: true, key: 'key 2'});
    expect(adding).toMatchObject({mayLeaveOut: false, files: []});
  });
});
