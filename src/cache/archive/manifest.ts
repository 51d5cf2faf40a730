import { join } from 'node:path';
import * as v from 'valibot';
import { type Generation, generationSchema, rememberedGenerations } from '../accounting.ts';
import { type CacheKind, cacheKinds } from '../kind.ts';
import type { ModuleNeeds } from '../modules/module-needs.ts';
import { DamagedArchive } from './damaged-archive.ts';
import { readSealed, writeSealed } from './sealed-lines.ts';
import { readNeeds, storedNeedsSchema, storeNeeds } from './stored-needs.ts';

/** One file of an archive. */
export interface ManifestEntry {
  /** Relative to the cache's folder, with '/'. */
  readonly path: string;
  readonly bytes: number;
  /** CRC-32 of the content, in hex: cheap enough to check on every restore. */
  readonly crc32: string;
  /** How long it took to make, see SavedCache.reusedWorthMs; 0: unknown. */
  readonly costMs: number;
  /** How many archives in a row have carried it although no job used it. */
  readonly unusedFor: number;
}

/** The list of an archive's content, packed with it. */
export interface Manifest {
  readonly kind: CacheKind;
  readonly generations: readonly Generation[];
  readonly entries: readonly ManifestEntry[];
  /** Modules only: which job needs what. */
  readonly needs?: ModuleNeeds | undefined;
}

/** A name that go never writes. */
export const manifestName = 'unlatch-manifest';

const schema = 3;

const headSchema = v.object({
  schema: v.literal(schema),
  kind: v.picklist(cacheKinds),
  entries: v.number(),
  generations: v.array(generationSchema),
  needs: v.optional(storedNeedsSchema),
});

/** Its lines are "BYTES COST UNUSED_FOR CRC32 PATH", one for each file. */
export function writeManifest(folder: string, { kind, generations, entries, needs }: Manifest): void {
  const head = {
    schema,
    kind,
    entries: entries.length,
    generations: generations.slice(-rememberedGenerations),
    ...(needs === undefined ? {} : { needs: storeNeeds(needs, entries) }),
  };
  const lines = entries.map(
    ({ path, bytes, crc32, costMs, unusedFor }) => `${bytes} ${Math.round(costMs)} ${unusedFor} ${crc32} ${path}`,
  );
  writeSealed(join(folder, manifestName), head, lines);
}

/**
 * @throws DamagedArchive when the manifest is missing, changed, of another kind, or of an unknown
 * schema.
 */
export function readManifest(folder: string, kind: CacheKind): Manifest {
  const { head: first, lines } = readSealed(join(folder, manifestName));
  const head = v.safeParse(v.pipe(v.string(), v.parseJson(), headSchema), first);
  if (!head.success) throw new DamagedArchive('its manifest has an unknown schema');
  if (head.output.kind !== kind) throw new DamagedArchive(`it holds ${head.output.kind}, not ${kind}`);
  if (head.output.entries !== lines.length) throw new DamagedArchive('its manifest lists a wrong number of files');
  const entries = lines.map(parseEntry);
  const { generations, needs } = head.output;
  return { kind, generations, entries, ...(needs === undefined ? {} : { needs: readNeeds(needs, entries) }) };
}

function parseEntry(line: string): ManifestEntry {
  const [, bytes, cost, unusedFor, crc32, path] = /^(\d+) (\d+) (\d+) ([0-9a-f]{8}) (.+)$/.exec(line) ?? [];
  if (crc32 === undefined || path === undefined) {
    throw new DamagedArchive('its manifest has a malformed line');
  }
  return { path, bytes: Number(bytes), crc32, costMs: Number(cost), unusedFor: Number(unusedFor) };
}
