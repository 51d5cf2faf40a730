import type { Finder } from '../../finding.ts';
import type { ProcessFact } from '../../process-fact.ts';
import { restart, run } from '../../remedy/remedy.ts';
import type { Snapshot } from '../../snapshot.ts';
import { processText } from '../../text/process-text.ts';

/** A folder that tar created is younger than tar. Both times are only exact to ticks of 10 ms. */
const toleranceMs = 20;

/** tar unpacks a module cache over a filled one and cannot replace files in read-only folders. */
export const restoreNotEmpty: Finder = (snapshot) => {
  const { cache } = snapshot;
  const module = cache.readOnlyModule;
  if (module === null) return [];
  return snapshot.processes
    .filter((process) => unpacksInto(process, snapshot) && module.ageMs > ageThen(process, snapshot) + toleranceMs)
    .map((process) => ({
      id: 'restore-not-empty',
      severity: 'warning' as const,
      summary: `${processText(process)} restores a module cache over one that already has modules: it fails with "Cannot open: File exists"`,
      evidence: [
        `pid ${process.pid}: ${process.command.join(' ')}`,
        `${module.path} existed before it started, in a read-only folder`,
      ],
      pids: [process.pid],
      consequences: [],
      remedy: [
        run(
          ['go', 'clean', '-modcache'],
          'right before the restore. Better: restore before any go command runs, or set GOFLAGS=-modcacherw from the start',
        ),
        restart('the restore'),
      ],
      source: 'actions/setup-go#722; actions/setup-go#403; scenario modcache-restored-twice',
    }));
};

/** Its age at the first look, when the module cache was read. ageMs is that of the second. */
function ageThen({ ageMs }: ProcessFact, { windowMs }: Snapshot): number {
  return ageMs - windowMs;
}

/** Whether it unpacks into the module cache: by its working directory or the folder it opened for -C. */
function unpacksInto({ name, command, cwd, files, state }: ProcessFact, { places }: Snapshot): boolean {
  if (!/^(tar|bsdtar)$/.test(name) || state === 'Z' || !isExtraction(command)) return false;
  const path = places.find(({ role }) => role === 'GOMODCACHE')?.path;
  const inside = (other: string | null) => path !== undefined && `${other}/`.startsWith(`${path}/`);
  return inside(cwd) || files.some((file) => inside(file.path));
}

/**
 * "tar xf", "-xf", "--extract". --skip-old-files keeps existing files and --recursive-unlink removes
 * them first, so neither fails.
 */
function isExtraction([, first = '', ...rest]: readonly string[]): boolean {
  const words = [first, ...rest];
  if (words.some((word) => /^--(skip-old|recursive-unlink)/.test(word))) return false;
  return /^[a-zA-Z]*x/.test(first) || words.some((word) => /^-[a-zA-Z]*x|^--(extract|get)$/.test(word));
}
