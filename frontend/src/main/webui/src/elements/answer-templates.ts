import {type TemplateResult, html} from 'lit';

import {partsOf} from '../model/answer-parts.js';
import {attributeOf} from '../model/control-looks.js';
import type {Compared, LayoutBox} from '../shown.js';
import {declared} from './declared.js';
import type {LayoutScene} from './layout-templates.js';
import './authored-answer.js';

/** One side of a pair, with the looks that its control gives to it. What is compared by several pairs answers the active one. */
export function answerTemplate(
  box: LayoutBox,
  comparisons: readonly Compared[],
  slot: number,
  scene: LayoutScene,
  content: unknown,
): TemplateResult {
  const pairs = comparisons.map(({control}) => control);
  const control = pairs.find((name) => name === scene.active) ?? pairs[0] ?? '';
  const pair = controlBoxOf(control, scene.root);
  const given = partsOf(scene.answers[control]);
  const chosen = given.outcome === 'preference' && given.slot === slot;
  const look = attributeOf(pair, 'selectionstyle');
  const style = [attributeOf(box, 'style'), chosen ? look : ''].filter(Boolean).join(';');
  const names = [
    'lsf-object',
    attributeOf(box, 'classname') || attributeOf(box, 'class'),
    attributeOf(pair, slot === 0 ? 'leftclass' : 'rightclass'),
    chosen ? 'authored-chosen' : '',
    chosen && !look ? 'authored-plain' : '',
  ];
  return html`<authored-answer
    class=${names.filter(Boolean).join(' ')}
    .control=${control}
    .place=${slot}
    .chosen=${chosen}
    .judgeable=${scene.judgeable && scene.shown.allows.includes('preference')}
    .active=${scene.active === control}
    ${declared(style)}
    >${content}</authored-answer
  >`;
}

function controlBoxOf(name: string, box: LayoutBox): LayoutBox | undefined {
  if (box.kind === 'control' && box.name === name) return box;
  for (const one of box.inside ?? []) {
    const found = controlBoxOf(name, one);
    if (found) return found;
  }
  return undefined;
}
