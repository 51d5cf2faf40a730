import { copyFile, link, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { EnvironmentError, errnoOf } from '../../errors.ts';
import type { Env } from '../context.ts';
import { runGo } from '../run-go.ts';
import { ChecksumMismatch } from '../source/source-answer.ts';

/** A zip to verify with the checksum database. */
export interface VerifyRequest {
  /** The go command that queries it, 1.21 or newer. */
  readonly go: string;
  readonly version: string;
  /** Path of the downloaded zip. */
  readonly zip: string;
  readonly goproxy: string;
  /** null: the default of the go command. */
  readonly gosumdb: string | null;
  /** An empty folder, which the caller removes. */
  readonly scratch: string;
  readonly env: Env;
  readonly signal?: AbortSignal | undefined;
}

const downloadSchema = v.object({ Sum: v.optional(v.string()), Error: v.optional(v.string()) });

/**
 * The h1 of a golang.org/toolchain version in the checksum database, queried by a go command with
 * its built-in keys and proof checks. It serves our own zip from a file proxy to go, which compares
 * it with the database.
 *
 * cmd/go skips the database when GOPROXY is a single file:// URL, or when a request claims to come
 * from the proxy itself (cmd/go/internal/modfetch/sumdb.go, useSumDB). Neither is the case here,
 * since the user's proxies follow ours.
 *
 * @throws EnvironmentError when the database has another hash or cannot be queried.
 */
export async function sumOfToolchain(request: VerifyRequest): Promise<string> {
  const { version, scratch } = request;
  const folder = join(scratch, 'proxy', 'golang.org', 'toolchain', '@v');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${version}.info`), JSON.stringify({ Version: version, Time: '2020-01-01T00:00:00Z' }));
  await writeFile(join(folder, `${version}.mod`), 'module golang.org/toolchain\n');
  await linkOrCopy(request.zip, join(folder, `${version}.zip`));
  const {
    GOROOT: _goroot,
    GODEBUG: _godebug,
    GOEXPERIMENT: _goexperiment,
    GIT_HTTP_USER_AGENT: _agent,
    ...rest
  } = request.env;
  const result = await runGo(request.go, ['mod', 'download', '-json', `golang.org/toolchain@${version}`], {
    cwd: scratch,
    signal: request.signal,
    env: {
      ...rest,
      GOENV: 'off',
      GOFLAGS: '-modcacherw',
      GOTOOLCHAIN: 'local',
      GO111MODULE: 'on',
      GOWORK: 'off',
      GOPATH: join(scratch, 'gopath'),
      GOMODCACHE: join(scratch, 'modcache'),
      GOCACHE: join(scratch, 'gocache'),
      GOTMPDIR: '',
      GOPRIVATE: '',
      GONOPROXY: '',
      GONOSUMDB: '',
      GOPROXY: `${pathToFileURL(join(scratch, 'proxy')).href}|${request.goproxy}`,
      ...(request.gosumdb === null ? { GOSUMDB: '' } : { GOSUMDB: request.gosumdb }),
    },
  });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), downloadSchema), result.stdout);
  const said = parsed.success ? parsed.output : {};
  if (result.code === 0 && said.Sum !== undefined && said.Error === undefined) return said.Sum;
  const why = (said.Error ?? result.stderr.trim()) || `go exited with ${result.code ?? result.error?.message}`;
  if (why.includes('SECURITY ERROR') || why.includes('checksum mismatch')) {
    const theirs = / {0,1}(\S+): (h1:\S+)\s+SECURITY ERROR/.exec(why.replace(/\s+/g, ' '));
    throw new ChecksumMismatch(
      `the zip of golang.org/toolchain@${version} is refused: it does not match the checksum database${theirs === null ? '' : ` (${theirs[1]} has ${theirs[2]})`}; nothing was kept`,
    );
  }
  throw new EnvironmentError(
    `could not look up golang.org/toolchain@${version} in the checksum database: ${why.replace(/\s+/g, ' ')}`,
  );
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    // A filesystem without hard links.
    if (errnoOf(error) === undefined || errnoOf(error) === 'ENOSPC') throw error;
    await copyFile(from, to);
  }
}
