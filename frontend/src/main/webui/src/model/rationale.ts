import type {Control} from '../shown.js';

const NAMES = ['rationale', 'reason'];

/**
 * The control whose words are the reason of a verdict on a pair, as the server finds it: the one that is named `rationale`,
 * else `reason`, else the only one that asks for words. In a repetition each pair has its own.
 *
 * @param pair undefined if there is none, so that no repetition is meant
 * @param isAsked whether a control is asked now
 */
export function rationaleOf(
  controls: readonly Control[],
  pair?: Control,
  isAsked: (control: Control) => boolean = () => true,
): Control | undefined {
  const areas = controls.filter((control) => control.asks === 'words' && isBeside(control, pair));
  const named = NAMES.flatMap((name) => areas.filter((area) => withoutIndex(area) === name));
  return named.find(isAsked) ?? (areas.length === 1 ? areas.find(isAsked) : undefined);
}

/** Texts with a quote behind the last of them, and a fresh line to go on in. No text is added, because there may be no room for one. */
export function withQuote(texts: readonly string[], words: string): string[] {
  const last = (texts.at(-1) ?? '').trimEnd();
  const quote = words.split('\n').map((line) => `> ${line}`.trimEnd());
  return [...texts.slice(0, -1), [...(last === '' ? [] : [last]), ...quote, ''].join('\n')];
}

/** Whether a control is in no other repetition than the pair. */
function isBeside({repeats}: Control, pair: Control | undefined): boolean {
  return (
    pair === undefined ||
    repeats.every(({repeater, index}, i) => {
      const around = pair.repeats[i];
      return around === undefined || (around.repeater === repeater && around.index === index);
    })
  );
}

function withoutIndex({name, repeats}: Control): string {
  return repeats.reduce((rest, {index}) => rest.replace(new RegExp(`[_-]?${index}$`), ''), name);
}
