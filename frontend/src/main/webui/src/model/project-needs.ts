import type {Project} from '../api.js';

/** What keeps a project from being judged by others, the most urgent first. */
export type Need = 'configuration' | 'tasks' | 'members';

/** What an owner or manager has yet to do. What the server does not say is taken for done. */
export function needsOf(
  project: Pick<Project, 'config_has_control_tags' | 'task_number' | 'finished_task_number' | 'member_number'>,
): Need[] {
  const {task_number: tasks, finished_task_number: finished} = project;
  const needs: Need[] = [];
  if (project.config_has_control_tags === false) needs.push('configuration');
  if (tasks === 0) needs.push('tasks');
  const isDone = tasks !== null && tasks > 0 && finished === tasks;
  if (project.member_number === 0 && !isDone) needs.push('members');
  return needs;
}
