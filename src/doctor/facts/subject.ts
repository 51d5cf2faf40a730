/** Which processes a diagnosis is about. */
import type { ProcessFact } from '../process-fact.ts';
import type { Snapshot } from '../snapshot.ts';

/** Leaves out processes that nobody waits for: telemetry and unlatch's own. */
export function withoutAside(snapshot: Snapshot): Snapshot {
  return { ...snapshot, processes: snapshot.processes.filter(({ aside }) => aside === null) };
}

/** Whether it works for this folder, by its workspace or its working directory. */
export function worksFor({ workspace, cwd }: ProcessFact, folder: string): boolean {
  return [workspace, cwd].some(
    (path) => path !== null && (path === folder || path.startsWith(`${folder}/`) || folder.startsWith(`${path}/`)),
  );
}
