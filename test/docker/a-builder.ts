/**
 * An engine of its own with its BuildKit, which a test may kill, start again and empty; its images come from the machine's engine.
 * Its builds have the machine's network, and no registry.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Docker from 'dockerode';

/** By path: the text of a file, or what is copied there. */
export type Context = Readonly<Record<string, string | { readonly copyOf: string }>>;

export interface BuildOptions {
  readonly args?: Readonly<Record<string, string>>;
  /** Files by the id of the secret. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly tag?: string;
  readonly target?: string;
}

export interface ABuild {
  /** @throws with all that it said, if it fails. */
  readonly ended: Promise<string>;
  /** Waits until it has said that. */
  readonly says: (text: string) => Promise<void>;
}

export interface ABuilder extends AsyncDisposable {
  readonly docker: Docker;
  /** Takes an image from another engine. */
  readonly take: (from: Docker, tag: string) => Promise<void>;
  /** @param files the context, with its Dockerfile */
  readonly start: (files: Context, options?: BuildOptions) => Promise<ABuild>;
  readonly build: (files: Context, options?: BuildOptions) => Promise<string>;
  /** `docker builder prune`. @returns what it said */
  readonly prune: (...args: readonly string[]) => string;
  readonly killEngine: () => Promise<void>;
  readonly startEngine: () => Promise<void>;
  /** A step that connects here says who it is, and waits until it is let go. */
  readonly gate: AGate;
}

export interface AGate {
  readonly port: number;
  /** The step's words once it is there. */
  readonly arrival: (who: string) => Promise<string>;
  readonly letGo: (who: string) => void;
}

/** A step's line that says who it is and what it sees, and waits; in bash. */
export function atTheGate(words: string): string {
  return `exec 3<>/dev/tcp/127.0.0.1/$PORT && echo ${words} >&3 && read -r -u 3 _`;
}

/** Debian's client has BuildKit in it; others need the plugin buildx. */
const clients = ['docker', '/usr/bin/docker'];

/** Why there is none; null: there can be one. */
export function missingBuilder(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'root on Linux';
  if (spawnSync('dockerd', ['--version']).status !== 0) return 'dockerd';
  if (spawnSync('ip', ['-V']).status !== 0) return 'ip';
  return clients.some(hasBuildKit) ? null : 'a docker client with BuildKit';
}

function hasBuildKit(client: string): boolean {
  // It comes so far only if it has BuildKit: then it misses the engine.
  const { error, stderr } = spawnSync(client, ['-H', 'unix:///nowhere', 'build', '-'], {
    input: '',
    encoding: 'utf8',
    env: { ...process.env, DOCKER_BUILDKIT: '1' },
  });
  return error === undefined && !stderr.includes('buildx');
}

