import * as v from 'valibot';
import type { ModuleNeeds } from '../modules/module-needs.ts';

const indexes = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));

/** In a manifest, files are referenced by their index. */
export const storedNeedsSchema = v.object({
  lines: v.array(
    v.object({
      family: v.string(),
      deps: v.string(),
      keys: v.array(v.string()),
      day: v.number(),
      returned: v.boolean(),
      files: indexes,
    }),
  ),
  left: v.array(v.object({ family: v.string(), deps: v.string() })),
  /** Files by the day on which a job last needed them. */
  besides: v.array(v.object({ day: v.number(), files: indexes })),
});

export type StoredNeeds = v.InferOutput<typeof storedNeedsSchema>;

type Entries = readonly { readonly path: string }[];

/** Leaves out paths that are not among `entries`. */
export function storeNeeds({ lines, left, besides }: ModuleNeeds, entries: Entries): StoredNeeds {
  const byPath = new Map(entries.map(({ path }, index) => [path, index]));
  const placesOf = (paths: Iterable<string>) =>
    [...paths].flatMap((path) => byPath.get(path) ?? []).sort((a, b) => a - b);
  const days = [...new Set(besides.values())].sort((a, b) => a - b);
  return {
    lines: lines.map(({ paths, keys, ...line }) => ({ ...line, keys: [...keys], files: placesOf(paths) })),
    left: [...left],
    besides: days.map((day) => ({
      day,
      files: placesOf([...besides].flatMap(([path, last]) => (last === day ? [path] : []))),
    })),
  };
}

export function readNeeds({ lines, left, besides }: StoredNeeds, entries: Entries): ModuleNeeds {
  const pathsOf = (files: readonly number[]) => files.flatMap((index) => entries[index]?.path ?? []);
  return {
    lines: lines.map(({ files, ...line }) => ({ ...line, paths: new Set(pathsOf(files)) })),
    left,
    besides: new Map(besides.flatMap(({ day, files }) => pathsOf(files).map((path) => [path, day] as const))),
  };
}
