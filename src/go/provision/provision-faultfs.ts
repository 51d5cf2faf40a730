import { createHash } from 'node:crypto';
import { access, chmod, copyFile, cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError, errnoOf } from '../../errors.ts';
import { packageRoot } from '../../package-root.ts';
import type { ProvisionContext } from '../context.ts';
import { hostPlatform } from '../platform.ts';
import { runGo, whyFailed } from '../run-go.ts';
import { install, storeDir } from '../store/store.ts';
import { resolveGoVersion } from '../versions.ts';
import { buildSteps } from './build-steps.ts';
import { provisionGo } from './provision-go.ts';
import { moduleProxy } from './provision-gopls.ts';

/**
 * The path of sandbox/faultfs as a static program for Linux. Built with the newest Go of the
 * matrix, and rebuilt when its source changes.
 *
 * @throws EnvironmentError: no network for its modules, it does not compile, the disk is full.
 */
export async function provisionFaultfs(context: ProvisionContext): Promise<string> {
  const store = storeDir(context.env);
  const { arch } = hostPlatform();
  const folder = join(packageRoot(), 'sandbox/faultfs');
  const sources = (await readdir(folder)).sort();
  const texts = await Promise.all(sources.map((name) => readFile(join(folder, name))));
  const hash = createHash('sha256').update(Buffer.concat(texts)).digest('hex').slice(0, 12);
  const check = async (dir: string) => {
    const path = join(dir, 'faultfs');
    try {
      await access(path);
      return path;
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(errnoOf(error) ?? '')) return null;
      throw error;
    }
  };
  return await install({
    store,
    place: `faultfs/${hash}-linux-${arch}`,
    what: 'faultfs',
    check,
    build: async (made, scratch) => {
      const source = join(scratch, 'source');
      await cp(folder, source, { recursive: true });
      await mkdir(join(scratch, 'tmp'));
      const go = await provisionGo(await resolveGoVersion('stable', { ...context, prefer: 'matrix' }), context);
      const { GOROOT: _goroot, GOEXPERIMENT: _experiment, GODEBUG: _debug, ...rest } = context.env;
      const result = await runGo(
        join(go.goroot, 'bin/go'),
        ['build', '-v', '-ldflags=-s -w', '-o', join(scratch, 'faultfs'), '.'],
        {
          cwd: source,
          signal: context.signal,
          silentMs: context.network?.silentMs,
          onStderr: buildSteps('faultfs', context.onProgress),
          env: {
            ...rest,
            GOPATH: join(scratch, 'gopath'),
            GOMODCACHE: join(store, 'build', 'modcache'),
            GOCACHE: join(store, 'build', 'gocache'),
            GOTMPDIR: join(scratch, 'tmp'),
            GOOS: 'linux',
            GOARCH: arch,
            GOTOOLCHAIN: 'local',
            GO111MODULE: 'on',
            GOWORK: 'off',
            GOPROXY: await moduleProxy(context),
            GOFLAGS: '-trimpath -modcacherw',
            CGO_ENABLED: '0',
          },
        },
      );
      if (result.code !== 0) {
        throw new EnvironmentError(`faultfs could not be built with go ${go.version}: ${whyFailed(result, 3)}`, {
          cause: result.error,
        });
      }
      await copyFile(join(scratch, 'faultfs'), join(made, 'faultfs'));
      await chmod(join(made, 'faultfs'), 0o755);
    },
  });
}
