import type {Project, User} from './api.js';
import {readSetting, writeSetting} from './theme.js';

/** A journey that this browser took tasks along for, with what must be known to go on without the server. */
export interface Journey {
  user: User;
  project: Project;
}

const NAME = 'prefstream.journeys';

/** All journeys that have not ended. What was written by somebody else than this page is none. */
export function journeys(): Journey[] {
  try {
    const kept: unknown = JSON.parse(readSetting(NAME) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isJourney) : [];
  } catch {
    return [];
  }
}

/** The journey of a person in a project; undefined if there is none. */
export function journeyOf(userId: number, projectId: number): Journey | undefined {
  return journeys().find(({user, project}) => user.id === userId && project.id === projectId);
}

export function rememberJourney(journey: Journey): void {
  write([...without(journey.user.id, journey.project.id), journey]);
}

export function forgetJourney(userId: number, projectId: number): void {
  write(without(userId, projectId));
}

function without(userId: number, projectId: number): Journey[] {
  return journeys().filter(({user, project}) => user.id !== userId || project.id !== projectId);
}

function write(all: Journey[]): void {
  writeSetting(NAME, all.length === 0 ? null : JSON.stringify(all));
}

function isJourney(one: unknown): one is Journey {
  const {user, project} = (one ?? {}) as Partial<Journey>;
  return Number.isInteger(user?.id) && Number.isInteger(project?.id);
}