export async function aBuilder(): Promise<ABuilder> {
  const folder = await mkdtemp(join(tmpdir(), 'builder-'));
  const socket = join(folder, 'sock');
  const env = { ...process.env, DOCKER_BUILDKIT: '1', BUILDKIT_PROGRESS: 'plain', DOCKER_HOST: `unix://${socket}` };
  const client = clients.find(hasBuildKit) ?? 'docker';
  const docker = new Docker({ socketPath: socket });
  // With --bridge=none dockerd would remove docker0 of the machine's own engine (daemon_unix.go, removeDefaultBridgeInterface).
  const bridge = `ul-${folder.slice(-6)}`;
  ip('link', 'add', 'name', bridge, 'type', 'bridge');
  let engine: ChildProcess;
  const startEngine = async () => {
    // Of one that was killed.
    for (const name of ['pid', 'exec/containerd/containerd.pid']) await rm(join(folder, name), { force: true });
    const args = [
      ...['--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec'), '--pidfile', join(folder, 'pid')],
      ...['-H', `unix://${socket}`, `--bridge=${bridge}`, '--iptables=false', '--ip-forward=false', '--ip-masq=false'],
    ];
    engine = spawn('dockerd', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    engine.stderr?.on('data', (text) => (said = (said + String(text)).slice(-2000)));
    for (;;) {
      if (engine.exitCode !== null || engine.signalCode !== null) throw new Error(`dockerd ended: ${said}`);
      const answers = await docker.ping().catch(() => null);
      if (answers !== null) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const end = async (signal: NodeJS.Signals) => {
    if (engine.exitCode !== null || engine.signalCode !== null) return;
    const ended = once(engine, 'exit');
    engine.kill(signal);
    await ended;
  };
  await startEngine();
  const gate = await aGate();

  const start: ABuilder['start'] = async (files, { args = {}, secrets = {}, tag, target } = {}) => {
    const context = await mkdtemp(join(folder, 'context-'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(context, path)), { recursive: true });
      if (typeof text === 'string') await writeFile(join(context, path), text);
      else await cp(text.copyOf, join(context, path), { recursive: true });
    }
    const words = [
      ...['build', '--network=host'],
      ...Object.entries({ ...args, PORT: String(gate.port) }).flatMap(([name, value]) => [
        '--build-arg',
        `${name}=${value}`,
      ]),
      ...Object.entries(secrets).flatMap(([id, file]) => ['--secret', `id=${id},src=${file}`]),
      ...(tag === undefined ? [] : ['--tag', tag]),
      ...(target === undefined ? [] : ['--target', target]),
    ];
    const child = spawn(client, [...words, context], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const waiting: (() => void)[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        for (const look of waiting) look();
      });
    }
    const ended = once(child, 'close').then(([code]) => {
      if (code === 0) return said;
      throw new Error(said);
    });
    // Awaited later.
    ended.catch(() => undefined);
    const says = (text: string) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if (said.includes(text)) resolve();
        };
        waiting.push(look);
        child.once('close', () => (said.includes(text) ? resolve() : reject(new Error(said))));
        look();
      });
    return { ended, says };
  };
  return {
    docker,
    take: async (from, tag) => {
      const answer = await docker.loadImage(await from.getImage(tag).get());
      await new Promise<void>((resolve, reject) => {
        docker.modem.followProgress(answer, (error) => (error === null ? resolve() : reject(error)));
      });
    },
    start,
    build: async (files, options) => await (await start(files, options)).ended,
    prune: (...args) => {
      const { status, stdout, stderr } = spawnSync(client, ['builder', 'prune', '--force', ...args], {
        env,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(stderr);
      return stdout;
    },
    killEngine: async () => await end('SIGKILL'),
    startEngine,
    gate,
    [Symbol.asyncDispose]: async () => {
      gate[Symbol.dispose]();
      await end('SIGTERM');
      // A killed engine leaves its mounts, and the steps in them, which end with the gate.
      const mounts = (await readFile('/proc/self/mounts', 'utf8')).split('\n').map((line) => line.split(' ')[1] ?? '');
      for (const mount of mounts.reverse()) {
        if (mount.startsWith(`${folder}/`)) spawnSync('umount', ['--lazy', mount]);
      }
      await rm(folder, { recursive: true, force: true });
      ip('link', 'delete', bridge);
    },
  };
}

function ip(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('ip', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

async function aGate(): Promise<AGate & Disposable> {
  const sockets = new Map<string, Socket>();
  const words = new Map<string, string>();
  const waiting: (() => void)[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.setEncoding('utf8').once('data', (line: string) => {
      const [who = ''] = line.split(/\s/);
      sockets.set(who, socket);
      words.set(who, line.trim());
      for (const look of waiting) look();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    arrival: (who) =>
      new Promise((resolve) => {
        const look = () => {
          const line = words.get(who);
          if (line !== undefined) resolve(line);
        };
        waiting.push(look);
        look();
      }),
    letGo: (who) => void sockets.get(who)?.end('go\n'),
    [Symbol.dispose]: () => {
      for (const socket of sockets.values()) socket.destroy();
      server.close();
    },
  };
}
