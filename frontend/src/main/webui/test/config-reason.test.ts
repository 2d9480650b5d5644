import {describe, expect, it} from 'vitest';

import {withReason} from '../src/model/config-reason.js';

const PAIR = `<View>
  <Text name="prompt" value="$prompt"/>
  <Pairwise name="best" toName="one,two"/>
  <Text name="one" value="$a"/>
  <Text name="two" value="$b"/>
</View>`;

describe('a configuration with a reason', () => {
  it('asks for words about the first thing that is shown', () => {
    expect(withReason(PAIR)).toBe(
      PAIR.replace('</View>', '  <TextArea name="reason" toName="prompt" rows="2"/>\n</View>'),
    );
  });

  it('takes a name that is free', () => {
    expect(withReason(PAIR.replace('"best"', '"reason"'))).toContain('<TextArea name="reason_2"');
  });

  it('stands in the outermost view, however that ends', () => {
    expect(withReason('<View><View><Text name="a" value="$a"/></View></View >\n')).toBe(
      '<View><View><Text name="a" value="$a"/></View>\n  <TextArea name="reason" toName="a" rows="2"/>\n</View >',
    );
  });

  it.each([
    ['asks for words already', PAIR.replace('</View>', '<textarea name="why" toName="one"/></View>')],
    ['shows nothing', '<View></View>'],
    ['is no configuration yet', '<View><Text name="a" value="$a"/>'],
    ['is empty', ''],
  ])('is none where the former one %s', (_, xml) => {
    expect(withReason(xml)).toBeUndefined();
  });
});
