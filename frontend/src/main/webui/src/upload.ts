import {Unreachable, problemOf} from './requests.js';

/** How files are sent. */
export interface Upload {
  /** The idempotency key: the same for every attempt, so that the server recognises a repeated one. */
  key: string;
  /** Called with the bytes that were sent and those that there are in all. */
  onSent: (sent: number, total: number) => void;
  signal: AbortSignal;
}

/**
 * Sends files as a form, and returns the answer as JSON. Throws as `send` does. It is made with XMLHttpRequest, because fetch does not
 * tell how much was sent.
 */
export function upload<T>(
  path: string,
  files: readonly File[],
  {key, onSent, signal}: Upload,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const form = new FormData();
  files.forEach((file, at) => form.append(`file${at || ''}`, file, file.name));
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Idempotency-Key', key);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({loaded, total}) => onSent(loaded, total);
    request.onload = () => {
      answered<T>(request).then(resolve, reject);
    };
    request.onerror = () => reject(new Unreachable('The server cannot be reached.'));
    request.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'));
    request.onloadend = () => signal.removeEventListener('abort', stop);
    signal.addEventListener('abort', stop);
    request.send(form);
  });
}

async function answered<T>(request: XMLHttpRequest): Promise<T> {
  if (request.status >= 200 && request.status < 300) return JSON.parse(request.responseText) as T;
  const retryAfter = request.getResponseHeader('Retry-After');
  throw await problemOf(
    new Response(request.responseText, {
      status: request.status,
      ...(retryAfter === null ? {} : {headers: {'Retry-After': retryAfter}}),
    }),
  );
}
