import {expect, it} from 'vitest';

import punycode from '../src/instead/punycode.js';

it.each([
  ['example.org', 'example.org'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['пример.испытание', 'xn--e1afmkfd.xn--80akhbyknj4f'],
  ['EXAMPLE.org', 'example.org'],
])('writes a host as addresses have it: %s', (host, ascii) => {
  expect(punycode.toASCII(host)).toBe(ascii);
});

it('refuses what is no host, which the parser leaves as it was written', () => {
  expect(() => punycode.toASCII('a b')).toThrow(TypeError);
});
