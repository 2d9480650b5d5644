/** What somebody writes to change their password. */
export interface PasswordChange {
  current: string;
  next: string;
  /** The new one a second time: nobody sees what they write. */
  again: string;
}

export type PasswordField = keyof PasswordChange;

/** The server takes no shorter one. */
export const PASSWORD_LEAST = 8;
/** What the server looks at of a password, in UTF-8. */
const BYTES_MOST = 72;

/** Why a change of the password cannot be asked for, and the field that is to be written anew. */
export interface PasswordFault {
  field: PasswordField;
  why: 'empty' | 'short' | 'long' | 'same' | 'differs';
}

/** The first fault; undefined where the server decides. */
export function faultOf(change: PasswordChange): PasswordFault | undefined {
  const {current, next, again} = change;
  const empty = (['current', 'next', 'again'] as const).find((field) => change[field] === '');
  if (empty) return {field: empty, why: 'empty'};
  if (next.length < PASSWORD_LEAST) return {field: 'next', why: 'short'};
  if (new TextEncoder().encode(next).length > BYTES_MOST) return {field: 'next', why: 'long'};
  if (next === current) return {field: 'next', why: 'same'};
  return next === again ? undefined : {field: 'again', why: 'differs'};
}
