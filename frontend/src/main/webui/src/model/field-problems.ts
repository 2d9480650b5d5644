/** Why what was sent is refused: at the fields that it is about, and apart from them what has no field here. */
export interface Refusal {
  fields: Readonly<Record<string, string>>;
  /** Empty if all of it is about fields. */
  rest: string;
}

export const NOTHING_REFUSED: Refusal = {fields: {}, rest: ''};

/**
 * Parts a refusal by fields.
 *
 * @param problem what the server says, with its fields
 * @param known whether there is a field of that name to say it at
 */
export function refusalOf(
  problem: {message: string; fields: Readonly<Record<string, string>>},
  known: (name: string) => boolean,
): Refusal {
  const all = Object.entries(problem.fields);
  const fields = Object.fromEntries(all.filter(([name]) => known(name)));
  if (all.length === 0) return {fields, rest: problem.message};
  return {
    fields,
    rest: all
      .filter(([name]) => !known(name))
      .map(([, why]) => why)
      .join('\n'),
  };
}

/** The refusal once the value of a field has changed. */
export function without({fields, rest}: Refusal, name: string): Refusal {
  return {fields: Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name)), rest};
}
