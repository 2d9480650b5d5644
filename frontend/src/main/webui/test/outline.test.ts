// @vitest-environment happy-dom
import axe from 'axe-core';
import {afterEach, describe, expect, it} from 'vitest';

import '../src/elements/config-outline.js';
import {outlineOf, tagAt} from '../src/model/outline.js';

const XML = `<View>
  <!-- <Text name="no"/> -->
  <Text name="prompt" value="a > b"/>
  <View>
    <Pairwise
      name='best' toName="one,two"/>
  </View>
  <Style>.a {}</Style>
</View>`;

describe('the outline of a configuration', () => {
  it('lists tags with their lines, names and depths, and no comments', () => {
    expect(outlineOf(XML).map(({tag, name, toName, line, depth}) => [tag, name, toName, line, depth])).toEqual([
      ['View', '', '', 1, 0],
      ['Text', 'prompt', '', 3, 1],
      ['View', '', '', 4, 1],
      ['Pairwise', 'best', 'one,two', 5, 2],
      ['Style', '', '', 8, 1],
    ]);
  });

  it('lists what is there of a text that is no XML yet', () => {
    expect(outlineOf('<View>\n<Text name="a"\n<Text name="b"/></View></View>').map(({name}) => name)).toContain('b');
    expect(outlineOf('')).toEqual([]);
  });

  it('is quick with a text that closes nothing', () => {
    const start = performance.now();
    outlineOf(`<View a="${'<'.repeat(100_000)}`);
    outlineOf('<!--'.repeat(50_000));
    outlineOf('<a '.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('knows which tag a line belongs to', () => {
    const outline = outlineOf(XML);
    expect([1, 2, 6, 9].map((line) => outline[tagAt(outline, line)]?.line)).toEqual([1, 1, 5, 8]);
    expect(tagAt([], 3)).toBe(-1);
  });
});

describe('config-outline', () => {
  afterEach(() => document.body.replaceChildren());

  it('leads to a line, and marks where the cursor and the errors are', async () => {
    const outline = document.createElement('config-outline');
    Object.assign(outline, {text: XML, line: 6, errors: [3]});
    const wanted: number[] = [];
    outline.addEventListener('line-wanted', ({line}) => wanted.push(line));
    document.body.append(outline);
    await outline.updateComplete;
    const buttons = [...(outline.shadowRoot?.querySelectorAll('button') ?? [])];

    buttons[3]?.click();
    expect(wanted).toEqual([5]);
    expect(buttons.map((one) => one.getAttribute('aria-current'))).toEqual([null, null, null, 'true', null]);
    expect(buttons.map((one) => one.querySelector('.error') !== null)).toEqual([false, true, false, false, false]);
    const {violations} = await axe.run(outline, {
      rules: {'color-contrast': {enabled: false}, region: {enabled: false}},
    });
    expect(violations.map(({id}) => id)).toEqual([]);
  });
});
