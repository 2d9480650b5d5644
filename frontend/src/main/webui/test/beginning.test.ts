import {describe, expect, it} from 'vitest';

import type {Content} from '../src/api.js';
import {sharedBeginning} from '../src/model/beginning.js';

const LONG = 'Some words that are the same. '.repeat(15).trim();

const beginningOf = (...texts: string[]) => sharedBeginning(texts.map((text) => ({text})));

describe('sharedBeginning', () => {
  it('is what both texts begin with, up to the end of a block', () => {
    expect(beginningOf(`# A\n\n${LONG}\n\nThen one.`, `# A\n\n${LONG}\n\nThen two.`)).toEqual({
      units: 2,
      words: 91,
      contents: 2,
    });
  });

  it('does not end within a paragraph, a list, a table or code', () => {
    expect(beginningOf(`${LONG} One.\n\nx`, `${LONG} Two.\n\nx`)).toBeUndefined();
    expect(beginningOf(`${LONG}\none\n\nx`, `${LONG}\n\ny`)).toBeUndefined();
    expect(beginningOf(`- ${LONG}\n- one\n\nx`, `- ${LONG}\n- two\n\nx`)).toBeUndefined();
    expect(beginningOf(`\`\`\`\n${LONG}\n\`\`\`\n\nx`, `\`\`\`\n${LONG}\n\n\`\`\`\n\ny`)).toBeUndefined();
  });

  it('leaves something to read of each text, also if one is the beginning of the other', () => {
    expect(beginningOf(`${LONG}\n\n${LONG}`, `${LONG}\n\n${LONG}\n\nmore`)?.units).toBe(1);
    expect(beginningOf(LONG, `${LONG}\n\nmore`)).toBeUndefined();
  });

  it('is nothing if it is short', () => {
    expect(beginningOf('Same.\n\none', 'Same.\n\ntwo')).toBeUndefined();
  });

  it('is nothing if its links lead to different places', () => {
    const text = `[a] ${LONG}\n\n`;
    expect(beginningOf(`${text}one\n\n[a]: https://x.org`, `${text}two\n\n[a]: https://y.org`)).toBeUndefined();
    expect(beginningOf(`${text}one\n\n[a]: https://x.org`, `${text}two\n\n[a]: https://x.org`)?.units).toBe(1);
  });

  it('does not mind how lines end', () => {
    expect(beginningOf(`${LONG}\r\n\r\none`, `${LONG}\n\ntwo`)?.units).toBe(1);
  });

  it('is that of all texts, if there are more than two', () => {
    const texts = [`${LONG}\n\n${LONG}\n\n1`, `${LONG}\n\n${LONG}\n\n2`, `${LONG}\n\n3`];
    expect(beginningOf(...texts)).toMatchObject({units: 1, contents: 3});
    expect(beginningOf(LONG)).toBeUndefined();
  });

  it('is the first turns of conversations', () => {
    const talk = (last: string): Content => ({
      messages: [
        {role: 'user', content: LONG},
        {role: 'assistant', content: last},
      ],
    });
    expect(sharedBeginning([talk('one'), talk('two')])).toMatchObject({units: 1, words: 90});
    expect(sharedBeginning([talk('one'), {text: LONG}])).toBeUndefined();
  });

  it('is nothing of texts that are not read as Markdown', () => {
    const text = `${LONG}\n\n`.repeat(700);
    expect(beginningOf(`${text}1`, `${text}2`)).toBeUndefined();
  });
});
