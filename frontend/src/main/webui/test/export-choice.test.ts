import {describe, expect, it} from 'vitest';

import {type Format, exportPath, optionsOf, useOf} from '../src/model/export-choice.js';
import {snippetsOf} from '../src/model/export-code.js';

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

  it('is asked only what it knows', () => {
    const options = {spreadsheet: true, download_all_tasks: true};

    expect(exportPath(7, format('CSV'), options)).toBe(
      '/api/projects/7/export?exportType=CSV&spreadsheet=true&download_all_tasks=true',
    );
    expect(exportPath(7, format('JSON'), options)).toBe(
      '/api/projects/7/export?exportType=JSON&download_all_tasks=true',
    );
    expect(exportPath(7, format('TRL', ['training']), options)).toBe('/api/projects/7/export?exportType=TRL');
  });

  it.each([
    ['TRL', 'export.jsonl', 'load_dataset("json"'],
    ['JSON', 'export.json', 'json.load(lines)'],
    ['CSV', 'export.csv', 'read_csv("export.csv")'],
    ['TSV', 'export.csv', 'sep="\\t"'],
  ])('%s is read by code that can be pasted', (name, file, reading) => {
    const [curl, python] = snippetsOf(format(name), 'http://localhost/x');

    expect(curl?.code).toContain(`-o ${file}`);
    expect(curl?.code).toContain('"http://localhost/x"');
    expect(python?.code).toContain(file);
    expect(python?.code).toContain(reading);
  });
});
