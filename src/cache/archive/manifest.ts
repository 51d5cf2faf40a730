import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { errnoOf } from '../../errors.ts';
import { type Generation, rememberedGenerations } from '../accounting.ts';
import { type CacheKind, cacheKinds } from '../kind.ts';
import type { ModuleNeeds } from '../modules/module-needs.ts';
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
  readonly idle: number;
}

/** The list of an archive's content, packed with it. */
export interface Manifest {
  readonly kind: CacheKind;
  readonly generations: readonly Generation[];
  readonly entries: readonly ManifestEntry[];
  /** Modules only: which job needs what. */
  readonly needs?: ModuleNeeds | undefined;
}

/** The archive differs from what was packed. */
export class DamagedArchive extends Error {
  override readonly name = 'DamagedArchive';
}

/** A name that go never writes. */
export const manifestName = 'unlatch-manifest';

const schema = 3;

const headSchema = v.object({
  schema: v.literal(schema),
  kind: v.picklist(cacheKinds),
  entries: v.number(),
  generations: v.array(v.object({ savedAt: v.string(), entries: v.number(), bytes: v.number(), newBytes: v.number() })),
  needs: v.optional(storedNeedsSchema),
});

/**
 * Writes one line of JSON, one line "BYTES COST IDLE CRC32 PATH" for each file, and the SHA-256 of
 * all that. It protects against accidents only: whoever can write an archive can write its manifest
 * too.
 */
export function writeManifest(folder: string, { kind, generations, entries, needs }: Manifest): void {
  const head = {
    schema,
    kind,
    entries: entries.length,
    generations: generations.slice(-rememberedGenerations),
    ...(needs === undefined ? {} : { needs: storeNeeds(needs, entries) }),
  };
  const lines = entries.map(
    ({ path, bytes, crc32, costMs, idle }) => `${bytes} ${Math.round(costMs)} ${idle} ${crc32} ${path}\n`,
  );
  const body = `${JSON.stringify(head)}\n${lines.join('')}`;
  writeFileSync(join(folder, manifestName), `${body}${hexOf(body)}\n`);
}

/**
 * @throws DamagedArchive when the manifest is missing, changed, of another kind, or of an unknown
 * schema.
 */
export function readManifest(folder: string, kind: CacheKind): Manifest {
  let text: string;
  try {
    text = readFileSync(join(folder, manifestName), 'utf8');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    throw new DamagedArchive('its manifest is missing', { cause: error });
  }
  const bodyEnd = text.lastIndexOf('\n', text.length - 2) + 1;
  const body = text.slice(0, bodyEnd);
  if (text.slice(bodyEnd) !== `${hexOf(body)}\n`) throw new DamagedArchive('its manifest was changed or truncated');
  const [first = '', ...lines] = body.split('\n').slice(0, -1);
  const head = v.safeParse(v.pipe(v.string(), v.parseJson(), headSchema), first);
  if (!head.success) throw new DamagedArchive('its manifest has an unknown schema');
  if (head.output.kind !== kind) throw new DamagedArchive(`it holds ${head.output.kind}, not ${kind}`);
  if (head.output.entries !== lines.length) throw new DamagedArchive('its manifest lists a wrong number of files');
  const entries = lines.map(parseEntry);
  const { generations, needs } = head.output;
  return { kind, generations, entries, ...(needs === undefined ? {} : { needs: readNeeds(needs, entries) }) };
}

function parseEntry(line: string): ManifestEntry {
  const [, bytes, cost, idle, crc32, path] = /^(\d+) (\d+) (\d+) ([0-9a-f]{8}) (.+)$/.exec(line) ?? [];
  if (crc32 === undefined || path === undefined) {
    throw new DamagedArchive('its manifest has a malformed line');
  }
  return { path, bytes: Number(bytes), crc32, costMs: Number(cost), idle: Number(idle) };
}

function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
