import {plainNumber, spokenNumber} from './model/numbers.js';
import {nameOf} from './model/person.js';
import {type HistoryEntry, type Somebody, happeningOf} from './model/task-history.js';
import {ownerTexts} from './owner-texts.js';

const words = ownerTexts.tasks.history;

/** An entry of a task's history, in a sentence; undefined for one that this page does not know. */
export function sentenceOf(entry: HistoryEntry): string | undefined {
  const happening = happeningOf(entry);
  if (happening === undefined) return undefined;
  const {by, author, former_overlap: former, overlap, from, model_version: model = ''} = entry;
  return words.kinds[happening]({
    who: nameOfSomebody(by),
    whose: nameOfSomebody(author),
    former: numberOf(former),
    overlap: numberOf(overlap),
    from: from ? words.project(from.title, plainNumber(from.id)) : '',
    number: numberOf(from?.inner_id ?? undefined),
    model: model === '' ? ownerTexts.tasks.panel.noModel : model,
  });
}

function nameOfSomebody(somebody: Somebody | undefined): string {
  if (!somebody) return words.somebody;
  const {id, email = '', first_name = '', last_name = ''} = somebody;
  const name = nameOf({first_name, last_name, email});
  return name === '' ? words.gone(plainNumber(id)) : name;
}

function numberOf(number: number | undefined): string {
  return number === undefined ? '–' : spokenNumber(number);
}
