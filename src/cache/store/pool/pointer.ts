import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { cacheKinds } from '../../kind.ts';
import type { PointerName, Pool } from './pool.ts';

/**
 * How long an object stays that no pointer names: a writer names it after it has uploaded it, and a reader may have read
 * a pointer that has moved since.
 */
export const defaultGraceMs = 60 * 60_000;

/** How often a use is noted: `prune` counts a day more. */
export const noteUseEveryMs = 24 * 60 * 60_000;

const savedBySchema = v.object({
  /** "gitlab"; '': unknown. */
  ci: v.string(),
  job: v.string(),
  /** Where a person can look at the job; ''. */
  url: v.string(),
});

const entrySchema = v.object({
  /** The whole key: the slot, and a digest of the content. */
  key: v.string(),
  kind: v.picklist(cacheKinds),
  /** ObjectName.id; it lies in the scope of the pointer. */
  object: v.string(),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  compression: v.picklist(['zstd', 'gzip']),
  /** Unix time in ms, by the pool's clock. */
  savedMs: v.number(),
  by: savedBySchema,
});

const schema = v.object({
  schema: v.literal(1),
  /** Makes each text differ. */
  nonce: v.string(),
  /** null: retired. */
  current: v.nullable(entrySchema),
  /** Objects that it named before; a reader may still be reading one. */
  previous: v.array(v.object({ object: v.string(), untilMs: v.number() })),
});

/** Who saved an archive. It is told, and nothing vouches for it. */
export type SavedBy = Readonly<v.InferOutput<typeof savedBySchema>>;
export type PoolEntry = Readonly<v.InferOutput<typeof entrySchema>>;

export interface Pointer {
  readonly current: PoolEntry | null;
  readonly previous: readonly { readonly object: string; readonly untilMs: number }[];
}

/** A pointer as it was read. */
export interface PointerRead extends Pointer {
  /** null: there is none. */
  readonly version: string | null;
  /** Of this version, Unix time in ms, by the pool's clock; 0: there is none. */
  readonly changedMs: number;
}

/** One that cannot be understood counts as retired: the next writer replaces it. */
export async function readPointer(pool: Pool, name: PointerName): Promise<PointerRead> {
  const found = await pool.read(name);
  if (found === null) return { current: null, previous: [], version: null, changedMs: 0 };
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), found.text);
  const { current, previous } = parsed.success ? parsed.output : { current: null, previous: [] };
  return { current, previous, version: found.version, changedMs: found.changedMs };
}

/**
 * Moves a pointer from what was read to another entry, or to none. It keeps what it named for the time of grace.
 *
 * @param nowMs by the pool's clock
 * @returns false: somebody else has moved it meanwhile
 */
export async function movePointer(
  pool: Pool,
  name: PointerName,
  { current, previous, version }: PointerRead,
  next: PoolEntry | null,
  nowMs: number,
  graceMs: number,
): Promise<boolean> {
  const pointer = {
    schema: 1,
    nonce: randomBytes(8).toString('hex'),
    current: next,
    previous: [
      ...previous.filter(({ untilMs }) => untilMs > nowMs),
      ...(current === null ? [] : [{ object: current.object, untilMs: nowMs + graceMs }]),
    ],
  } satisfies v.InferInput<typeof schema>;
  return await pool.move(name, `${JSON.stringify(pointer)}\n`, version);
}
