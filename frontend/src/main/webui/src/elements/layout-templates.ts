import {type TemplateResult, html, nothing} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';

import type {Content} from '../api.js';
import {laterTexts} from '../later-texts.js';
import {wordsOf} from '../model/content.js';
import {attributeOf, isTrue} from '../model/control-looks.js';
import type {Run} from '../model/difference.js';
import type {Hotkey} from '../model/hotkeys.js';
import {comparedOf, controlOf, standingOf} from '../model/layout-objects.js';
import {isAddressOfWeb} from '../model/spans.js';
import type {Answers, Compared, LayoutBox, Shown} from '../shown.js';
import {declared} from './declared.js';
import {imageTemplate} from './image-templates.js';
import {addressLink, markedText} from './marked-text.js';
import {answerTemplate} from './answer-templates.js';
import './control-field.js';
import './diff-text.js';
import './shown-content.js';

/** What the templates of a layout need to know. */
export interface LayoutScene {
  shown: Shown;
  answers: Answers;
  problems: Readonly<Record<string, string>>;
  hotkeys: readonly Hotkey[];
  raw: boolean;
  judgeable: boolean;
  /** Names of the pair whose scale the page has elsewhere, and of the one that the keys of verdicts are for. */
  main: string;
  active: string;
  /** What only one of the texts of a pair has; undefined while nobody asks for it. */
  marks: {pair: Compared; runs: readonly (readonly Run[])[]} | undefined;
  /** The whole layout: what a control looks like is to be found from elsewhere. */
  root: LayoutBox;
  isVisible: (path: readonly LayoutBox[]) => boolean;
}

/** The class names by which configurations style what asks. */
const CLASSES = {
  preference: 'lsf-pair',
  order: 'lsf-order',
  buckets: 'lsf-buckets',
  choice: 'lsf-choices',
  stars: 'lsf-rating',
  words: 'lsf-text-area',
  quantity: 'lsf-number',
  other: 'lsf-other',
} as const;

/** What a box of the layout shows; `around` are the boxes that it stands in, from the root. */
export function boxTemplate(box: LayoutBox, around: readonly LayoutBox[], scene: LayoutScene): unknown {
  const path = [...around, box];
  if (!scene.isVisible(path)) return nothing;
  const inside = () => (box.inside ?? []).map((one) => boxTemplate(one, path, scene));
  switch (box.kind) {
    case 'group':
      return groupTemplate(box, inside());
    case 'folds':
      return html`<div class=${classOf(box, 'lsf-collapse')} ${declared(attributeOf(box, 'style'))}>${inside()}</div>`;
    case 'fold':
      return foldTemplate(box, around.at(-1), inside());
    case 'repeat':
    case 'unknown':
      return inside();
    case 'control':
      return controlTemplate(box, scene);
    case 'heading':
      return headingTemplate(box, scene);
    case 'markup':
    case 'plain':
    case 'html':
    case 'dialogue':
    case 'items':
    case 'image':
    case 'medium':
      return objectTemplate(box, scene);
    // A style sheet is adopted, and options are part of what offers them.
    case 'sheet':
    case 'option':
      return nothing;
  }
}

function groupTemplate(box: LayoutBox, inside: unknown): TemplateResult {
  const inline = attributeOf(box, 'display').toLowerCase() === 'inline' ? 'authored-inline' : '';
  return html`<div class=${classOf(box, inline)} data-group ${declared(attributeOf(box, 'style'))}>${inside}</div>`;
}

/** Folds of one group close each other, unless the configuration says that they do not. */
function foldTemplate(box: LayoutBox, folds: LayoutBox | undefined, inside: unknown): TemplateResult {
  const alone = folds?.kind === 'folds' && attributeOf(folds, 'accordion').toLowerCase() !== 'false';
  const open = [box, folds].some((one) => isTrue(one, 'open'));
  return html`<details
    class=${classOf(box, 'lsf-panel')}
    name=${ifDefined(alone ? 'fold' : undefined)}
    ?open=${open}
    ${declared(attributeOf(box, 'style'))}
  >
    <summary dir="auto">${markedText(box.text ?? laterTexts.authored.untitledFold)}</summary>
    ${inside}
  </details>`;
}

