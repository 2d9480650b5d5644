/** All that is loaded once somebody takes tasks along. */

import {type User, api} from './api.js';
import {forgetJourney, journeys, rememberJourney} from './journeys.js';
import {Train, type TrainPorts} from './model/train.js';
import {forgetFiles, prepareOffline} from './offline.js';
import {later} from './platform.js';
import {LastingTrainStore} from './train-store.js';
import './elements/train-bar.js';

/** Makes what takes along tasks of a project. */
export function liveTrain(
  userId: number,
  projectId: number,
  ports: Pick<TrainPorts, 'load' | 'outbox' | 'onChange'>,
): Train {
  const store = new LastingTrainStore(userId, projectId);
  const train = new Train({...ports, store, prepare: prepareOffline, later, now: () => Date.now()});
  train.setOnline(navigator.onLine);
  return train;
}

/** Notes whose journey it is, so that the page opens for this person without the server. */
export async function noteJourney(projectId: number): Promise<void> {
  const [user, project] = await Promise.all([api.whoAmI(), api.project(projectId)]);
  rememberJourney({user, project});
}

/** Forgets a journey that has ended. The page's files are kept for as long as there is another one. */
export async function closeJourney(userId: number, projectId: number): Promise<void> {
  forgetJourney(userId, projectId);
  if (journeys().length === 0) await forgetFiles().catch(() => undefined);
}

/** Ends all journeys of a person who logs out, and gives back the tasks as far as the server can be reached. */
export async function endJourneys({id}: User): Promise<void> {
  for (const {project} of journeys().filter(({user}) => user.id === id)) {
    const store = new LastingTrainStore(id, project.id);
    const kept = await store.load();
    await Promise.allSettled((kept?.tasks ?? []).map((lease) => api.handBack(lease)));
    await store.clear().catch(() => undefined);
    await closeJourney(id, project.id);
  }
}
