import { setTimeout } from 'node:timers/promises';

/**
 * The process that a command line prints. Beside the one that is meant, another may run for a moment (gopls starts `go env`
 * and `go version` beside `go list`), so this asks until only one is left.
 */
export async function onePid(line: string, sh: (lines: string) => Promise<string>): Promise<number> {
  for (let tries = 1; ; tries++) {
    const printed = await sh(line);
    if (/^\d+$/.test(printed)) return Number(printed);
    if (tries === 300) throw new Error(`${line}\nprints more than one process, or none: ${printed}`);
    await setTimeout(100);
  }
}
