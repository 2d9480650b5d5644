import type {Content} from '../api.js';
import type {LayoutBox, Shown} from '../shown.js';

/**
 * What a task shows, with a note on each text that is HTML by its tag. The layout alone says that, so nothing is noted where there is
 * none. Answers change places: they are HTML if all their places say so.
 *
 * @param root the layout, in which what it repeats is written out
 */
export function withHtml(shown: Shown, root: LayoutBox): Shown {
  const names = new Set(htmlNames(root));
  if (names.size === 0) return shown;
  return {
    ...shown,
    parts: shown.parts.map((part) => (names.has(part.name) ? noted(part) : part)),
    comparisons: shown.comparisons.map((compared) =>
      compared.objects.every((name) => names.has(name))
        ? {...compared, slots: compared.slots.map((slot) => noted(slot))}
        : compared,
    ),
  };
}

/** Whether a text of what is shown is HTML. */
export function showsHtml({parts, comparisons}: Shown): boolean {
  return [...parts, ...comparisons.flatMap(({slots}) => slots)].some(({html}) => html);
}

function noted<C extends Content>(content: C): C {
  return content.messages ? content : {...content, html: true};
}

function htmlNames({kind, name, inside = []}: LayoutBox): string[] {
  return [...(kind === 'html' && name !== undefined ? [name] : []), ...inside.flatMap(htmlNames)];
}
