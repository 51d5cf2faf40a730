import * as v from 'valibot';
import versions from '../../docker/versions.json' with { type: 'json' };
import { EnvironmentError } from '../errors.ts';

const pinnedHashes = v.record(v.string(), v.record(v.string(), v.pipe(v.string(), v.regex(/^h1:[A-Za-z0-9+/]{43}=$/))));

const matrixSchema = v.object({
  /** Go version → platform → h1 of the golang.org/toolchain zip, from the checksum database. */
  go: pinnedHashes,
  /**
   * Pinned like `go`, but not in the matrix: the Go that queries the checksum database on platforms
   * that the matrix lacks.
   */
  bootstrap: v.optional(pinnedHashes, {}),
  gopls: v.array(v.string()),
  /** gopls version → the Go line that builds it, if not the `go` line of its go.mod. */
  goplsGo: v.optional(v.record(v.string(), v.string()), {}),
});

/** docker/versions.json: the versions in the matrix, with checksums. */
export type Matrix = Readonly<v.InferOutput<typeof matrixSchema>>;

/** Checks the shape of a matrix. @throws EnvironmentError that names the wrong field. */
export function parseMatrix(document: unknown): Matrix {
  const result = v.safeParse(matrixSchema, document);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new EnvironmentError(`docker/versions.json: ${v.getDotPath(issue) ?? '(root)'}: ${issue.message}`);
}

let parsed: Matrix | undefined;

/** The matrix of this build of unlatch. */
export function builtInMatrix(): Matrix {
  parsed ??= parseMatrix(versions);
  return parsed;
}

/** The pinned h1 of a Go version for a platform ("linux-amd64"), or null. */
export function pinnedHash(matrix: Matrix, version: string, platform: string): string | null {
  return matrix.go[version]?.[platform] ?? matrix.bootstrap[version]?.[platform] ?? null;
}
