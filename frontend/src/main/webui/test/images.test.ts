import {describe, expect, it} from 'vitest';

import {shortAddress, shownAddressOf} from '../src/model/images.js';

const SOURCES = ['https://images.example.org/prefs/', 'http://store:9000/'];

describe('an image', () => {
  it.each([
    ['https://images.example.org/prefs/cat.png', 'https://images.example.org/prefs/cat.png'],
    ['HTTPS://Images.Example.ORG:443/prefs/a b.png?c=d%2Fe', 'https://images.example.org/prefs/a%20b.png?c=d%2Fe'],
    ['https://images.example.org/prefs/a/../cat.png#x', 'https://images.example.org/prefs/cat.png'],
    ['https://images.example.org/prefs', 'https://images.example.org/prefs'],
    ['http://store:9000/cat.png', 'http://store:9000/cat.png'],
  ])('of %j is asked for as %j', (address, asked) => {
    expect(shownAddressOf(address, SOURCES)).toBe(asked);
  });

  it.each([
    'https://images.example.org/',
    'https://images.example.org/prefs2/cat.png',
    'https://images.example.org/prefs/../secret.png',
    'https://images.example.org/prefs/%2e%2e/secret.png',
    'https://images.example.org\\@x.org/prefs/cat.png',
    'https://images.example.org@x.org/prefs/cat.png',
    'https://me:secret@images.example.org/prefs/cat.png',
    'https://images.example.org.x.org/prefs/cat.png',
    'http://images.example.org/prefs/cat.png',
    'https://images.example.org:8443/prefs/cat.png',
    'http://store/cat.png',
    '//images.example.org/prefs/cat.png',
    'cat.png',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    '',
  ])('of %j is not asked for', (address) => {
    expect(shownAddressOf(address, SOURCES)).toBeUndefined();
  });

  it('is never asked for where no source is allowed', () => {
    expect(shownAddressOf('https://images.example.org/prefs/cat.png', [])).toBeUndefined();
  });

  it('has an address that can be read, whatever is in it', () => {
    expect(shortAddress('cat.png')).toBe('cat.png');
    expect(shortAddress(`data:${'A'.repeat(9000)}`)).toMatch(/^data:A{295}…$/);
  });
});