function headingTemplate(box: LayoutBox, scene: LayoutScene): unknown {
  const standing = standingOf(box.name ?? '', scene.shown);
  const text = markedText(standing.kind === 'part' ? wordsOf(standing.part) : (box.text ?? ''));
  const style = declared(attributeOf(box, 'style'));
  const name = classOf(box, 'lsf-header');
  switch (attributeOf(box, 'size').trim()) {
    case '1':
      return html`<h1 class=${name} dir="auto" ${style}>${text}</h1>`;
    case '2':
      return html`<h2 class=${name} dir="auto" ${style}>${text}</h2>`;
    case '3':
      return html`<h3 class=${name} dir="auto" ${style}>${text}</h3>`;
    case '5':
      return html`<h5 class=${name} dir="auto" ${style}>${text}</h5>`;
    case '6':
      return html`<h6 class=${name} dir="auto" ${style}>${text}</h6>`;
    default:
      return html`<h4 class=${name} dir="auto" ${style}>${text}</h4>`;
  }
}

function objectTemplate(box: LayoutBox, scene: LayoutScene): unknown {
  const standing = standingOf(box.name ?? '', scene.shown);
  switch (standing.kind) {
    case 'part':
      return html`<div class=${classOf(box, 'lsf-object')} ${declared(attributeOf(box, 'style'))}>
        ${lineTemplate(box, standing.part, scene)}
      </div>`;
    case 'slot': {
      const content = standing.comparisons[0]?.slots[standing.slot] ?? {text: ''};
      const line = markedTemplate(box, scene) ?? lineTemplate(box, content, scene);
      return answerTemplate(box, standing.comparisons, standing.slot, scene, line);
    }
    case 'moved':
      return nothing;
    case 'nothing':
      // A text that is part of the configuration, and of no task.
      return box.text ? html`<p dir="auto">${markedText(box.text)}</p>` : nothing;
  }
}

function lineTemplate(box: LayoutBox, content: Content, {raw}: LayoutScene): TemplateResult {
  return html`<div class="lsf-richtext__line">${contentTemplate(box, content, raw)}</div>`;
}

/** The text of a side with what only it has; undefined if nothing is marked in it. */
function markedTemplate(box: LayoutBox, {marks}: LayoutScene): TemplateResult | undefined {
  const place = marks?.pair.objects.indexOf(box.name ?? '') ?? -1;
  const runs = marks?.runs[place];
  if (!runs || box.kind === 'image' || box.kind === 'medium' || runs.every(({text}) => text.trim() === '')) {
    return undefined;
  }
  return html`<div class="lsf-richtext__line"><diff-text .runs=${runs} .reference=${place === 0}></diff-text></div>`;
}

function contentTemplate(box: LayoutBox, content: Content, raw: boolean): unknown {
  if (content.messages === undefined) {
    const {text} = content;
    if (text.trim() === '') return html`<p class="authored-empty">${laterTexts.authored.empty}</p>`;
    if (box.kind === 'html') return html`<shown-content .content=${{text, html: true}} .raw=${raw}></shown-content>`;
    if (box.kind === 'image') return imageTemplate(content, raw);
    if (box.kind === 'medium' && isAddressOfWeb(text)) {
      return html`<p class="authored-medium" dir="auto">${laterTexts.authored.notShown(addressLink(text))}</p>`;
    }
  }
  return html`<shown-content .content=${content} .raw=${raw}></shown-content>`;
}

function controlTemplate(box: LayoutBox, scene: LayoutScene): unknown {
  const control = controlOf(box.name ?? '', scene.shown);
  // The page has the scale of the main pair below, and what the control compares stands at its own places.
  if (!control || control.name === scene.main) return nothing;
  const compared: Compared | undefined = comparedOf(control.name, scene.shown);
  return html`<control-field
    class=${classOf(box, CLASSES[control.asks])}
    .control=${control}
    .box=${box}
    .compared=${compared}
    .answer=${scene.answers[control.name]}
    .problem=${scene.problems[control.name] ?? ''}
    .hotkeys=${scene.hotkeys}
    .active=${scene.active === control.name}
    .allows=${scene.shown.allows}
    .strength=${scene.shown.strength}
    .raw=${scene.raw}
    ${declared(attributeOf(box, 'style'))}
  ></control-field>`;
}

function classOf(box: LayoutBox, ours: string): string {
  return `${ours} ${attributeOf(box, 'classname') || attributeOf(box, 'class')}`.trim();
}
