// @vitest-environment happy-dom
import {afterEach, beforeEach, expect, it, vi} from 'vitest';

import '../src/elements/code-block.js';
import type {CodeBlockElement} from '../src/elements/code-block.js';

const CODE = 'const a = "\u202Eb";';

let block: CodeBlockElement;

beforeEach(async () => {
  block = document.createElement('code-block');
  block.code = CODE;
  block.language = 'JS';
  document.body.append(block);
  await block.updateComplete;
});

afterEach(() => {
  block.remove();
  vi.restoreAllMocks();
});

const found = (selector: string) => block.shadowRoot?.querySelector(selector);

async function copy(): Promise<string | undefined> {
  found('button')?.dispatchEvent(new MouseEvent('click'));
  await new Promise((resolve) => setTimeout(resolve));
  await block.updateComplete;
  return found('[role=status]')?.textContent;
}

it('names the language as the text does', () => {
  expect(found('.language')?.textContent).toBe('JS');
});

it('colours the code later, and changes nothing else', async () => {
  const plain = found('pre')?.textContent;
  expect(plain).toBe('const a = "‹U+202E›b";');

  await expect.poll(() => found('.keyword')?.textContent, {timeout: 5000}).toBe('const');
  expect(found('pre')?.textContent).toBe(plain);
});

it('does not show the colours of the code that it held before', async () => {
  await expect.poll(() => found('.keyword'), {timeout: 5000}).toBeTruthy();
  block.code = 'other';
  await block.updateComplete;

  expect(found('pre')?.textContent).toBe('other');
});

it('leaves code plain that is long or in a language that it does not know', async () => {
  block.language = 'brainfuck';
  await block.updateComplete;
  await new Promise((resolve) => setTimeout(resolve, 20));

  expect(found('.keyword')).toBeNull();
});

it('copies the code to the letter and says so', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();

  expect(found('button')?.textContent).toBe('Copy code');
  expect(await copy()).toBe('Copied');
  expect(write).toHaveBeenCalledWith(CODE);
});

it('says that the code was not copied', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));

  expect(await copy()).toBe('This browser did not allow it');
});
