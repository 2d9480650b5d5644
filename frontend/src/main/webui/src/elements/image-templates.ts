import {type TemplateResult, html} from 'lit';

import type {Content} from '../api.js';
import {isAddressOfWeb} from '../model/spans.js';
import {texts} from '../texts.js';
import {addressLink} from './marked-text.js';
import './shown-content.js';
import './shown-image.js';

/** The image whose address a content is. What is no address, or is shown word for word, is the text that it is. */
export function imageTemplate(content: Content, raw: boolean): TemplateResult {
  const address = content.text?.trim() ?? '';
  if (raw || !isAddressOfWeb(address)) {
    return html`<shown-content .content=${content} .raw=${raw}></shown-content>`;
  }
  return html`<shown-image .address=${address}
    ><span dir="auto">${texts.content.imageAt(addressLink(address))}</span></shown-image
  >`;
}
