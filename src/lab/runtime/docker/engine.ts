/** Finds the Docker engine that the docker command would use. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import Docker from 'dockerode';
import { errnoOf, messageOf } from '../../../errors.ts';
import type { Env } from '../../../go/context.ts';

export interface Engine {
  readonly docker: Docker;
  readonly version: string;
}

/** A starting engine may be slow; a hung one must not block us. */
const patienceMs = 10_000;

/**
 * The engine, or why none answers. Tries DOCKER_HOST, then the current context, then the usual sockets.
 * @throws the signal's reason on abort.
 */
export async function findEngine(
  env: Env,
  signal: AbortSignal = new AbortController().signal,
): Promise<Engine | { readonly reason: string }> {
  const reasons: string[] = [];
  for (const host of await candidates(env)) {
    const hung = AbortSignal.timeout(patienceMs);
    try {
      const docker = new Docker(host === undefined ? {} : { socketPath: host });
      // @types/dockerode does not know that version() takes options.
      const version = docker.version.bind(docker) as (options: {
        readonly abortSignal: AbortSignal;
      }) => Promise<{ readonly Version: string }>;
      const { Version } = await version({ abortSignal: AbortSignal.any([signal, hung]) });
      return { docker, version: Version };
    } catch (error) {
      signal.throwIfAborted();
      const why = hung.aborted ? `no answer within ${patienceMs / 1000} s` : refusal(error);
      reasons.push(`${host ?? env['DOCKER_HOST']}: ${why}`);
    }
  }
  return { reason: reasons.join('; ') };
}

function refusal(error: unknown): string {
  const message = messageOf(error);
  return errnoOf(error) === 'EACCES' ? `${message}; this user may not use it (join the group docker)` : message;
}

/** Socket paths; undefined: DOCKER_HOST, which dockerode reads itself (tcp, ssh, TLS). */
async function candidates(env: Env): Promise<readonly (string | undefined)[]> {
  if (env['DOCKER_HOST'] !== undefined && env['DOCKER_HOST'] !== '') return [undefined];
  const config = env['DOCKER_CONFIG'] ?? join(homedir(), '.docker');
  const context = await contextSocket(config, env['DOCKER_CONTEXT']);
  return [...(context === null ? [] : [context]), '/var/run/docker.sock', join(homedir(), '.docker/run/docker.sock')];
}

/** Source: docker/cli, cli/context/store: a context's folder is named after the SHA-256 of its name. */
async function contextSocket(config: string, chosen: string | undefined): Promise<string | null> {
  const name = chosen ?? (await readJson(join(config, 'config.json')))?.currentContext;
  if (name === undefined || name === 'default') return null;
  const id = createHash('sha256').update(name).digest('hex');
  const host = (await readJson(join(config, 'contexts/meta', id, 'meta.json')))?.Endpoints?.docker?.Host;
  return host?.startsWith('unix://') === true ? host.slice('unix://'.length) : null;
}

interface DockerJson {
  readonly currentContext?: string;
  readonly Endpoints?: { readonly docker?: { readonly Host?: string } };
}

async function readJson(path: string): Promise<DockerJson | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as DockerJson;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}
