import { mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import * as core from '@actions/core';
import * as v from 'valibot';
import { EnvironmentError, messageOf } from '../../errors.ts';
import type { ProvisionContext } from '../../go/context.ts';
import { readGoSettings } from '../../go/go-settings.ts';
import { missingLoader } from '../../go/missing-loader.ts';
import { exeName } from '../../go/platform.ts';
import { bringGo } from '../../go/provision/bring-go.ts';
import type { ProvisionedGo } from '../../go/provision/provision-go.ts';
import { runGo } from '../../go/run-go.ts';
import type { Mirror } from '../../go/source/mirror.ts';
import { compareGo } from '../../go/versions.ts';
import type { Inputs } from '../inputs.ts';
import { reportSources } from './report-sources.ts';
import { type WantedGo, wantedGo } from './wanted-go.ts';

/** The go command of this job. */
export interface InstalledGo extends ProvisionedGo {
  /** bin/go of its GOROOT. */
  readonly path: string;
  /** '' if go has none. */
  readonly gomodcache: string;
  readonly gocache: string;
}

const goEnvSchema = v.object({
  GOPATH: v.string(),
  // Since Go 1.15; before that, below GOPATH.
  GOMODCACHE: v.optional(v.string(), ''),
  // Since Go 1.10.
  GOCACHE: v.optional(v.string(), ''),
});

/**
 * Installs the Go that the workflow requests, and puts it and GOPATH/bin on PATH.
 *
 * @param gotoolchain GOTOOLCHAIN before this step
 * @throws UserError, EnvironmentError as bringGo does.
 */
export async function installGo(
  inputs: Inputs,
  workspace: string,
  gotoolchain: string,
  context: ProvisionContext,
): Promise<InstalledGo> {
  const wanted = await wantedGo(inputs, workspace, gotoolchain);
  if (wanted.warning !== null) core.warning(wanted.warning);
  const go = (await goOnPath(wanted, inputs, context)) ?? (await provisionedGo(wanted, inputs, context));
  core.info(`${go.goroot} (${sources[go.source]})`);
  const path = join(go.goroot, 'bin', exeName('go', inputs.architecture));
  core.addPath(join(go.goroot, 'bin'));
  // Go before 1.9 cannot find its own GOROOT. A GOROOT of another Go would give this one the wrong
  // standard library.
  const isOld = compareGo(go.version, '1.9') < 0;
  if (isOld || (context.env.GOROOT ?? '') !== '') core.exportVariable('GOROOT', go.goroot);
  const { GOPATH: gopaths, GOMODCACHE: gomodcache, GOCACHE: gocache } = await goEnv(path, isOld, context);
  // GOPATH may be a list; go installs into its first entry.
  const gopath = gopaths.split(delimiter).find((entry) => entry !== '');
  if (gopath !== undefined) {
    // Later steps must find what `go install` makes, as after actions/setup-go.
    await mkdir(join(gopath, 'bin'), { recursive: true });
    core.addPath(join(gopath, 'bin'));
  }
  return { ...go, path, gomodcache, gocache };
}

/** The Go on PATH, if nobody requests a version, as in actions/setup-go. null: there is none. */
async function goOnPath(wanted: WantedGo, inputs: Inputs, context: ProvisionContext): Promise<ProvisionedGo | null> {
  if (wanted.request !== null || inputs['check-latest']) return null;
  const { go } = await readGoSettings(context.env, inputs.architecture);
  if (go === null || go.version === null || (go.arch ?? inputs.architecture.arch) !== inputs.architecture.arch)
    return null;
  core.info(`Go ${go.version}: already on PATH, and no other version is requested`);
  return { version: go.version, goroot: go.goroot, source: 'path' };
}

async function provisionedGo(wanted: WantedGo, inputs: Inputs, context: ProvisionContext): Promise<ProvisionedGo> {
  const request = wanted.request ?? 'stable';
  const mirror = mirrorOf(inputs);
  const sources = reportSources(mirror !== null, context.env);
  const go = await bringGo(
    request,
    { mirror, checkLatest: inputs['check-latest'] },
    { ...context, onAnswer: sources.onAnswer },
  );
  core.info(
    `Go ${go.version}${go.version === request ? '' : ` for ${request}`}, ${wanted.request === null ? 'the default' : `requested by ${wanted.from}`}`,
  );
  await sources.end(go);
  return go;
}

function mirrorOf(inputs: Inputs): Mirror | null {
  const url = inputs['go-download-base-url'];
  if (url === null) return null;
  // The form that actions/setup-go uses.
  const authorization = inputs.mirrorToken === null ? null : `token ${inputs.mirrorToken}`;
  return { base: new URL(url), authorization, verify: inputs.verify };
}

const sources: Readonly<Record<ProvisionedGo['source'], string>> = {
  path: 'found on PATH',
  toolcache: "from the runner's tool cache",
  store: "from unlatch's store",
  mirror: 'from go-download-base-url',
  proxy: 'downloaded from the module proxy and verified',
  'go.dev': 'downloaded from go.dev and verified',
};

/** @param isOld Go before 1.9, whose `go env` has no -json */
async function goEnv(
  go: string,
  isOld: boolean,
  context: ProvisionContext,
): Promise<v.InferOutput<typeof goEnvSchema>> {
  const names = Object.keys(goEnvSchema.entries);
  const result = await runGo(go, isOld ? ['env', ...names] : ['env', '-json', ...names], { env: context.env });
  const lines = result.stdout.split('\n');
  const text = isOld
    ? JSON.stringify(Object.fromEntries(names.map((name, i) => [name, lines[i] ?? ''])))
    : result.stdout;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), goEnvSchema), text);
  if (result.code === 0 && parsed.success) return parsed.output;
  const loader = result.code === null ? await missingLoader(go) : null;
  if (loader !== null) {
    throw new EnvironmentError(
      `${go} needs ${loader}, which this system lacks, as Alpine does: Go before 1.21 is linked with glibc; request Go 1.21 or newer, or install glibc's loader before this action (apk add gcompat)`,
    );
  }
  throw new EnvironmentError(`${go} does not run: ${result.stderr.trim() || messageOf(result.error)}`);
}
