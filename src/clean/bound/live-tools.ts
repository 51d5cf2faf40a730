import { listProcesses, type Process } from '../../process/proc/process-table.ts';

/**
 * Who may have looked something up in a cache and still need it: a build holds paths of outputs and
 * of source files until it ends, and gopls reads the sources of modules for as long as it lives.
 */
export interface LiveTools {
  /** Null: none is seen. */
  readonly oldestBuild: Process | null;
  readonly oldestReader: Process | null;
}

const build = /^(?:go|golangci-lint|staticcheck|compile|link|asm|cgo|vet)(?:[\d.-].*)?$/;
const reader = /^gopls(?:[\d.-].*)?$/;

export function liveTools(processes: readonly Process[] = listProcesses()): LiveTools {
  const oldest = (some: readonly Process[]) =>
    some.reduce<Process | null>((old, one) => (old === null || one.startedMs < old.startedMs ? one : old), null);
  const builds = processes.filter(({ name }) => build.test(name));
  return {
    oldestBuild: oldest(builds),
    oldestReader: oldest([...builds, ...processes.filter(({ name }) => reader.test(name))]),
  };
}
