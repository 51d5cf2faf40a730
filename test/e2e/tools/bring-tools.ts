/**
 * Provides what the tests run and this machine may lack, once, before the first test, so that it counts toward no time
 * limit: the Go versions and the oldest and newest gopls of the matrix, sandbox/faultfs, act, actionlint, delve,
 * testscript, versitygw, the images of the lab. For what exists, this only checks.
 */
import pLimit from 'p-limit';
import { matrixVersions } from '../../../src/cli/matrix-versions.ts';
import { messageOf } from '../../../src/errors.ts';
import type { ProvisionContext } from '../../../src/go/context.ts';
import { provisionFaultfs } from '../../../src/go/provision/provision-faultfs.ts';
import { provisionGo } from '../../../src/go/provision/provision-go.ts';
import { provisionGopls } from '../../../src/go/provision/provision-gopls.ts';
import { findEngine } from '../../../src/lab/runtime/docker/engine.ts';
import type { Toolchain } from '../../../src/lab/runtime/runtime.ts';
import { aDelve, anAct, anActionlint, aTestscript, aVersitygw } from './a-go-tool.ts';
import { phasesOf } from './phases.ts';

export async function setup(): Promise<void> {
  const { go, gopls: matrix } = matrixVersions();
  // The tests run these; UNLATCH_WHOLE=1 and `npm run record` build the others when they need them.
  const gopls = matrix.filter((_, index) => index === 0 || index === matrix.length - 1);
  const linux = process.platform === 'linux';
  await using phases = phasesOf((line) => process.stderr.write(`${line}\n`));
  const contextOf = (note: (text: string) => void): ProvisionContext => ({
    env: process.env,
    from: 'store',
    onProgress: (progress) => {
      if ('step' in progress) return note(`${progress.what}: ${progress.step}`);
      const { what, receivedBytes, totalBytes } = progress;
      note(`${what}: ${receivedBytes >> 20} of ${totalBytes === null ? '?' : totalBytes >> 20} MB`);
    },
  });
  const toolchains: Toolchain[] = [];
  // A download, an extraction or a link uses one core at most.
  const atOnce = pLimit(2);
  /** A failure does not end the run: each test that needs the program then fails or is skipped with the reason, and the others run. */
  const bring = (what: string, make: (note: (text: string) => void) => Promise<unknown>) =>
    atOnce(async () => {
      try {
        await phases.run(what, make);
      } catch (error) {
        phases.tell(`${what} is not available: ${messageOf(error)}`);
      }
    });
  await Promise.all([
    ...gopls.map((pair) =>
      bring(`gopls ${pair.gopls}`, async (note) => {
        const context = contextOf(note);
        const server = await provisionGopls(pair.gopls, context);
        const own = { go: await provisionGo(pair.go, context), gopls: server };
        // The part of the catalogue runs its newest cells.
        if (pair === gopls.at(-1)) toolchains.push(own);
      }),
    ),
    ...go.map((version) => bring(`Go ${version}`, (note) => provisionGo(version, contextOf(note)))),
    ...(linux ? [bring('sandbox/faultfs', (note) => provisionFaultfs(contextOf(note)))] : []),
    bring('act', anAct),
    bring('actionlint', anActionlint),
    bring('delve', aDelve),
    bring('testscript', aTestscript),
    ...(linux ? [bring('versitygw', aVersitygw)] : []),
  ]);
  const engine = await findEngine(process.env);
  // Takes some minutes the first time, too long for a run of one file: `vitest run FILE`.
  const all = !process.argv.slice(3).some((word) => !word.startsWith('-'));
  if (all && 'docker' in engine) await bring('the images of the lab', (note) => bringImages(engine, toolchains, note));
}

type Engine = Extract<Awaited<ReturnType<typeof findEngine>>, { readonly docker: unknown }>;

async function bringImages(engine: Engine, toolchains: readonly Toolchain[], tell: (what: string) => void) {
  const { dockerRuntime } = await import('../../../src/lab/runtime/docker/docker.ts');
  await using runtime = await dockerRuntime({ engine, keep: false, tell });
  const { signal } = new AbortController();
  await runtime.ready(tell, signal);
  for (const toolchain of toolchains) await runtime.prepare(toolchain, tell, signal);
}
