/** This machine's Docker engine, a connection to it that a test can cut, and toolchains without a real Go. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type Docker from 'dockerode';
import { type Engine, findEngine } from '../../src/lab/runtime/docker/engine.ts';
import { label } from '../../src/lab/runtime/docker/image.ts';
import type { Toolchain } from '../../src/lab/runtime/runtime.ts';

const found = await findEngine(process.env);

/** Why the tests that need an engine are skipped; null: they run. In CI they always run, and fail without one. */
export const missingEngine =
  'docker' in found || process.env['CI'] === 'true' ? null : `no Docker engine answers (${found.reason})`;

export function anEngine(): Engine {
  if ('docker' in found) return found;
  throw new Error(`no Docker engine answers (${found.reason})`);
}

/** The output of docker's own command line. */
export async function docker(...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)('docker', [...args])).stdout.trim();
}

export const ownLabel = `${label}.owner=${hostname()}/${process.pid}`;

/** The trials' containers with that label, running or not. */
export async function containersWith(filter: string): Promise<readonly Docker.ContainerInfo[]> {
  return await anEngine().docker.listContainers({ all: true, filters: { label: [filter] } });
}

/** Waits for a condition, with a deadline. */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > deadline) throw new Error(`${what} did not appear in time`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The trial's container that runs this command. */
export async function containerThatRuns(command: string, filter: string): Promise<Docker.Container> {
  return await until(`a container that runs ${command}`, async () => {
    for (const { Id, State } of await containersWith(filter)) {
      if (State !== 'running') continue;
      const container = anEngine().docker.getContainer(Id);
      const { Processes } = await container.top({ ps_args: '-eo pid,args' });
      if (Processes.some((fields: readonly string[]) => fields[1] === command)) return container;
    }
    return null;
  });
}

/** A toolchain of one script, whose image is built at once. */
export async function aTinyToolchain(): Promise<Toolchain & AsyncDisposable> {
  const goroot = await mkdtemp(join(tmpdir(), 'tiny-go-'));
  await mkdir(join(goroot, 'bin'));
  await writeFile(join(goroot, 'bin/go'), '#!/bin/sh\necho a tiny go\n', { mode: 0o755 });
  return {
    go: { version: '0.0.1', goroot },
    gopls: null,
    [Symbol.asyncDispose]: () => rm(goroot, { recursive: true }),
  };
}

export interface WayToEngine extends AsyncDisposable {
  /** A value for DOCKER_HOST. */
  readonly host: string;
  readonly port: number;
  /** Closes every connection and accepts no more. */
  readonly cut: () => Promise<void>;
}

/** A TCP port that forwards to the engine's socket, like a remote engine. */
export async function aWayToEngine(): Promise<WayToEngine> {
  const socketPath = socketOf(anEngine().docker);
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = createConnection({ path: socketPath, allowHalfOpen: true });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  };
  return {
    host: `tcp://127.0.0.1:${address.port}`,
    port: address.port,
    cut,
    [Symbol.asyncDispose]: async () => {
      if (server.listening) await cut();
    },
  };
}

function socketOf(docker: Docker): string {
  const { socketPath } = docker.modem as { socketPath?: string };
  if (socketPath === undefined) throw new Error('these tests need an engine on a socket of this machine');
  return socketPath;
}
