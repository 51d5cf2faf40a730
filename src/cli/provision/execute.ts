import { exitStatus, UserError } from '../../errors.ts';
import type { ProvisionContext } from '../../go/context.ts';
import { type ProvisionedGo, provisionGo } from '../../go/provision/provision-go.ts';
import { type ProvisionedGopls, provisionGopls, resolveGoplsVersion } from '../../go/provision/provision-gopls.ts';
import { resolveGoVersion } from '../../go/versions.ts';
import { onInterruption } from '../../process/interruption.ts';
import { outputOf } from '../output.ts';
import { type SignOfLife, signOfLife } from '../sign-of-life.ts';

export interface ProvisionOptions {
  readonly go?: string;
  readonly gopls?: string;
  readonly json?: true;
}

/** Prints the paths of the toolchains. Exits with 130 if interrupted. */
export async function provisionFromCommandLine(options: ProvisionOptions): Promise<void> {
  using interruption = onInterruption();
  using life = signOfLife(outputOf(process.stderr));
  try {
    const found = await provisionAll(options, life, {
      env: process.env,
      signal: interruption.signal,
      onProgress: life.provision,
    });
    life[Symbol.dispose]();
    process.stdout.write(options.json ? `${JSON.stringify({ schema: 1, ...found })}\n` : plain(found));
  } catch (error) {
    life[Symbol.dispose]();
    if (!interruption.signal.aborted) throw error;
    process.stderr.write('interrupted: incomplete downloads were not kept\n');
    process.exitCode = exitStatus.interrupted;
  }
}

interface Found {
  readonly go: readonly ProvisionedGo[];
  readonly gopls: readonly ProvisionedGopls[];
}

async function provisionAll(options: ProvisionOptions, life: SignOfLife, context: ProvisionContext): Promise<Found> {
  life.phase('looking up versions');
  const neither = options.go === undefined && options.gopls === undefined;
  const goVersions = new Set<string>();
  for (const text of neither ? ['stable'] : words(options.go)) goVersions.add(await resolveGoVersion(text, context));
  const goplsVersions = new Set<string>();
  for (const text of neither ? ['latest'] : words(options.gopls)) {
    goplsVersions.add(await resolveGoplsVersion(text, context));
  }
  // One at a time: each uses the network or the compiler to the full.
  const go: ProvisionedGo[] = [];
  for (const version of goVersions) {
    life.phase(`go ${version}`);
    go.push(await provisionGo(version, context));
  }
  const gopls: ProvisionedGopls[] = [];
  for (const version of goplsVersions) {
    life.phase(`gopls ${version}`);
    gopls.push(await provisionGopls(version, context));
  }
  return { go, gopls };
}

function words(list: string | undefined): readonly string[] {
  if (list === undefined) return [];
  const found = list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (found.length === 0) throw new UserError('--go and --gopls each need at least one version');
  return found;
}

function plain(found: Found): string {
  return [
    ...found.go.map(({ version, goroot }) => `go ${version}  ${goroot}\n`),
    ...found.gopls.map(({ version, path }) => `gopls ${version}  ${path}\n`),
  ].join('');
}
