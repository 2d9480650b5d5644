import type {Listed, Placed} from '../judged.js';

/** Judgements that follow on each other in the same project. */
export interface Run {
  project: Placed['project'];
  judgements: Listed[];
}

/** The same judgements in the same order, put together where several in a row are of one project. */
export function runsOf(placed: readonly Placed[]): Run[] {
  const runs: Run[] = [];
  for (const {project, judgement} of placed) {
    const last = runs.at(-1);
    if (last?.project.id === project.id) last.judgements.push(judgement);
    else runs.push({project, judgements: [judgement]});
  }
  return runs;
}
