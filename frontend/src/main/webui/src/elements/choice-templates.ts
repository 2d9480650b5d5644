import {html} from 'lit';

/** A labelled list to choose one from. @param options each with what is shown of it */
export function choiceOf(
  title: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
  onChange: (value: string) => void,
) {
  return html`<label>
    <span class="title">${title}</span>
    <select @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value)}>
      ${options.map(([value, shown]) => html`<option value=${value} .selected=${value === chosen}>${shown}</option>`)}
    </select>
  </label>`;
}
