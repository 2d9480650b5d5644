/** The REST API as the invited use it. Its paths stand nowhere else. */

import {read} from './requests.js';

/** What an invitation offers. */
export interface Offered {
  role: 'owner' | 'manager' | 'annotator';
  /** The titles of the projects that it is into. */
  projects: string[];
  invited_by: string;
  /** The only address that it is for; null if anybody may use it. */
  email: string | null;
  expires_at: string;
}

/** What somebody has joined. */
export interface Joined {
  projects: {id: number; title: string}[];
}

/** Who somebody is. */
export interface Newcomer {
  email: string;
  first_name: string;
  last_name: string;
  password: string;
}

/** A secret stands in bodies only: paths are written into logs. */
export const invitationApi = {
  look: (secret: string, signal?: AbortSignal) =>
    read<Offered>('/api/invitations/look', {method: 'POST', json: {secret}, signal}),

  /** Makes an account and logs in. */
  accept: (secret: string, newcomer: Newcomer) =>
    read<Joined>('/api/invitations/accept', {method: 'POST', json: {secret, ...newcomer}}),

  /** Adds what is offered to the account of the person who is logged in. */
  join: (secret: string) => read<Joined>('/api/invitations/join', {method: 'POST', json: {secret}}),
};
