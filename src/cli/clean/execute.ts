import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { type CleanReport, cleanCaches } from '../../clean/clean.ts';
import { exitStatus, UserError } from '../../errors.ts';
import { goplsCacheFolder } from '../../go/gopls-cache.ts';
import { lintCacheFolder } from '../../go/lint-cache.ts';
import { failureOf, runGo } from '../../go/run-go.ts';
import { onInterruption } from '../../process/interruption.ts';
import { outputOf } from '../output.ts';
import { parseCount } from '../parse-count.ts';
import { signOfLife } from '../sign-of-life.ts';
import { cleanText } from './clean-text.ts';
import { parseAge, parseSize } from './parse-bound.ts';

export interface CleanOptions {
  readonly dryRun?: true;
  readonly json?: true;
  readonly gocache?: string;
  readonly gomodcache?: string;
  readonly wait?: string;
  readonly maxBytes?: string;
  readonly maxAge?: string;
  readonly end: readonly string[];
}

/** @returns the exit status. */
export async function cleanFromCommandLine(options: CleanOptions): Promise<number> {
  const waitMs = options.wait === undefined ? 0 : parseCount('--wait', options.wait, 86_400, 0) * 1000;
  const end = options.end.map((pid) => parseCount('--end', pid, 2 ** 22));
  const bound =
    options.maxBytes === undefined && options.maxAge === undefined
      ? null
      : {
          maxBytes: options.maxBytes === undefined ? null : parseSize('--max-bytes', options.maxBytes),
          maxAgeMs: options.maxAge === undefined ? null : parseAge('--max-age', options.maxAge),
        };
  using interruption = onInterruption();
  const { signal } = interruption;
  using life = signOfLife(outputOf(process.stderr));
  try {
    life.phase('asking go for its caches');
    const { gocache, gomodcache, gotmpdir } = await whereGoKeepsThem(options, signal);
    const runtime = process.env['XDG_RUNTIME_DIR'];
    life.phase(`reading the caches${waitMs === 0 ? '' : `, waiting up to ${waitMs / 1000} s for their locks`}`);
    const report = await cleanCaches({
      gocache,
      gomodcache,
      temporary: [tmpdir(), gotmpdir ?? '', runtime ?? ''].filter((path) => path !== ''),
      goplsCache: resolve(goplsCacheFolder(process.env)),
      lintCache: bound === null ? null : lintCacheFolder(process.env),
      bound,
      home: homedir(),
      dryRun: options.dryRun === true,
      leftMounts: true,
      waitMs,
      end,
      env: process.env,
      signal,
    });
    life[Symbol.dispose]();
    process.stdout.write(options.json === true ? `${JSON.stringify(report, null, 1)}\n` : cleanText(report));
    return report.left === 0 && isBounded(report) ? exitStatus.expected : exitStatus.differs;
  } catch (error) {
    if (!signal.aborted) throw error;
    process.stderr.write('unlatch: interrupted; nothing more was removed\n');
    return exitStatus.interrupted;
  }
}

/** Whether nothing is left to do for the bound. */
function isBounded({ bound, dryRun }: CleanReport): boolean {
  if (bound === null) return true;
  return bound.isWithin && !(dryRun && bound.bytesAfter < bound.bytes);
}

const goEnv = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    GOCACHE: v.string(),
    GOPATH: v.string(),
    GOMODCACHE: v.optional(v.string(), ''),
    GOTMPDIR: v.optional(v.string(), ''),
  }),
);

/** `go env` may hang: that may be why the user runs this. */
const goPatienceMs = 20_000;

async function whereGoKeepsThem(options: CleanOptions, signal: AbortSignal) {
  const named = { gocache: absolute(options.gocache), gomodcache: absolute(options.gomodcache) };
  if (named.gocache !== null && named.gomodcache !== null) {
    return { ...named, gotmpdir: process.env['GOTMPDIR'] };
  }
  const asked = await askGo(signal);
  const { GOCACHE, GOMODCACHE, GOPATH, GOTMPDIR } = asked;
  // Go before 1.15 has no GOMODCACHE.
  const modules = GOMODCACHE !== '' ? GOMODCACHE : GOPATH === '' ? null : join(GOPATH.split(':')[0] ?? '', 'pkg/mod');
  return {
    gocache: named.gocache ?? (GOCACHE === '' || GOCACHE === 'off' ? null : GOCACHE),
    gomodcache: named.gomodcache ?? modules,
    gotmpdir: GOTMPDIR,
  };
}

/** @throws UserError with go's message if it does not answer. */
async function askGo(signal: AbortSignal) {
  const refuse = (why: string) =>
    new UserError(`\`go env\` does not say where the caches are (${why}); name them with --gocache and --gomodcache`);
  const result = await runGo('go', ['env', '-json', 'GOCACHE', 'GOMODCACHE', 'GOPATH', 'GOTMPDIR'], {
    // Otherwise go may download the Go that a setting names.
    env: { ...process.env, GOTOOLCHAIN: 'local' },
    signal,
    silentMs: goPatienceMs,
  });
  if (result.code !== 0) throw refuse(failureOf(result));
  const parsed = v.safeParse(goEnv, result.stdout);
  if (parsed.success) return parsed.output;
  throw refuse(`it answers ${JSON.stringify(result.stdout.trim().slice(0, 80))}, unlike go`);
}

function absolute(path: string | undefined): string | null {
  if (path === '') throw new UserError('the path of a cache is empty; is a variable unset?');
  return path === undefined ? null : resolve(path);
}
