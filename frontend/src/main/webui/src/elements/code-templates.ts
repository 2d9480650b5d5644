import {html, nothing} from 'lit';

import {type DatasetTopic, type Snippet, snippetsOf, streamSnippet, topicSnippet} from '../model/export-code.js';
import type {Format} from '../model/export-choice.js';
import type {Controls} from '../model/export-controls.js';
import {ownerTexts} from '../owner-texts.js';
import './code-block.js';

/** What scripts need to have a file, or the rows as they come. */
export interface Pasted {
  projectId: number;
  format: Format;
  controls: Controls;
  /** Of the file, on this server. */
  path: string;
  /** Where the rows are on Kafka; undefined while that is not known. */
  topic: DatasetTopic | undefined;
}

/** Code to paste, with this installation's own addresses. */
export function codeToPaste({projectId, format, controls, path, topic}: Pasted) {
  const {code, live} = ownerTexts.export;
  return html`<details>
    <summary>${code}</summary>
    ${snippetsOf(format, controls, location.origin + path).map(block)}
    <p>${live}</p>
    ${block(streamSnippet(projectId, location.origin))} ${topic ? ofTopic(topic) : nothing}
  </details>`;
}

function ofTopic(topic: DatasetTopic) {
  const {topic: where, topicUnknown} = ownerTexts.export;
  return html`<p>${where} ${topic.bootstrap_servers === null ? topicUnknown : ''}</p>
    ${block(topicSnippet(topic))}`;
}

function block({language, code}: Snippet) {
  return html`<code-block .language=${language} .code=${code}></code-block>`;
}
