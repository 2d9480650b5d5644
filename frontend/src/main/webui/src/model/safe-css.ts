import {type Declaration, declarationsOf, unescaped} from './css-text.js';

/** What loads something, or runs something in a browser of old. Drawing by a name would load as well. */
const FORBIDDEN_VALUE =
  /(?:url|url-prefix|src|image|image-set|cross-fade|element|paint|expression)\(|javascript:|@import/;
const FORBIDDEN_NAME = /behavior|binding|^src$/;
const POSITIONS = ['static', 'relative', 'absolute', 'inherit', 'initial', 'unset', 'revert', 'revert-layer'];
const LAYER_MAX = 10;

const FORBIDDEN_SELECTOR = /:host-context|::?slotted|::?part|[{}<@]/i;
/** Conditions of rules; what could end one has no place there. */
const FORBIDDEN_CONDITION = /[{};@\\]|url\(/i;
const NAME = /^[\w-]*$/;
const GROUPS: Record<string, string> = {
  CSSMediaRule: '@media',
  CSSSupportsRule: '@supports',
  CSSContainerRule: '@container',
};

/** What may be applied of the declarations of a style attribute. Whoever configured the project wrote it. */
export function safeDeclarations(text: string): Declaration[] {
  return declarationsOf(text).flatMap((declaration) => safe(declaration) ?? []);
}

/**
 * What may be applied of a style sheet of a configuration, as the text of a sheet. It is parsed as the browser parses it, and
 * only what is known is taken over. Rules for the page as a whole become rules for the element of the selector `root`.
 */
export function safeSheet(text: string, root: string): string {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return safeRules(sheet.cssRules, root);
}

function safeRules(rules: Iterable<CSSRule>, root: string): string {
  return [...rules].map((rule) => safeRule(rule, root)).join('\n');
}

function safeRule(rule: CSSRule, root: string): string {
  const {
    cssRules: inner = [],
    style,
    selectorText,
    keyText,
    name = '',
  } = rule as Partial<CSSStyleRule & CSSKeyframesRule & CSSKeyframeRule>;
  // Browsers name the kind of a rule by its class, and no bundler renames those.
  const kind = rule.constructor.name;
  const body = () => `${style ? written(style) : ''}${safeRules(inner as Iterable<CSSRule>, root)}`;
  if (kind === 'CSSStyleRule' && selectorText !== undefined) {
    const selector = confined(selectorText, root);
    return selector ? `${selector} {${body()}}` : '';
  }
  if (kind === 'CSSNestedDeclarations') return body();
  if (kind === 'CSSKeyframesRule') return NAME.test(name) ? `@keyframes ${name} {${body()}}` : '';
  if (kind === 'CSSKeyframeRule') return /^[\d.%, ]+$/.test(keyText ?? '') ? `${keyText ?? ''} {${body()}}` : '';
  if (kind === 'CSSLayerBlockRule') return NAME.test(name.replaceAll('.', '')) ? `@layer ${name} {${body()}}` : '';
  const group = GROUPS[kind];
  const condition = (rule as CSSConditionRule).conditionText;
  return group && !FORBIDDEN_CONDITION.test(unescaped(condition)) ? `${group} ${condition} {${body()}}` : '';
}

function written(style: CSSStyleDeclaration): string {
  return safeDeclarations(style.cssText)
    .map(({name, value, important}) => `${name}: ${value}${important ? ' !important' : ''};`)
    .join(' ');
}

/** The selector for the layout alone; empty if there is none. */
function confined(selector: string, root: string): string {
  if (FORBIDDEN_SELECTOR.test(unescaped(selector))) return '';
  const rooted = selector
    .replace(/:host(?:\([^()]*\))?|:root/gi, root)
    .replace(/(^|[\s>+~,(])(?:html|body)(?![\w-])/gi, `$1${root}`);
  // What stood for the page and for its body is one element now.
  let merged = rooted;
  for (let before = ''; before !== merged;) {
    before = merged;
    merged = merged.replace(`${root} > ${root}`, root).replace(`${root} ${root}`, root);
  }
  return merged;
}

function safe(declaration: Declaration): Declaration | undefined {
  const name = unescaped(declaration.name).trim().toLowerCase();
  const value = unescaped(declaration.value).trim().toLowerCase();
  if (!/^-?-?[a-z_][\w-]*$/.test(name) || FORBIDDEN_NAME.test(name) || FORBIDDEN_VALUE.test(value)) return undefined;
  if (name === 'position') return POSITIONS.includes(value) ? {...declaration, name} : undefined;
  if (name !== 'z-index') return {...declaration, name: name.startsWith('--') ? declaration.name : name};
  if (value === 'auto') return {...declaration, name};
  const layer = /^-?\d+$/.test(value) ? Math.min(LAYER_MAX, Number(value)) : NaN;
  return Number.isFinite(layer) ? {...declaration, name, value: String(layer)} : undefined;
}
