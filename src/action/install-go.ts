import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as core from '@actions/core';
import * as v from 'valibot';
import { HarnessError, messageOf } from '../errors.ts';
import type { ProvisionContext } from '../go/context.ts';
import { newestHere } from '../go/newest-here.ts';
import { exeName } from '../go/platform.ts';
import { type ProvisionedGo, provisionGo } from '../go/provision-go.ts';
import { runGo } from '../go/run-go.ts';
import { resolveGoVersion } from '../go/versions.ts';
import type { Inputs } from './inputs.ts';
import { wantedGo } from './wanted-go.ts';

/** Where the go command of this job is. */
export interface InstalledGo extends ProvisionedGo {
  /** bin/go of its GOROOT. */
  readonly path: string;
  /** '' where go has none, as with GOCACHE=off. */
  readonly gomodcache: string;
  readonly gocache: string;
}

const goEnvSchema = v.object({
  GOPATH: v.string(),
  // Since Go 1.15; before it, below GOPATH.
  GOMODCACHE: v.optional(v.string(), ''),
  GOCACHE: v.string(),
});

/**
 * Brings the Go that the workflow asks for and puts it on PATH, with GOPATH/bin beside it.
 *
 * @throws UserError, HarnessError as provisionGo does.
 */
export async function installGo(inputs: Inputs, workspace: string, context: ProvisionContext): Promise<InstalledGo> {
  const wanted = await wantedGo(inputs, workspace);
  if (inputs['go-version'] !== null && inputs['go-version-file'] !== null) {
    core.warning('go-version and go-version-file are both given: go-version is taken');
  }
  const here = inputs['check-latest'] ? null : await newestHere(wanted.request, context);
  const version = here ?? (await resolveGoVersion(wanted.request, context));
  core.info(
    `Go ${version}${version === wanted.request ? '' : ` for ${wanted.request}`}, which ${wanted.from} asks for`,
  );
  const go = await provisionGo(version, context);
  core.info(`${go.goroot} (${sources[go.source]})`);
  const path = join(go.goroot, 'bin', exeName('go', inputs.architecture));
  core.addPath(join(go.goroot, 'bin'));
  // One that was set for another Go would give this one the wrong standard library.
  if ((context.env.GOROOT ?? '') !== '') core.exportVariable('GOROOT', go.goroot);
  const { GOPATH: gopath, GOMODCACHE: gomodcache, GOCACHE: gocache } = await goEnv(path, context);
  if (gopath !== '') {
    // What `go install` makes is to be found by later steps, as after actions/setup-go.
    await mkdir(join(gopath, 'bin'), { recursive: true });
    core.addPath(join(gopath, 'bin'));
  }
  return { ...go, path, gomodcache, gocache };
}

const sources: Readonly<Record<ProvisionedGo['source'], string>> = {
  path: 'it was on PATH',
  toolcache: "from the runner's tool cache",
  store: "from unlatch's store",
  proxy: 'downloaded from the module proxy and verified',
  'go.dev': 'downloaded and verified',
};

async function goEnv(go: string, context: ProvisionContext): Promise<v.InferOutput<typeof goEnvSchema>> {
  const result = await runGo(go, ['env', '-json', ...Object.keys(goEnvSchema.entries)], { env: context.env });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), goEnvSchema), result.stdout);
  if (result.code === 0 && parsed.success) return parsed.output;
  throw new HarnessError(`${go} does not run: ${result.stderr.trim() || messageOf(result.error)}`);
}
