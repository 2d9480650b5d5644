import {describe, expect, it, vi} from 'vitest';

import {Part} from '../src/parts.js';

describe('Part', () => {
  it('is loaded once, however many ask for it', async () => {
    const fetch = vi.fn(() => Promise.resolve('there'));
    const part = new Part(fetch);
    expect(part.loaded).toBeUndefined();

    expect(await Promise.all([part.load(), part.load()])).toEqual(['there', 'there']);
    await part.load();
    expect(part.loaded).toBe('there');
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('is tried again after a failure', async () => {
    const part = new Part(vi.fn(() => Promise.resolve('there')).mockRejectedValueOnce(new Error('away')));
    await expect(part.load()).rejects.toThrow('away');
    expect(part.failed).toBe(true);

    const second = part.load();
    expect(part.failed).toBe(true);
    await second;
    expect(part.failed).toBe(false);
    expect(part.loaded).toBe('there');
  });
});
