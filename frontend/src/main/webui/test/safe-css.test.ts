// @vitest-environment happy-dom
import {describe, expect, it} from 'vitest';

import {declarationsOf, unescaped} from '../src/model/css-text.js';
import {safeDeclarations, safeSheet} from '../src/model/safe-css.js';

const written = (text: string) =>
  safeDeclarations(text)
    .map(({name, value, important}) => `${name}: ${value}${important ? ' !important' : ''}`)
    .join('; ');

const HOSTILE = [
  'background: url(https://x.org/a.png)',
  'background: URL("//x.org")',
  'background: url( "javascript:alert(1)" )',
  'background: u\\72l(//x.org)',
  'background: \\75 \\72 \\6c(//x.org)',
  'background: \\000075rl(//x.org)',
  'background: ur\\\nl(//x.org)',
  'background: var(--a, url(//x.org))',
  '--a: url(//x.org)',
  '--a: u\\72l(//x.org)',
  '--a: \\/* url(//x.org) \\*/',
  'background-image: image(red, "//x.org")',
  'background-image: image-set("//x.org" 1x)',
  'background-image: -webkit-image-set("//x.org" 1x)',
  'background-image: cross-fade("//x.org", red)',
  'background-image: -moz-element(#prompt)',
  'background: paint(x)',
  'background: src("//x.org")',
  'content: url(//x.org)',
  'cursor: url(//x.org), auto',
  'list-style: url(//x.org)',
  'filter: url(//x.org#f)',
  'mask: url(//x.org)',
  'border-image: url(//x.org)',
  'width: expression(alert(1))',
  'width: exp/**/ression(alert(1)) expression(1)',
  'behavior: url(#default#x)',
  'behavior: none',
  '-ms-behavior: none',
  '-moz-binding: none',
  'be\\68 avior: none',
  'src: none',
  'position: fixed',
  'POSITION: FIXED !important',
  'position: sticky',
  'position: f\\69xed',
  'position: var(--p)',
  'position: -webkit-sticky',
  'z-index: var(--z)',
  'z-index: calc(1000 * 1000)',
  'color: "unclosed',
  'color: red)',
  'background: (red',
  'color: "a\nb"',
  'list-style: "javascript:alert(1)"',
  'a{b}:c',
];

describe('declarations', () => {
  it.each(HOSTILE)('are not taken over from %j', (text) => {
    expect(written(text)).toBe('');
  });

  it.each(HOSTILE.slice(0, 38))('after %j are still those that are safe', (text) => {
    expect(written(`${text}; color: red`)).toBe('color: red');
  });

  it.each([
    ['color: red; ; background-color:rgba(44, 62, 80, 0.9);', 'color: red; background-color: rgba(44, 62, 80, 0.9)'],
    ['Color : RED ! important', 'color: RED !important'],
    ['/* url(x); */ color: red', 'color: red'],
    ['content: "a;b}c\\"d"; top: 0', 'content: "a;b}c\\"d"; top: 0'],
    ['position: relative; z-index: 3', 'position: relative; z-index: 3'],
    ['z-index: 2147483647', 'z-index: 10'],
    ['z-index: -5; z-index: auto', 'z-index: -5; z-index: auto'],
    ['--Mine: 1px', '--Mine: 1px'],
    ['transition: all 0.3s ease', 'transition: all 0.3s ease'],
    ['font-family: "Roboto", sans-serif', 'font-family: "Roboto", sans-serif'],
  ])('%j are %j', (text, expected) => {
    expect(written(text)).toBe(expected);
  });
});

it('sees through escapes', () => {
  expect(unescaped('\\75 r\\6C(\\"\\\n\\0)')).toBe('url("\uFFFD)');
  expect(declarationsOf('a: \\;b; c: d').map(({name}) => name)).toEqual(['a', 'c']);
});

/** The rules as they come out, on one line. */
const sheet = (text: string) => safeSheet(text, '.r').replace(/\s+/g, ' ').trim();

describe('a sheet', () => {
  it.each([
    '@import url(//x.org/a.css);',
    '@import "//x.org/a.css";',
    '@font-face { font-family: a; src: url(//x.org) }',
    '@namespace x url(//x.org);',
    '@property --a { syntax: "<color>"; inherits: true; initial-value: red }',
    ':host-context(body) { color: red }',
    '::slotted(p) { color: red }',
    'x::part(head) { display: none }',
    '@supports (background: url(//x.org)) { .a { color: red } }',
  ])('loses %j', (text) => {
    expect(sheet(text)).toBe('');
  });

  it.each([
    ['.a { color: red; background: url(//x.org) }', '.a {color: red;}'],
    ['.a { position: fixed; top: 0 }', '.a {top: 0px;}'],
    [':host { color: red }', '.r {color: red;}'],
    [':host(.dark) .a { color: red }', '.r .a {color: red;}'],
    [':root { --a: red }', '.r {--a: red;}'],
    ['html body > .a { color: red }', '.r > .a {color: red;}'],
    ['html > body.dark { color: red }', '.r.dark {color: red;}'],
    ['body, .b { color: red }', '.r, .b {color: red;}'],
    ['.body, #html, x-body { color: red }', '.body, #html, x-body {color: red;}'],
    [':is(html, body) p { color: red }', ':is(.r, .r) p {color: red;}'],
    ['@media (max-width: 9px) { body { color: red } }', '@media (max-width: 9px) {.r {color: red;}}'],
    ['@keyframes x { from { color: red } }', '@keyframes x {0% {color: red;}}'],
  ])('%j becomes %j', (text, expected) => {
    expect(sheet(text).replace('top: 0;', 'top: 0px;')).toBe(expected);
  });

  it('that is broken still has its good rules', () => {
    expect(sheet('.a { color: red } .b { color')).toContain('.a {color: red;}');
    expect(sheet('')).toBe('');
  });
});
