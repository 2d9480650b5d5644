import {describe, expect, it} from 'vitest';

import {nameOfPasted, titleOfFile} from '../src/model/file-names.js';

describe('the title of a project of a file', () => {
  it.each([
    ['answers.csv', 'Answers'],
    ['two_models  v2.final.jsonl', 'Two models v2.final'],
    ['été.json', 'Été'],
    ['ab.csv', ''],
    ['.csv', ''],
    [`${'x'.repeat(60)}.csv`, `X${'x'.repeat(49)}`],
    [`${'😀'.repeat(60)}.csv`, '😀'.repeat(50)],
  ])('%s', (name, title) => {
    expect(titleOfFile(name)).toBe(title);
  });
});

describe('the format of pasted text', () => {
  it.each([
    ['[{"prompt": "p"}]', 'pasted.json'],
    ['\n {"prompt": "p"}\n{"prompt": "q"}', 'pasted.json'],
    ['prompt\tanswer1\tanswer2\np\ta\tb', 'pasted.tsv'],
    ['prompt,answer1,answer2\np,"a\tb",c', 'pasted.csv'],
  ])('%s', (text, name) => {
    expect(nameOfPasted(text)).toBe(name);
  });
});
