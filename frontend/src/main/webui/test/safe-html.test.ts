// @vitest-environment happy-dom
import {afterEach, beforeAll, describe, expect, it, vi} from 'vitest';

import '../src/elements/html-text.js';
import {api} from '../src/api.js';
import {ATTRIBUTES, ELEMENTS, confine} from '../src/model/safe-html.js';
import {isAddressOfWeb} from '../src/model/spans.js';
import {eventually} from './fakes.js';

/** happy-dom cannot run the purifier, which takes its tree apart in ways that happy-dom does not know. */
vi.mock('../src/purifying.js', () => ({
  purified: (source: string) => {
    const fragment = document.createDocumentFragment();
    fragment.append(`pure ${source}`);
    return fragment;
  },
}));

beforeAll(() => {
  vi.spyOn(api, 'imageSources').mockResolvedValue([]);
  const {settings} = (window as unknown as {happyDOM: {settings: object}}).happyDOM;
  const nothing = {disableCSSFileLoading: true, disableIframePageLoading: true, disableJavaScriptFileLoading: true};
  Object.assign(settings, {...nothing, handleDisabledFileLoadingAsSuccess: true});
});

afterEach(() => document.body.replaceChildren());

/** What is made of HTML by what comes after the purifier: that must be safe even if the purifier lets everything through. */
function confined(source: string): HTMLElement {
  const page = new DOMParser().parseFromString(source, 'text/html');
  const shown = document.createElement('div');
  shown.append(confine(page.body, document));
  return shown;
}

describe('HTML of a task', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<math><mtext><mglyph><style><img src onerror=alert(1)></style></mglyph></mtext></math>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="data:text/html,<script>alert(1)</script>"></object>',
    '<embed src="//x.org">',
    '<style>* { display: none }</style>',
    '<link rel=stylesheet href=//x.org>',
    '<base href=//x.org>',
    '<meta http-equiv=refresh content="0;url=//x.org">',
    '<form action=//x.org><input name=a><button formaction=javascript:alert(1)>x</button></form>',
    '<textarea>x</textarea><select><option>x</option></select>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVa\tScRiPt:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="/user/logout">x</a>',
    '<a href="https://x.org" onclick="alert(1)" ping="//x.org" download>x</a>',
    '<p style="position:fixed;inset:0;background:url(//x.org)">x</p>',
    '<p class="authored-root" id="prompt-name" name="body">x</p>',
    '<a id=attributes></a><a name=getElementById></a><p id=__proto__>x</p>',
    '<p src=//x.org alt=x>x</p><a src=//x.org href=//x.org>x</a>',
    '<video src=//x.org autoplay><source src=//x.org></video><audio src=//x.org></audio>',
    '<picture><source srcset=//x.org><img srcset=//x.org></picture>',
    '<input autofocus onfocus=alert(1)>',
    '<details ontoggle=alert(1) open>x</details>',
    '<body onload=alert(1) background=//x.org>x',
    '<table background=//x.org><td background=//x.org>x</table>',
    '<template><script>alert(1)</script></template>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<x-y onclick=alert(1)><prefstream-app></prefstream-app></x-y>',
    '<p is="x-y" slot="head" part="p" contenteditable tabindex=1 accesskey=1 popover>x</p>',
    '<!-- <script>alert(1)</script> --><?php echo 1 ?>',
  ])('does nothing: %j', (source) => {
    for (const element of confined(source).querySelectorAll('*')) {
      expect([...ELEMENTS, 'shown-image']).toContain(element.localName);
      expect(element.localName).not.toBe('img');
      const own = {a: ['target', 'rel'], 'shown-image': ['address']}[element.localName] ?? [];
      for (const {name} of element.attributes) expect([...ATTRIBUTES, ...own]).toContain(name);
      expect(element.hasAttribute('src')).toBe(false);
      const address = element.getAttribute('href');
      if (address !== null) expect(isAddressOfWeb(address)).toBe(true);
    }
  });

  it('is shown as it is arranged, with its text', () => {
    const shown = confined('<h2>A</h2><p>b <b>c</b><x-y> d</x-y></p><table><tr><td colspan="2">e</td></tr></table>');

    expect(shown.innerHTML.replaceAll(/<\/?tbody>/g, '')).toBe(
      '<h2>A</h2><p>b <b>c</b> d</p><table><tr><td colspan="2">e</td></tr></table>',
    );
  });

  it('opens links elsewhere, and says where they lead', () => {
    const link = confined('<a href="https://x.org/a" target="_self">x</a>').querySelector('a');

    expect(link?.target).toBe('_blank');
    expect(link?.rel).toBe('noopener noreferrer nofollow');
    expect(link?.title).toBe('https://x.org/a');
  });

  it('has the page show its images, which says what they are where it does not', () => {
    const shown = confined(
      '<p><img src="https://x.org/cat.png" alt="a cat" width=9 onload=alert(1)><img><img alt=dog></p>',
    );
    const images = [...shown.querySelectorAll('shown-image')];

    expect(images).toMatchObject([
      {address: 'https://x.org/cat.png', alt: 'a cat'},
      {address: '', alt: 'dog'},
    ]);
    expect(images[0]?.textContent).toBe('Image, not shown: a cat (https://x.org/cat.png)');
    expect(images[0]?.getAttributeNames()).toEqual(['address', 'alt']);
    // What is shown is a copy.
    expect([...document.importNode(shown, true).querySelectorAll('shown-image')]).toMatchObject([
      {address: 'https://x.org/cat.png', alt: 'a cat'},
      {address: '', alt: 'dog'},
    ]);
  });

  it('is nested as deep as people nest it', () => {
    expect(confined(`${'<b>'.repeat(200)}x`).textContent).toBe('x');
  });
});

describe('html-text', () => {
  it('shows the source where texts are shown word for word', async () => {
    const shown = document.createElement('html-text');
    Object.assign(shown, {source: '<b>x</b>', raw: true});
    document.body.append(shown);
    await shown.updateComplete;

    expect(shown.shadowRoot?.querySelector('prose-text')).toMatchObject({text: '<b>x</b>', raw: true});
  });

  it('is long until the purifier is there, and shows then what it leaves', async () => {
    const shown = document.createElement('html-text');
    shown.source = 'one';
    document.body.append(shown);
    const text = () => shown.shadowRoot?.querySelector('.html')?.textContent;
    await shown.updateComplete;
    expect(shown.shadowRoot?.querySelector('.rest')).not.toBeNull();

    await eventually(() => expect(text()).toBe('pure one'));
    shown.source = 'two';
    await shown.updateComplete;
    expect(text()).toBe('pure two');
  });
});
