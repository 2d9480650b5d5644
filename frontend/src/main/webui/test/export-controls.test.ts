import {describe, expect, it} from 'vitest';

import {type Format, exportQuery, previewQuery} from '../src/model/export-choice.js';
import {snippetsOf} from '../src/model/export-code.js';
import {
  type Controls,
  FILE_CONTROLS,
  chosenControls,
  choicesOf,
  controlParameters,
} from '../src/model/export-controls.js';
import {EVERYTHING} from '../src/model/export-selection.js';
import {snapshotFile} from '../src/model/snapshots.js';
import {ownerTexts} from '../src/owner-texts.js';

const PART = ['data', 'provenance', 'rejected'];
const LINT = ['leave_out', 'strict', 'report'];
const COMPRESS = ['none', 'gzip', 'zstd'];

function format(name: string, choices: Format['choices'], more: Partial<Format> = {}): Format {
  return {
    title: name,
    description: '',
    link: '',
    name,
    ending: 'jsonl',
    tags: ['training'],
    ...more,
    ...(choices ? {choices} : {}),
  };
}

const AXOLOTL = format('AXOLOTL', {
  part: PART,
  lint: LINT,
  conflicts: ['keep', 'drop'],
  variant: ['chat_template', 'bradley_terry'],
  compress: COMPRESS,
});
const LLAMA_FACTORY = format(
  'LLAMA_FACTORY',
  {
    part: ['zip', 'data', 'dataset_info', ...PART.slice(1)],
    lint: LINT,
    shape: ['auto', 'text', 'messages'],
    compress: COMPRESS,
  },
  {ending: 'zip'},
);
const TABLE = format('CSV', {columns: [], compress: COMPRESS}, {ending: 'csv', tags: []});

const names = (one: Format, controls: Controls = {}) => choicesOf(one, controls).map(({name}) => name);

