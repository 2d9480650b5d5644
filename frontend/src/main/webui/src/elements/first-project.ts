import {LitElement, html} from 'lit';
import {customElement, property} from 'lit/decorators.js';

import {otherPaths} from '../other-places.js';
import {ownerTexts} from '../owner-texts.js';
import {shared} from '../styles/shared.js';
import {styles} from './first-project.styles.js';
import './file-box.js';

/**
 * Shows owners and managers how to create the first project: by a file, or by a program.
 *
 * @fires files-chosen
 */
@customElement('first-project')
export class FirstProjectElement extends LitElement {
  static override styles = [shared, styles];

  /** Whether files are held over the page. */
  @property({type: Boolean}) over = false;

  override render() {
    const {headline, words, byProgram, example} = ownerTexts.firstProject;
    return html`<h1>${headline}</h1>
      <p>${words}</p>
      <file-box ?over=${this.over}></file-box>
      <details>
        <summary>${byProgram}</summary>
        <pre tabindex="0" aria-label=${example}>${programOf(location.origin)}</pre>
      </details>`;
  }
}

function programOf(origin: string): string {
  return `# pip install label-studio-sdk
from label_studio_sdk import Client

project = Client("${origin}", api_key="YOUR TOKEN").start_project(
    title="Which answer is better?",
    label_config="""
      <View>
        <Text name="prompt" value="$prompt"/>
        <Text name="answer1" value="$answer1"/>
        <Text name="answer2" value="$answer2"/>
        <Pairwise name="comparison" toName="answer1,answer2"/>
      </View>""")
project.import_tasks([
    {"prompt": "…", "answer1": "…", "answer2": "…"}])

# or: curl -H "Authorization: Token $TOKEN" -H "Content-Type: application/json" \\
#       -d '{"title": "…", "label_config": "…"}' ${origin}/api/projects
# Your token: ${origin}${otherPaths.account}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'first-project': FirstProjectElement;
  }
}
