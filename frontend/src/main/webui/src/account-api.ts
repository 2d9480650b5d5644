/** The REST API as people use it for their own accounts. Its paths stand nowhere else. */

import type {User} from './api.js';
import {read, send} from './requests.js';

export const accountApi = {
  rename: (id: number, name: Pick<User, 'first_name' | 'last_name'>) =>
    read<User>(`/api/users/${id}`, {method: 'PATCH', json: name}),

  /** Refused with a 400 if the present password is another one. All sessions but this one end. */
  changePassword: (current: string, next: string) =>
    send('/api/current-user/password', {method: 'POST', json: {current_password: current, password: next}}),

  /** Makes a new token; the one before is worthless from then on. */
  renewToken: async () => (await read<{token: string}>('/api/current-user/reset-token', {method: 'POST'})).token,
};
