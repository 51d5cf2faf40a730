/** Reads other processes' files: a go's settings and the module of a gopls. Each read may hang. */
import { dirname, join } from 'node:path';
import { parseEnviron } from '../../../process/proc/parse-environ.ts';
import { readText } from '../../../process/proc/read-proc.ts';
import type { ProcessFact } from '../../process-fact.ts';
import { ownerOf } from '../disk/owner-of.ts';
import { within } from '../disk/places.ts';
import { goSettingsOf } from '../process/go-settings-of.ts';

export async function withSettings(
  processes: readonly ProcessFact[],
  limitMs: number,
): Promise<readonly ProcessFact[]> {
  return await Promise.all(
    processes.map(async (process) => {
      if (process.container !== null) return process;
      if (process.name === 'go') {
        const env = parseEnviron(readText(`/proc/${process.pid}/environ`) ?? '');
        const settings = process.env === null ? null : await within(limitMs, goSettingsOf(process.pid, env));
        return { ...process, settings: settings === 'hung' ? null : settings };
      }
      if (process.name !== 'gopls' || process.aside !== null || process.cwd === null) return process;
      const child = processes.find(({ ppid, name, cwd }) => ppid === process.pid && name === 'go' && cwd !== null);
      const workspace = await within(limitMs, rootAbove(child?.cwd ?? process.cwd));
      return { ...process, workspace: workspace === 'hung' ? null : workspace };
    }),
  );
}

/** The nearest folder with a go.work, else with a go.mod, else the folder itself. */
async function rootAbove(folder: string): Promise<string> {
  for (const file of ['go.work', 'go.mod']) {
    for (let at = folder; ; at = dirname(at)) {
      if ((await ownerOf(join(at, file))) !== null) return at;
      if (at === dirname(at)) break;
    }
  }
  return folder;
}
