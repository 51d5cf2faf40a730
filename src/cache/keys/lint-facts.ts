import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Env } from '../../go/context.ts';
import type { CacheRequest } from '../request.ts';
import { findNamedFiles } from './module-files.ts';
import { readableText } from './readable-text.ts';

/**
 * The salt of golangci-lint's cache besides go.mod (pkg/commands/run.go, initHashSalt), as far as
 * it is known before the lint step.
 */
export interface LintFacts {
  /** "2.15.0"; null: not on PATH yet, since most workflows install it in a later step. */
  readonly version: string | null;
  /** Its configuration files. */
  readonly files: readonly string[];
  /** SHA-256 of their content, in hex. */
  readonly digest: string;
}

const names = [
  ...['.golangci.yml', '.golangci.yaml', '.golangci.toml', '.golangci.json'],
  // golangci/golangci-lint-action reads the first, `golangci-lint custom` the others.
  ...['.golangci-lint-version', '.custom-gcl.yml', '.custom-gcl.yaml'],
];

export async function readLintFacts(request: CacheRequest, caches: readonly string[]): Promise<LintFacts> {
  const { workspace, env } = request;
  const [version, files] = await Promise.all([versionOf(env), findNamedFiles(names, request, caches)]);
  const hash = createHash('sha256');
  for (const path of files) hash.update(`${path}\n${await readableText(join(workspace, path))}\n`);
  return { version, files, digest: hash.digest('hex') };
}

const timeoutMs = 10_000;

/** Works in any folder: golangci-lint reads its configuration only when it lints. */
function versionOf(env: Env): Promise<string | null> {
  return new Promise((resolve) => {
    execFile('golangci-lint', ['--version'], { env: { ...env }, timeout: timeoutMs }, (error, stdout) => {
      resolve(error === null ? (/has version v?([\w.+-]+)/.exec(stdout)?.[1] ?? null) : null);
    });
  });
}
