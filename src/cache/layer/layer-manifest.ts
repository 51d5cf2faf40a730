import { join } from 'node:path';
import * as v from 'valibot';
import { generationSchema, rememberedGenerations } from '../accounting.ts';
import { DamagedArchive } from '../archive/damaged-archive.ts';
import { readSealed, writeSealed } from '../archive/sealed-lines.ts';
import { imageFormats } from './image-format.ts';

/** What of a cache is one unit of a layer: a file, or a whole extracted module ("x/y@v1.2.3"). */
export interface LayerUnit {
  /** Relative to the cache's folder, with '/'. */
  readonly path: string;
  readonly bytes: number;
  /** See ManifestEntry. */
  readonly costMs: number;
}

const parentSchema = v.object({
  /** The key under which it is stored. */
  key: v.string(),
  sha256: v.pipe(v.string(), v.hexadecimal(), v.length(64)),
});

const layerKinds = ['modules', 'build'] as const;

/** The kinds of cache that can be mounted. */
export type LayerKind = (typeof layerKinds)[number];

const headSchema = v.object({
  schema: v.literal(1),
  kind: v.picklist(layerKinds),
  format: v.picklist(imageFormats),
  /** The key under which it is stored: a store may tell it in other letters. */
  key: v.string(),
  /** Of the image. */
  sha256: v.pipe(v.string(), v.hexadecimal(), v.length(64)),
  imageBytes: v.number(),
  /** The mtime of all its files, Unix time in ms. */
  markMs: v.number(),
  /** The layers below, the newest first. */
  parents: v.array(parentSchema),
  generations: v.array(generationSchema),
  /** Whether the job that saved it knew what it used; if not, its generation counts all that was mounted. */
  recordedUse: v.optional(v.boolean(), true),
  units: v.number(),
});

/** The layer below another one. */
export type LayerParent = v.InferOutput<typeof parentSchema>;

/** What vouches for a layer and names those below it. Stored beside the image. */
export interface LayerManifest extends Omit<v.InferOutput<typeof headSchema>, 'schema' | 'units'> {
  readonly units: readonly LayerUnit[];
}

const layerManifestName = 'unlatch-layer';
export const imageName = 'image';

/** Its lines are "BYTES COST PATH", one for each unit. */
export function writeLayerManifest(folder: string, { units, ...rest }: LayerManifest): void {
  const generations = rest.generations.slice(-rememberedGenerations);
  const head = { schema: 1, ...rest, generations, units: units.length };
  const lines = units.map(({ path, bytes, costMs }) => `${bytes} ${Math.round(costMs)} ${path}`);
  writeSealed(join(folder, layerManifestName), head, lines);
}

/** @throws DamagedArchive when it is missing, changed, of another kind, or of an unknown schema. */
export function readLayerManifest(folder: string, kind: LayerKind): LayerManifest {
  const { head: first, lines } = readSealed(join(folder, layerManifestName));
  const head = v.safeParse(v.pipe(v.string(), v.parseJson(), headSchema), first);
  if (!head.success) throw new DamagedArchive('its manifest has an unknown schema');
  const { schema: _, units, ...rest } = head.output;
  if (rest.kind !== kind) throw new DamagedArchive(`it holds ${rest.kind}, not ${kind}`);
  if (units !== lines.length) throw new DamagedArchive('its manifest lists a wrong number of units');
  return { ...rest, units: lines.map(parseUnit) };
}

function parseUnit(line: string): LayerUnit {
  const [, bytes, cost, path] = /^(\d+) (\d+) (.+)$/.exec(line) ?? [];
  if (path === undefined) throw new DamagedArchive('its manifest has a malformed line');
  return { path, bytes: Number(bytes), costMs: Number(cost) };
}
