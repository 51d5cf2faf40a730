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
import { moduleOfZip, moduleUnit } from './module-unit.ts';

/** A file of an archive or of a module cache. */
export interface SizedFile {
  readonly path: string;
  readonly bytes: number;
}

/** The content of a module archive, and which job needs what. */
export interface HeldModules {
  readonly files: ReadonlyMap<string, SizedFile>;
  readonly needs: ModuleNeeds;
}

export const nothingHeld: HeldModules = { files: new Map(), needs: noNeeds };

/** The content of the next archive, and whether saving it pays. */
export interface ModulesPlan {
  /** What this job and other jobs need. */
  readonly files: readonly SizedFile[];
  readonly needs: ModuleNeeds;
  readonly worth: SaveDecision;
}

/** The share of bytes from which on an upload pays. */
export interface Thrift {
  /**
   * Percentage of the job's needs missing from the archive, or of the archive that nobody needs.
   */
  readonly abovePercent: number;
  /** Few jobs will read the archive, so only new bytes make it pay. */
  readonly onlyForNew: boolean;
}

/**
 * @param held the newest archive; `nothingHeld` if there is none
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
  const ownUnits = new Set(needed.map(({ path }) => moduleUnit(path)));
  const unwanted = [...held.files.values()].filter(({ path }) => !wanted.has(path));
  // Half an extracted module is worse than none.
  const halves = new Set(unwanted.map(({ path }) => moduleUnit(path)));
  const others = [...held.files.values()].filter(({ path }) => {
    const unit = moduleUnit(path);
    return wanted.has(path) && !ownUnits.has(unit) && !halves.has(unit);
  });
  const files = [...needed, ...others];
  const anew = needed.filter(({ path }) => !held.files.has(path));
  const dead = amountOf(unwanted);
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  const shareOfNew = share(amountOf(anew).bytes, amountOf(needed).bytes);
  // Next to the extracted modules all zips are few bytes, and yet all that such a job downloads.
  const isZipBeside = ({ path }: SizedFile) => ownUnits.has(moduleOfZip(path) ?? '');
  const zips = needed.filter(isZipBeside);
  const shareOfZips = onlyForNew ? 0 : share(amountOf(anew.filter(isZipBeside)).bytes, amountOf(zips).bytes);
  const newShare = Math.max(shareOfNew, shareOfZips);
  const deadShare = share(dead.bytes, amountOf([...held.files.values()]).bytes);
  const decide = (): SaveDecision => {
    const shares = `the archive lacks ${newShare.toFixed(1)} % of what this job needs, and ${deadShare.toFixed(1)} % of the archive is unused`;
    if (onlyForNew) {
      const pays = newShare > abovePercent;
      return {
        save: pays,
        why: pays ? shares : `${shares}; an archive for this ref alone must have more than ${abovePercent} % new`,
      };
    }
    if (!serves(held.needs, job.id) || !serves(held.needs, job.listedBy)) {
      const isFirst = held.needs.lines.length === 0;
      return { save: true, why: isFirst ? 'there was no archive' : "the archive did not cover this job's needs" };
    }
    if (Math.max(newShare, deadShare) > abovePercent) return { save: true, why: shares };
    if (isRenewalDue(held.needs, job, day)) {
      return { save: true, why: "this job's needs were last confirmed long ago, and would be forgotten" };
    }
    return { save: false, why: `${shares}; neither is above ${abovePercent} %` };
  };
  return { files, needs, worth: decide() };
}
