import {Unreachable} from '../requests.js';

/** Thrown when a file cannot be read any more. */
export class FileChanged extends Error {}

/** Why a request with files failed. A browser that cannot read a file any more says only that the request failed. */
export async function whyFailed(failure: unknown, files: readonly File[]): Promise<unknown> {
  if (!(failure instanceof Unreachable)) return failure;
  const readings = files.map((file) => file.slice(0, 1).arrayBuffer());
  return Promise.all(readings).then(
    () => failure,
    () => new FileChanged(),
  );
}
