import {describe, expect, it} from 'vitest';

import {
  type Format,
  chosenOptions,
  exportPath,
  exportQuery,
  groupOf,
  hasPreview,
  isFolded,
  optionsOf,
  previewQuery,
  useOf,
  usualFirst,
} from '../src/model/export-choice.js';
import {snippetsOf} from '../src/model/export-code.js';
import {EVERYTHING} from '../src/model/export-selection.js';

const format = (name: string, tags?: string[]): Format => ({
  title: name,
  description: '',
  link: 'https://example.org',
  name,
  ...(tags ? {tags} : {}),
});

describe('a format', () => {
  it.each([
    ['TRL', ['training'], 'training', []],
    ['CSV', undefined, 'tables', ['spreadsheet', 'download_all_tasks']],
    ['TSV', undefined, 'tables', ['spreadsheet', 'download_all_tasks']],
    ['JSON', undefined, 'scripts', ['download_all_tasks']],
    ['A_NEW_ONE', undefined, 'scripts', ['download_all_tasks']],
  ])('%s %s is for %s', (name, tags, use, options) => {
    expect(useOf(format(name, tags))).toBe(use);
    expect(optionsOf(format(name, tags))).toEqual(options);
  });

  it.each([
    ['TRL', ['training', 'TRL'], 'training', false],
    ['A_NEW_ONE', ['training'], 'training', false],
    ['NEMO_RL', ['training', 'trainer'], 'trainers', true],
    ['TOGETHER', ['training', 'service'], 'services', true],
    ['COHERE', ['training', 'ended-service'], 'ended', true],
    ['CSV', undefined, 'tables', false],
    ['JSON', undefined, 'scripts', false],
  ])('%s %s stands in the group %s', (name, tags, group, folded) => {
    expect(groupOf(format(name, tags))).toBe(group);
    expect(isFolded(groupOf(format(name, tags)))).toBe(folded);
  });

  it('to train on comes first, and one that the project can have nothing for last', () => {
    const formats = [format('JSON'), {...format('TRL', ['training']), disabled: true}, format('TRL_SFT', ['training'])];

    expect(usualFirst(formats).map(({name}) => name)).toEqual(['TRL_SFT', 'JSON', 'TRL']);
  });

  it('shows its first rows where they are text', () => {
    const parts = {part: ['zip', 'data']};
    expect(hasPreview(format('TRL'))).toBe(true);
    expect(hasPreview({...format('HF'), ending: 'zip'})).toBe(true);
    expect(hasPreview({...format('LLAMA_FACTORY'), ending: 'zip', choices: parts})).toBe(true);
    expect(hasPreview({...format('OTHER'), ending: 'zip'})).toBe(false);
  });

  it('has the name that its files end on', () => {
    const [curl, python] = snippetsOf({...format('LLAMA_FACTORY'), ending: 'zip'}, {}, 'http://localhost/x');
    expect(curl?.code).toContain('-o export.zip');
    expect(python?.code).toContain('ZipFile("export.zip")');
  });

  it('is asked only what it knows', () => {
    const options = {spreadsheet: true, download_all_tasks: true};
    const query = (name: string, tags?: string[]) =>
      exportQuery(format(name, tags), options, {}, {...EVERYTHING, minStrength: 2, annotators: [3]});

    expect(query('CSV')).toBe('exportType=CSV&spreadsheet=true&download_all_tasks=true&annotators=3');
    expect(query('JSON')).toBe('exportType=JSON&download_all_tasks=true&annotators=3');
    expect(query('TRL', ['training'])).toBe('exportType=TRL&min_strength=2&annotators=3');
    expect(exportPath(7, 'exportType=TRL')).toBe('/api/projects/7/export?exportType=TRL');
    expect(chosenOptions(new URLSearchParams(query('CSV')))).toEqual(options);
  });

  it('is previewed by the same rows as text where its file is none', () => {
    const preview = (name: string) => previewQuery(format(name, ['training']), {}, {}, {...EVERYTHING, minStrength: 2});

    expect(preview('PARQUET')).toBe('exportType=TRL&min_strength=2');
    expect(preview('HF')).toBe('exportType=TRL&min_strength=2');
    expect(preview('NEMO_RL')).toBe('exportType=NEMO_RL&min_strength=2');
  });

  it.each(['PARQUET', 'HF'])('what stands beside the rows of %s is read as lines', (name) => {
    const parts = {...format(name, ['training']), choices: {part: ['data', 'provenance', 'rejected']}};
    const [curl, python] = snippetsOf(parts, {part: 'provenance'}, 'http://localhost/x');

    expect(curl?.code).toContain('-o export.jsonl');
    expect(python?.code).toContain('load_dataset("json", data_files="export.jsonl"');
  });

  it.each([
    ['PARQUET', 'export.parquet', 'pandas.read_parquet("export.parquet")'],
    ['HF', 'export.zip', 'load_dataset("export")'],
    ['TRL', 'export.jsonl', 'load_dataset("json"'],
    ['JSON', 'export.json', 'json.load(lines)'],
    ['CSV', 'export.csv', 'read_csv("export.csv")'],
    ['TSV', 'export.csv', 'sep="\\t"'],
  ])('%s is read by code that can be pasted', (name, file, reading) => {
    const [curl, python] = snippetsOf(format(name), {}, 'http://localhost/x');

    expect(curl?.code).toContain(`-o ${file}`);
    expect(curl?.code).toContain('"http://localhost/x"');
    expect(python?.code).toContain(file);
    expect(python?.code).toContain(reading);
  });
});
