import type {Generation, SentGeneration, Source} from '../generation-api.js';

/** A model as a person types it: everything is a text. */
export type TypedSource = Record<keyof Source, string>;

/** What the form of a project's answers holds. */
export interface TypedGeneration {
  enabled: boolean;
  base_url: string;
  /** undefined as long as nobody has typed one: then the stored one stays. */
  api_key: string | undefined;
  sources: TypedSource[];
  answers_per_prompt: string;
  concurrency: string;
  requests_per_minute: string;
  criterion: string;
}

const NEW_SOURCE: TypedSource = {
  model: '',
  temperature: '',
  top_p: '',
  max_tokens: '',
  system: '',
  seed: '',
  input_price: '',
  output_price: '',
};

/** What is set, as it is typed. Zeros that mean nothing are left empty. */
export function typed(set: Generation): TypedGeneration {
  return {
    enabled: set.enabled,
    base_url: set.base_url,
    api_key: undefined,
    sources: set.sources.length === 0 ? [{...NEW_SOURCE}] : set.sources.map(typedSource),
    answers_per_prompt: `${set.answers_per_prompt}`,
    concurrency: `${set.concurrency}`,
    requests_per_minute: text(set.requests_per_minute),
    criterion: set.criterion,
  };
}

function typedSource(source: Source): TypedSource {
  const {model, temperature, top_p, max_tokens, system, seed, input_price, output_price} = source;
  return {
    model,
    system,
    temperature: text(temperature),
    top_p: text(top_p),
    max_tokens: text(max_tokens),
    seed: text(seed || null),
    input_price: text(input_price || null),
    output_price: text(output_price || null),
  };
}

function text(value: number | null): string {
  return value === null ? '' : `${value}`;
}

/** The first model once more, to be asked in another way. */
export function another(sources: readonly TypedSource[]): TypedSource {
  return {...NEW_SOURCE, ...sources[0]};
}

/** What is sent: numbers, null for what is empty, and as it is what is no number, which the server names then. */
export function sent(form: TypedGeneration, enabled = form.enabled): SentGeneration {
  return {
    enabled,
    base_url: form.base_url,
    ...(form.api_key === undefined ? {} : {api_key: form.api_key}),
    sources: form.sources.map((source) => ({
      model: source.model,
      system: source.system,
      temperature: numeric(source.temperature),
      top_p: numeric(source.top_p),
      max_tokens: numeric(source.max_tokens),
      seed: numeric(source.seed),
      input_price: numeric(source.input_price),
      output_price: numeric(source.output_price),
    })),
    answers_per_prompt: numeric(form.answers_per_prompt),
    concurrency: numeric(form.concurrency),
    requests_per_minute: numeric(form.requests_per_minute),
    criterion: form.criterion,
  };
}

function numeric(typedText: string): number | string | null {
  const plain = typedText.trim();
  if (plain === '') return null;
  return Number.isFinite(Number(plain)) ? Number(plain) : plain;
}
