import type {Asked, ChosenColumns, OwnerApi, Preview, Proposal} from '../owner-api.js';
import {Problem} from '../requests.js';
import type {TaskData} from '../task-api.js';
import {isRefusal} from './project-maker.js';

/** Enough for the first tasks of nearly all files. Where the first task is longer, the most that the server looks at is sent. */
const BEGINNING = 4 * 1024 * 1024;
const BEGINNING_MAX = 9 * 1024 * 1024;

const TOO_LARGE = 413;

/** What a file holds, as far as its first tasks say. @param chosen undefined to have the columns recognised */
export async function proposalOf(
  {propose}: Pick<OwnerApi, 'propose'>,
  file: File,
  chosen: ChosenColumns | undefined,
  signal: AbortSignal,
): Promise<Proposal> {
  const send = (most: number) => {
    const isCut = file.size > most;
    const beginning = isCut ? file.slice(0, most) : file;
    return propose({name: file.name, beginning, isCut}, chosen, signal);
  };
  try {
    return await send(BEGINNING);
  } catch (failure) {
    if (!isRefusal(failure) || file.size <= BEGINNING || signal.aborted) throw failure;
    return send(BEGINNING_MAX);
  }
}

/** How the first tasks look, as many as the server takes. */
export function previewOf(
  {preview}: Pick<OwnerApi, 'preview'>,
  asked: Asked,
  tasks: readonly TaskData[],
  signal: AbortSignal,
): Promise<Preview> {
  return preview(asked, tasks, signal).catch((failure: unknown) => {
    if (!(failure instanceof Problem) || failure.status !== TOO_LARGE || tasks.length === 1) throw failure;
    return preview(asked, tasks.slice(0, 1), signal);
  });
}
