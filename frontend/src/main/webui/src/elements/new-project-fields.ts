import {html, nothing} from 'lit';

import type {NewProject} from '../model/new-project.js';
import {isOverlap} from '../model/project-settings.js';
import {ownerTexts} from '../owner-texts.js';
import type {SettingEvent} from './setting-field.js';
import './setting-field.js';
import type {TwinsEvent} from './twin-choice.js';
import './twin-choice.js';

/** Asks how many people judge each task. @param onChange called when that was answered */
export function overlapField(project: NewProject, isMaking: boolean, onChange: () => void) {
  return html`<setting-field
    .key=${'maximum_annotations' as const}
    .value=${project.overlap}
    .problem=${isOverlap(project.overlap) ? '' : ownerTexts.settings.flaws.overlap}
    ?disabled=${isMaking}
    @setting=${({value}: SettingEvent) => {
      project.overlap = Number(value);
      onChange();
    }}
  ></setting-field>`;
}

/** Asks what becomes of tasks that come twice, where that is likely. Who drops a small file is not held up by it. */
export function twinsField(project: NewProject, isMaking: boolean) {
  if (!project.mayRepeat) return nothing;
  return html`<twin-choice
    fresh
    .onDuplicate=${project.onDuplicate}
    ?disabled=${isMaking}
    @twins=${({onDuplicate}: TwinsEvent) => (project.onDuplicate = onDuplicate)}
  ></twin-choice>`;
}
