/** How requests are sent to the server, and what its refusals become. */

import {fetchLasting} from './lasting.js';
import {texts} from './texts.js';

/** Thrown when the server refused a request and said why. `kind` is the last part of its type, such as `lease-lost`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly kind: string,
    detail: string,
    readonly retryAfterSeconds?: number,
    /** What is wrong with single fields of what was sent, by their names. The message says it too. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }
}

/** Thrown when no answer came, because the network or the server is down. */
export class Unreachable extends Error {}

/** A request, beyond its path. */
export interface Call {
  method?: string;
  json?: unknown;
  form?: Record<string, string>;
  /** Sent as it is. */
  body?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Whether the request goes on when the page is closed. */
  keepalive?: boolean;
}

/** The answer to a request, as JSON. Throws what {@link send} throws. */
export async function read<T>(path: string, call: Call = {}): Promise<T> {
  const response = await send(path, call);
  return (await response.json().catch(() => {
    throw new Unreachable('The answer was cut off.');
  })) as T;
}

/** Sends a request. Throws {@link Problem} if it is refused, and {@link Unreachable} if no answer came. */
export async function send(path: string, call: Call = {}): Promise<Response> {
  const response = await (call.keepalive ? fetchLasting : fetch)(path, request(call)).catch((failure: unknown) => {
    if (call.signal?.aborted) throw failure;
    throw new Unreachable('The server cannot be reached.');
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

function request(call: Call): RequestInit {
  const headers: Record<string, string> = {Accept: 'application/json', ...call.headers};
  const init: RequestInit = {method: call.method ?? 'GET', headers, credentials: 'same-origin', cache: 'no-store'};
  if (call.body) init.body = call.body;
  if (call.signal) init.signal = call.signal;
  if (call.json !== undefined) {
    headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(call.json);
  }
  if (call.form) init.body = new URLSearchParams(call.form);
  return init;
}

/** What a refusal says. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const fields = fieldsOf(body);
  const retryAfter = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return new Problem(
    response.status,
    text(body, 'type').split('/').at(-1) ?? '',
    Object.values(fields).join('\n') ||
      text(body, 'detail') ||
      text(body, 'title') ||
      texts.refused.status(response.status),
    Number.isFinite(retryAfter) ? retryAfter : undefined,
    fields,
  );
}

function text(body: unknown, key: string): string {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[key] : undefined;
  return typeof value === 'string' ? value : '';
}

/** What is wrong with single fields. Where Label Studio's clients ask too, it stands apart, and the detail says nothing. */
function fieldsOf(body: unknown): Record<string, string> {
  const errors = (body as {validation_errors?: object} | null)?.validation_errors;
  return Object.fromEntries(Object.entries(errors ?? {}).map(([name, found]) => [name, [found].flat().join('\n')]));
}
