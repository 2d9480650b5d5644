import {describe, expect, it} from 'vitest';

import {blocksOf} from '../src/model/prose.js';

const text = (...spans: [boolean, string][]) => ({kind: 'text', spans: spans.map(([code, text]) => ({code, text}))});

describe('blocksOf', () => {
  it('keeps plain text to the letter', () => {
    expect(blocksOf('# Not a heading\n\n* a  b\n<b>bold</b> **x** _y_ [z](javascript:1)')).toEqual([
      text([false, '# Not a heading\n\n* a  b\n<b>bold</b> **x** _y_ [z](javascript:1)']),
    ]);
  });

  it('sets fenced code apart with its language', () => {
    expect(blocksOf('Try:\n\n```python\nx = 1\n\ny = "```"\n```\n\nDone.')).toEqual([
      text([false, 'Try:']),
      {kind: 'code', language: 'python', code: 'x = 1\n\ny = "```"'},
      text([false, 'Done.']),
    ]);
  });

  it('takes a fence that nobody closes for text', () => {
    expect(blocksOf('```\nopen')).toEqual([text([false, '```\nopen'])]);
  });

  it('lets a longer fence hold a shorter one, and tildes backticks', () => {
    expect(blocksOf('````\n```\na\n```\n````')).toEqual([{kind: 'code', language: '', code: '```\na\n```'}]);
    expect(blocksOf('~~~\n```\n~~~')).toEqual([{kind: 'code', language: '', code: '```'}]);
  });

  it('marks code inside a line, but never over lines', () => {
    expect(blocksOf('use `sum` here')).toEqual([text([false, 'use '], [true, 'sum'], [false, ' here'])]);
    expect(blocksOf('a ` b\nc ` d')).toEqual([text([false, 'a ` b\nc ` d'])]);
  });

  it('makes nothing of nothing', () => {
    expect(blocksOf('')).toEqual([]);
    expect(blocksOf('\n \n')).toEqual([]);
  });

  it('is done soon with hostile text', () => {
    const started = performance.now();
    blocksOf('`'.repeat(100_000));
    blocksOf('```\n'.repeat(20_001));
    blocksOf('```open\n'.repeat(20_000) + '~~~\n');
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
