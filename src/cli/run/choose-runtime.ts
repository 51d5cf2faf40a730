import { EnvironmentError, messageOf, UserError } from '../../errors.ts';
import { type RunEvent, tellPreparing } from '../../lab/run-event.ts';
import { findEngine } from '../../lab/runtime/docker/engine.ts';
import { hostRuntime } from '../../lab/runtime/host/host.ts';
import type { Isolation } from '../../lab/runtime/host/isolations.ts';
import type { Runtime } from '../../lab/runtime/runtime.ts';

export interface RuntimeOptions {
  readonly runtime: 'auto' | 'docker' | 'host';
  readonly isolation: 'auto' | Isolation;
  readonly keep?: true;
}

/**
 * Docker if an engine answers, else this host; or what --runtime and --isolation name. Binaries of
 * this machine run only on this machine, so `local` prefers a host that can run trials.
 *
 * @throws UserError if a named runtime is missing.
 */
export async function chooseRuntime(
  options: RuntimeOptions,
  local: boolean,
  listen: (event: RunEvent) => void,
  signal: AbortSignal,
): Promise<Runtime> {
  const tell = (text: string) => listen({ kind: 'note', text });
  const keep = options.keep === true;
  const onHost = () => {
    const isolation = options.isolation === 'auto' ? {} : { isolation: options.isolation };
    return hostRuntime({ env: process.env, keep, tell, ...isolation });
  };
  const preferred = local && options.runtime === 'auto' && process.platform === 'linux';
  if (options.runtime === 'host' || options.isolation !== 'auto' || preferred) return await onHost();
  const engine = await findEngine(process.env, signal);
  if ('docker' in engine) {
    const { dockerRuntime } = await import('../../lab/runtime/docker/docker.ts');
    const runtime = await dockerRuntime({ engine, keep, tell });
    if (options.runtime === 'docker') return runtime;
    try {
      await runtime.ready(tellPreparing(listen), signal);
      return runtime;
    } catch (error) {
      await runtime[Symbol.asyncDispose]();
      if (!(error instanceof EnvironmentError) || signal.aborted) throw error;
      tell(`the Docker engine is unusable, so the trials run on this host (${messageOf(error)})`);
    }
  } else {
    if (options.runtime === 'docker') {
      throw new UserError(`no Docker engine answers (${engine.reason}); start one, or use --runtime host`);
    }
    tell(`no Docker engine answers, so the trials run on this host (${engine.reason})`);
  }
  return await onHost();
}
