import type {Template} from '../src/model/templates.js';

/** A template for two answers to a prompt. */
export const TEMPLATE: Template = {
  title: 'Which of two answers is better, and why would anybody say so?',
  group: 'Generative AI',
  details: '<p>Two answers.</p>',
  config: '<View><A value="$prompt"/><B value="$answer1"/><C value="$answer2"/></View>',
  example: {prompt: 'Why?', answer1: 'Because.', answer2: 'No.'},
  settings: {ask_strength: true},
  sketch: ['reading', 'pair', 'options'],
};
