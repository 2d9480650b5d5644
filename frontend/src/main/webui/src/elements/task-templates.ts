import {html} from 'lit';

import type {Progress, Project} from '../api.js';
import type {Keyboard} from '../keyboard.js';
import type {Judging} from '../model/judging.js';
import type {Lack} from '../model/lease-supply.js';
import type {Phase} from '../model/phase.js';
import type {Reading} from '../model/reading.js';
import type {TaskAnswers} from '../model/task-answers.js';
import {texts} from '../texts.js';
import type {CharacterKeysEvent} from './keys-dialog.js';
import type {SkipReasonEvent} from './skip-dialog.js';
import './labeling-dialogs.js';
import './no-comparison.js';
import './task-view.js';
import './verdict-bar.js';

/** A task with what is answered on it. @param reading how its texts are shown */
export function taskView(answers: TaskAnswers, phase: Extract<Phase, {kind: 'judging'}>, reading: Reading) {
  return html`<task-view
    .form=${answers.form}
    .asked=${answers.asked}
    .answers=${answers.answers}
    .problems=${answers.problems}
    .hotkeys=${answers.hotkeys}
    .active=${answers.active?.name}
    .taskNumber=${phase.task.inner_id}
    .previous=${phase.previous}
    .expired=${phase.expired}
    .restored=${answers.restored}
    .locked=${answers.locked}
    .raw=${reading.raw}
    .diff=${reading.diff}
    .together=${reading.together}
  ></task-view>`;
}

/** Why there is no task. @param look checks now for another one */
export function lackView(lack: Lack, progress: Progress | undefined, look: () => void) {
  return html`<no-comparison .lack=${lack} .empty=${progress?.total === 0} @look-wanted=${look}></no-comparison>`;
}

export interface BarUse {
  hidden: boolean;
  /** Whether there is something to go back to; undefined where nobody can go back. */
  canUndo: boolean | undefined;
  saveLabel: string;
}

/** The verdicts that can be given on it. */
export function verdictBar(answers: TaskAnswers, {hidden, canUndo, saveLabel}: BarUse) {
  const {form} = answers;
  return html`<verdict-bar
    role="region"
    aria-label=${texts.verdictBar.region}
    ?hidden=${hidden}
    .idle=${!form}
    .locked=${answers.locked}
    .allows=${answers.allows}
    .pair=${answers.pairName}
    .strength=${form?.shown.strength ?? false}
    .chosen=${answers.chosen}
    .savable=${form?.savable ?? false}
    .saveLabel=${saveLabel}
    .canUndo=${canUndo}
  ></verdict-bar>`;
}

/** What can be looked up on it. @param whose the project with its guidelines, and who follows them; nobody does where they judge no more */
export function dialogs(judging: Judging, keyboard: Keyboard, whose?: {project: Project | undefined; userId: number}) {
  const {answers, choices} = judging;
  const {form} = answers;
  return html`<labeling-dialogs
    .project=${whose?.project}
    .userId=${whose?.userId}
    .choices=${choices}
    .savable=${form?.savable ?? false}
    .rationale=${form?.asksRationale ?? false}
    .controls=${form?.controls ?? []}
    .hotkeys=${answers.hotkeys}
    .characterKeys=${keyboard.characterKeys}
    @character-keys=${(event: CharacterKeysEvent) => (keyboard.characterKeys = event.enabled)}
    @skip-reason-given=${(event: SkipReasonEvent) => judging.skip(event.reason)}
  ></labeling-dialogs>`;
}
