import { amountOf } from '../accounting.ts';
import type { SaveDecision } from '../save-policy.ts';
import {
  isRenewalDue,
  type JobNeeds,
  type ModuleNeeds,
  neededPaths,
  needsAfter,
  noNeeds,
  serves,
} from './module-needs.ts';

/** A file, of an archive or of a module cache. */
export interface SizedFile {
  readonly path: string;
  readonly bytes: number;
}

/** What an archive of modules holds, and for whom. */
export interface HeldModules {
  readonly files: ReadonlyMap<string, SizedFile>;
  readonly needs: ModuleNeeds;
}

export const nothingHeld: HeldModules = { files: new Map(), needs: noNeeds };

/** What the next archive is to hold, and whether it is worth being made. */
export interface ModulesPlan {
  /** What this job needs, and what others do. */
  readonly files: readonly SizedFile[];
  readonly needs: ModuleNeeds;
  readonly worth: SaveDecision;
}

/** Which share of bytes an upload must be worth. */
export interface Thrift {
  /** In percent: of the job's own needs what is not in the archive, of the archive what nobody needs. */
  readonly abovePercent: number;
  /** An archive that few will read: it pays only for what is new in it. */
  readonly onlyForNew: boolean;
}

/**
 * @param held the newest archive; `nothingHeld` where there is none
 * @param needed the files of the module cache that this job needs
 */
export function planModules(
  held: HeldModules,
  job: JobNeeds,
  needed: readonly SizedFile[],
  { abovePercent, onlyForNew }: Thrift,
  day: number,
): ModulesPlan {
  const needs = needsAfter(held.needs, job, day);
  const wanted = neededPaths(needs);
  const own = new Set(needed.map(({ path }) => path));
  const others = [...held.files.values()].filter(({ path }) => wanted.has(path) && !own.has(path));
  const files = [...needed, ...others];
  const anew = amountOf(needed.filter(({ path }) => !held.files.has(path)));
  const dead = amountOf([...held.files.values()].filter(({ path }) => !wanted.has(path)));
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  const newShare = share(anew.bytes, amountOf(needed).bytes);
  const deadShare = share(dead.bytes, amountOf([...held.files.values()]).bytes);
  const decide = (): SaveDecision => {
    const shares = `the archive lacks ${newShare.toFixed(1)} % of what the job needs, and ${deadShare.toFixed(1)} % of it nobody needs`;
    if (onlyForNew) {
      const pays = newShare > abovePercent;
      return {
        save: pays,
        why: pays ? shares : `${shares}: not above ${abovePercent} % for an archive of this ref alone`,
      };
    }
    if (!serves(held.needs, job.id) || !serves(held.needs, job.listedBy)) {
      const isFirst = held.needs.lines.length === 0;
      return { save: true, why: isFirst ? 'there was no archive' : 'the archive did not know the needs of this job' };
    }
    if (Math.max(newShare, deadShare) > abovePercent) return { save: true, why: shares };
    if (isRenewalDue(held.needs, job, day)) {
      return { save: true, why: 'the archive was told of these needs long ago, and would forget them' };
    }
    return { save: false, why: `${shares}: not above ${abovePercent} %` };
  };
  return { files, needs, worth: decide() };
}
