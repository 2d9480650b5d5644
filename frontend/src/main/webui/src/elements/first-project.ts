import {LitElement, html} from 'lit';
import {customElement} from 'lit/decorators.js';

import {laterTexts} from '../later-texts.js';
import {shared} from '../styles/shared.js';
import {styles} from './first-project.styles.js';
import './page-message.js';

/** Shows owners and managers how to create the first project. */
@customElement('first-project')
export class FirstProjectElement extends LitElement {
  static override styles = [shared, styles];

  override render() {
    return html`<page-message headline=${laterTexts.firstProject.headline}>
      ${laterTexts.firstProject.words}
      <pre slot="actions" tabindex="0" aria-label=${laterTexts.firstProject.example}>${example(location.origin)}</pre>
    </page-message>`;
  }
}

function example(origin: string): string {
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
# Your token: ${origin}/api/current-user/token`;
}

declare global {
  interface HTMLElementTagNameMap {
    'first-project': FirstProjectElement;
  }
}
