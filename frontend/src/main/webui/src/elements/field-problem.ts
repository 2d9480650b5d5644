import {html, nothing} from 'lit';

/** The id of what says why a field is refused. */
export const problemId = (name: string) => `problem-${name.replaceAll(/[^\w-]/g, '-')}`;

/** Says why a field is refused; nothing if it is not. */
export function fieldProblem(name: string, problem: string) {
  return problem === '' ? nothing : html`<p id=${problemId(name)} class="problem" dir="auto">${problem}</p>`;
}
