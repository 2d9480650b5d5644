import type {Settings} from '../src/model/project-settings.js';

/** The settings of a project as the API gives them. */
export const SETTINGS: Settings = {
  title: 'Poems',
  description: '',
  expert_instruction: '',
  allow_tie: true,
  allow_both_bad: true,
  allow_cannot_judge: true,
  ask_strength: false,
  maximum_annotations: 1,
  sampling: 'Sequential sampling',
  show_skip_button: true,
  ask_skip_reason: false,
  skip_queue: 'REQUEUE_FOR_OTHERS',
  allow_changes: true,
  check_consistency: false,
  allow_partial_ranking: true,
  labeling_layout: 'automatic',
};