describe('what a file can be asked', () => {
  it('is a licence where the format has a card', () => {
    const folder = format('HF', {license: [], compress: COMPRESS}, {ending: 'zip'});

    expect(choicesOf(folder, {}).map(({name, chosen}) => [name, chosen])).toEqual([['license', 'unknown']]);
    expect(controlParameters(folder, {})).toEqual([]);
    expect(controlParameters(folder, {license: 'cc-by-4.0'})).toEqual([['license', 'cc-by-4.0']]);
    expect(controlParameters(AXOLOTL, {license: 'mit'})).toEqual([]);
  });

  it('is what its format takes', () => {
    expect(names(AXOLOTL)).toEqual(['part', 'variant', 'lint', 'conflicts', 'compress']);
    expect(names(TABLE)).toEqual(['columns', 'compress']);
    expect(names(format('OF_AN_OLDER_SERVER', undefined))).toEqual([]);
    expect(choicesOf(AXOLOTL, {}).find(({name}) => name === 'lint')?.words).toEqual(['leave_out', 'strict']);
  });

  it('is any columns of a table, which are asked for as they are typed', () => {
    expect(choicesOf(TABLE, {})).toContainEqual({name: 'columns', words: [], chosen: ''});
    expect(controlParameters(TABLE, {})).toEqual([]);
    expect(controlParameters(TABLE, {columns: 'prompt,instruction'})).toEqual([['columns', 'prompt,instruction']]);
    expect(controlParameters(AXOLOTL, {columns: 'prompt'})).toEqual([]);
  });

  it('is no compression of a zip file, but of the files in it', () => {
    expect(names(LLAMA_FACTORY)).toEqual(['part', 'shape', 'lint']);
    expect(names(LLAMA_FACTORY, {part: 'data'})).toContain('compress');
  });

  it('is no refusal of the rows that are left out', () => {
    expect(names(AXOLOTL, {part: 'rejected', lint: 'strict'})).not.toContain('lint');
    expect(controlParameters(AXOLOTL, {part: 'rejected', lint: 'strict'})).toEqual([['part', 'rejected']]);
  });

  it('is said by the parameters of the API, without what is usual and what the format does not take', () => {
    const controls = {part: 'provenance', variant: 'bradley_terry', lint: 'leave_out', compress: 'gzip', shape: 'text'};

    expect(exportQuery(AXOLOTL, {}, controls, {...EVERYTHING, minStrength: 1})).toBe(
      'exportType=AXOLOTL&part=provenance&variant=bradley_terry&compress=gzip&min_strength=1',
    );
    expect(exportQuery(TABLE, {}, controls, EVERYTHING)).toBe('exportType=CSV&compress=gzip');
    expect(exportQuery(AXOLOTL, {}, {variant: 'kto', lint: 'report'}, EVERYTHING)).toBe('exportType=AXOLOTL');
    expect(snapshotFile(7, 2, AXOLOTL, controls)).toBe(
      '/api/projects/7/snapshots/2/export?exportType=AXOLOTL&part=provenance&variant=bradley_terry&compress=gzip',
    );
  });

  it('is read from an address', () => {
    expect(chosenControls(new URLSearchParams('exportType=TRL&part=rejected&compress=zstd&min_strength=1'))).toEqual({
      part: 'rejected',
      compress: 'zstd',
    });
  });

  it('is previewed as text', () => {
    const preview = (one: Format, controls: Controls) => previewQuery(one, {}, controls, EVERYTHING);

    expect(preview(LLAMA_FACTORY, {shape: 'messages'})).toBe('exportType=LLAMA_FACTORY&part=data&shape=messages');
    expect(preview(LLAMA_FACTORY, {part: 'provenance', compress: 'zstd'})).toBe(
      'exportType=LLAMA_FACTORY&part=provenance',
    );
    expect(preview(format('PARQUET', {compress: COMPRESS}), {compress: 'gzip'})).toBe('exportType=TRL');
    const folder = format('HF', {part: ['data', 'provenance', 'rejected'], license: [], conflicts: ['keep', 'drop']});
    expect(preview(folder, {part: 'rejected', license: 'mit', conflicts: 'drop'})).toBe(
      'exportType=TRL&part=rejected&conflicts=drop',
    );
  });

  it('has words for people', () => {
    for (const one of [AXOLOTL, LLAMA_FACTORY, TABLE])
      for (const {name, words} of choicesOf(one, {part: 'data'}))
        expect(Object.keys(ownerTexts.export.controls[name].options)).toEqual(expect.arrayContaining([...words]));
    expect([...names(LLAMA_FACTORY, {part: 'data'}), 'conflicts', 'variant', 'license', 'columns'].sort()).toEqual(
      [...FILE_CONTROLS].sort(),
    );
  });

  it.each([
    [AXOLOTL, {compress: 'gzip'}, '-o export.jsonl.gz', 'data_files="export.jsonl.gz"'],
    [LLAMA_FACTORY, {}, '-o export.zip', 'ZipFile("export.zip")'],
    [LLAMA_FACTORY, {part: 'provenance', compress: 'zstd'}, '-o export.jsonl.zst', 'data_files="export.jsonl.zst"'],
    [LLAMA_FACTORY, {part: 'dataset_info'}, '-o export.json ', 'with open("export.json", "rt"'],
    [TABLE, {compress: 'gzip'}, '-o export.csv.gz', 'read_csv("export.csv.gz")'],
    [
      format('JSON', {compress: COMPRESS}, {ending: 'json'}),
      {compress: 'gzip'},
      '-o export.json.gz',
      'gzip.open("export.json.gz"',
    ],
    [
      format('JSON', {compress: COMPRESS}, {ending: 'json'}),
      {compress: 'zstd'},
      '-o export.json.zst',
      '# pip install zstandard',
    ],
  ])('is in the code to paste: %#', (one, controls, getting, reading) => {
    const [curl, python] = snippetsOf(one, controls, 'http://localhost/x');

    expect(curl?.code).toContain(getting);
    expect(python?.code).toContain(reading);
  });
});
