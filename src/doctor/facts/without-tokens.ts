/** Drops the arguments of GOAUTH commands and their children: they may hold a token, and snapshots are shared. */
import { authPrograms, runs } from '../chain/helper-role.ts';
import { treeOf } from '../chain/moving.ts';
import type { ProcessFact } from '../process-fact.ts';

export function withoutTokens(processes: readonly ProcessFact[]): readonly ProcessFact[] {
  const short = new Map<number, readonly string[]>();
  for (const go of processes) {
    const programs = go.name === 'go' ? authPrograms(go) : [];
    if (programs.length === 0) continue;
    for (const child of processes.filter(({ ppid }) => ppid === go.pid)) {
      const program = programs.find((one) => runs(child, one));
      if (program === undefined) continue;
      for (const { pid, command } of treeOf(child, { processes })) short.set(pid, command.slice(0, 1));
      short.set(child.pid, child.command.slice(0, wordOf(child, program) + 1));
    }
  }
  return processes.map((process) => {
    const command = short.get(process.pid);
    return command === undefined || command.length === process.command.length
      ? process
      : { ...process, command: [...command, '…'] };
  });
}

/** The index of the program's word; a script follows its interpreter. */
function wordOf({ command }: ProcessFact, program: string): number {
  return command.findIndex((word) => runs({ command: [word] }, program));
}
