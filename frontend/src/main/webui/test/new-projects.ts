import type {Preview, Proposal} from '../src/owner-api.js';
import {control} from './fakes.js';

/** What the server says of a file with a prompt and two answers. */
export const PROPOSAL: Proposal = {
  found_format: '.csv',
  tasks_read: 2,
  are_all: true,
  annotated: 0,
  columns: [
    {name: 'id', kind: 'numeric', filled: 2, role: null, hindrance: null},
    {name: 'prompt', kind: 'text', filled: 2, role: 'prompt', hindrance: null},
    {name: 'answer1', kind: 'text', filled: 2, role: 'answer', hindrance: null},
    {name: 'answer2', kind: 'text', filled: 2, role: 'answer', hindrance: null},
    {name: 'note', kind: 'text', filled: 1, role: null, hindrance: 'missing'},
  ],
  label_config: '<View/>',
  tasks: [
    {id: '1', prompt: 'Why?', answer1: 'Because.', answer2: 'No, why?'},
    {id: '2', prompt: 'How?', answer1: 'So.', answer2: 'Thus.'},
  ],
};

/** How its tasks look. */
export const PREVIEW: Preview = {
  tasks: PROPOSAL.tasks.map(({prompt, answer1, answer2}) => ({
    shown: {
      parts: [{name: 'prompt', caption: false, text: prompt as string, repeats: []}],
      comparisons: [
        {
          control: 'comparison',
          objects: ['answer1', 'answer2'],
          slots: [{text: answer1 as string}, {text: answer2 as string}],
        },
      ],
      controls: [control('comparison', 'preference')],
      allows: ['preference', 'tie', 'skip'],
      demanded: [],
      strength: false,
      ask_skip_reason: false,
      may_be_empty: true,
      follows_layout: true,
    },
  })),
  layout: null,
  label_config_warnings: [],
};

export function file(name: string, text = 'x'): File {
  return new File([text], name);
}
