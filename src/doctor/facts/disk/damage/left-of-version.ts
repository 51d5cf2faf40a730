/** What dead processes and lost power leave of one module version in GOMODCACHE. */
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../../../errors.ts';
import type { LeftFact } from '../../../cache-fact.ts';
import { orNothing } from '../or-nothing.ts';

/** Where a version's files are. All names are escaped. */
export interface VersionPlace {
  /** The module's folder @v. */
  readonly folder: string;
  /** The names in it. */
  readonly names: readonly string[];
  /** "v1.0.0" */
  readonly prefix: string;
  /** Where it is extracted, if it is. */
  readonly tree: string;
  /** "rsc.io/quote@v1.5.2" */
  readonly of: string;
}

/** @param now milliseconds, as Date.now() gives them. */
export async function leftOfVersion(
  { folder, names, prefix, tree, of }: VersionPlace,
  now: number,
): Promise<readonly LeftFact[]> {
  const left: LeftFact[] = [];
  const add = async (kind: LeftFact['kind'], path: string) => {
    const found = await orNothing(lstat(path));
    if (found !== null) left.push({ kind, path, of, ageMs: now - found.mtimeMs, busy: false });
  };
  const file = (suffix: string) => join(folder, `${prefix}.${suffix}`);
  for (const name of names) {
    const suffix = name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : '';
    // "zip123.tmp", up to Go 1.16 "zip.tmp123", "info456.tmp"
    if (/^(zip|info|mod|ziphash)?\.?\d*\.?tmp\d*$/.test(suffix) && suffix !== '') await add('tmp', join(folder, name));
  }
  const partial = names.includes(`${prefix}.partial`);
  if (partial) await add('partial', file('partial'));
  if ((await state(file('mod'))) === 'empty') await add('empty mod', file('mod'));
  const [zip, ziphash] = await Promise.all([state(file('zip')), state(file('ziphash'))]);
  // go extracts a half again.
  const module = partial ? 'missing' : await treeState(tree);
  // With a good hash and the extracted module, only `go mod verify` reads the zip.
  if (zip === 'empty' && (module !== 'written' || ziphash !== 'written')) await add('empty zip', file('zip'));
  // go computes it again from the zip; without the extracted module it downloads both.
  if (ziphash === 'empty' && zip !== 'written' && module !== 'missing') await add('empty ziphash', file('ziphash'));
  if (module === 'empty') await add('empty module', tree);
  return left;
}

type State = 'missing' | 'empty' | 'written';

/**
 * The folder of an extracted module: empty if its go.mod is, or all its Go files are. A module may have one
 * empty Go file of its own.
 */
async function treeState(tree: string): Promise<State> {
  const names = await orNothing(readdir(tree));
  if (names === null) return 'missing';
  if ((await state(join(tree, 'go.mod'))) === 'empty') return 'empty';
  const sources = names.filter((name) => name.endsWith('.go'));
  const states = await Promise.all(sources.map(async (name) => await state(join(tree, name))));
  return states.length > 0 && states.every((one) => one === 'empty') ? 'empty' : 'written';
}

/** A file whose data never reached the disk has no bytes, or its bytes are zero. No file of a module begins with one. */
async function state(path: string): Promise<State> {
  const file = await orNothing(open(path));
  if (file === null) return 'missing';
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(1), 0, 1, 0);
    return bytesRead === 0 || buffer[0] === 0 ? 'empty' : 'written';
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return 'missing';
  } finally {
    await file.close();
  }
}
