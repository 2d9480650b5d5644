import {html, nothing} from 'lit';

/**
 * A labelled list to choose one from.
 *
 * @param options each with what is shown of it
 * @param problem the id of what says why the choice is refused; empty if it is not
 */
export function choiceOf(
  title: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
  onChange: (value: string) => void,
  problem = '',
) {
  return html`<label>
    <span class="title">${title}</span>
    <select
      aria-invalid=${problem === '' ? nothing : 'true'}
      aria-describedby=${problem || nothing}
      @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value)}
    >
      ${options.map(([value, shown]) => html`<option value=${value} .selected=${value === chosen}>${shown}</option>`)}
    </select>
  </label>`;
}
