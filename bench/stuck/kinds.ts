/** Kinds of stuck go and gopls, each made with the real programs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSession } from '../../src/lsp/session.ts';
import { readLink, readNames, readPids, readText } from '../../src/process/read-proc.ts';
import { signalGroup } from '../../src/process/signal-group.ts';
import { readStat } from '../../src/process/stat.ts';

export interface Place {
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly gopls: string;
}

/** Stands stuck until it is disposed of. */
export interface Stuck extends AsyncDisposable {
  /** Who must be named as the cause. */
  readonly pid: () => number | undefined;
}

export interface Kind {
  readonly name: string;
  /** The finding. */
  readonly id: string;
  readonly begin: (place: Place) => Promise<Stuck>;
}

export const kinds: readonly Kind[] = [
  { name: 'a silent proxy', id: 'stalled-proxy', begin: (place) => download(place, {}, /./) },
  {
    name: 'a proxy that is silent from the second module on',
    id: 'stalled-proxy',
    begin: (place) => download(place, {}, /two/),
  },
  {
    name: 'a proxy that breaks off in the middle of a zip',
    id: 'stalled-proxy',
    begin: (place) => download(place, {}, /\.zip/, 9),
  },
  { name: 'a proxy that takes no connection', id: 'stalled-proxy', begin: unansweredSyn },
  {
    name: 'a silent checksum database',
    id: 'stalled-sumdb',
    begin: async (place) => {
      const database = await aServer(/./);
      const env = { GOSUMDB: `sum.golang.org http://127.0.0.1:${database.port}`, GOFLAGS: '-mod=mod' };
      return alsoClosing(await download(place, env, /^$/), database);
    },
  },
  {
    name: 'a silent HTTP proxy',
    id: 'stalled-http-proxy',
    begin: async (place) => {
      await needModules(place);
      const proxy = await aServer(/./);
      const env = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}`, GOPROXY: 'http://modules.example' };
      return alsoClosing(goCommand(place, env, 'go mod download', 'go'), proxy);
    },
  },
  {
    name: 'a toolchain that does not come',
    id: 'toolchain-download',
    begin: async (place) => {
      const proxy = await aServer(/toolchain.*\.zip/, null, toolchainFiles);
      const env = { GOTOOLCHAIN: 'go1.99.1', GOPROXY: `http://127.0.0.1:${proxy.port}` };
      return alsoClosing(goCommand(place, env, 'go version', 'go'), proxy);
    },
  },
  {
    name: 'a git server that is silent',
    id: 'stalled-git',
    begin: async (place) => {
      const server = await aServer(/./);
      const env = { GOPROXY: 'direct', GIT_ALLOW_PROTOCOL: 'git', GOINSECURE: '*', GOVCS: '*:all' };
      const url = `127.0.0.1:${server.port}/x.git`;
      await writeFile(
        join(place.root, 'gitconfig'),
        `[url "git://127.0.0.1:${server.port}/"]\n\tinsteadOf = https://example.com/\n`,
      );
      const own = { ...env, GIT_CONFIG_GLOBAL: join(place.root, 'gitconfig'), UNUSED: url };
      return alsoClosing(goCommand(place, own, 'go mod download -x example.com/x.git@v1.0.0', 'go'), server);
    },
  },
  { name: 'a stopped gopls', id: 'process-stopped', begin: (place) => goplsAnd(place, {}, 'gopls', 'STOP', 'loaded') },
  {
    name: 'a stopped go list of gopls',
    id: 'process-stopped',
    begin: async (place) => {
      const proxy = await aServer(/\.zip/, null, moduleFiles);
      return alsoClosing(
        await goplsAnd(place, { GOPROXY: `http://127.0.0.1:${proxy.port}` }, 'go', 'STOP', 'go list'),
        proxy,
      );
    },
  },
  { name: 'a stopped daemon', id: 'daemon-stopped', begin: stoppedDaemon },
  {
    name: 'gopls behind a silent proxy',
    id: 'stalled-proxy',
    begin: async (place) => {
      const proxy = await aServer(/\.zip/, null, moduleFiles);
      return alsoClosing(
        await goplsAnd(place, { GOPROXY: `http://127.0.0.1:${proxy.port}` }, 'go', null, 'go list'),
        proxy,
      );
    },
  },
  { name: 'an orphan with a lock', id: 'orphan-holder', begin: orphan },
  { name: 'a lock that a sleeping process holds', id: 'lock-waiter', begin: heldLock },
  {
    name: 'a GOCACHEPROG that hangs',
    id: 'cacheprog-hang',
    begin: async (place) => {
      await writeFile(join(place.root, 'work/main.go'), 'package main\n\nfunc main() {}\n');
      return goCommand(place, { GOCACHEPROG: 'sleep 1000' }, 'go build -o /dev/null .', 'go');
    },
  },
  {
    name: 'a packages driver that hangs',
    id: 'packages-driver',
    begin: async (place) => {
      const driver = join(place.root, 'driver');
      await writeFile(driver, '#!/bin/sh\nexec sleep 1000\n', { mode: 0o755 });
      return await goplsAnd(place, { GOPACKAGESDRIVER: driver }, 'gopls', null, 'go list');
    },
  },
];

const moduleFiles: Readonly<Record<string, string>> = {
  '/example.com/one/@v/v1.0.0.mod': 'module example.com/one\n',
  '/example.com/one/@v/v1.0.0.info': '{"Version":"v1.0.0"}',
  '/example.com/two/@v/v1.0.0.mod': 'module example.com/two\n',
  '/example.com/two/@v/v1.0.0.info': '{"Version":"v1.0.0"}',
};
const toolchainFiles: Readonly<Record<string, string>> = {
  '/golang.org/toolchain/@v/v0.0.1-go1.99.1.linux-amd64.mod': 'module golang.org/toolchain\n',
  '/golang.org/toolchain/@v/v0.0.1-go1.99.1.linux-amd64.info': '{"Version":"v0.0.1-go1.99.1.linux-amd64"}',
};

interface TcpServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** @param silent requests to which nothing is answered. @param first bytes of the body that do come. */
async function aServer(
  silent: RegExp,
  first: number | null = null,
  files: Readonly<Record<string, string>> = moduleFiles,
): Promise<TcpServer> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    let text = '';
    socket.setEncoding('latin1').on('data', (data: string) => {
      text += data;
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        const path = text.split(' ')[1] ?? '';
        text = text.slice(end + 4);
        const body = files[path];
        if (silent.test(path)) {
          if (first !== null) socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n${'x'.repeat(first)}`);
          return;
        }
        const status = body === undefined ? '404 Not Found' : '200 OK';
        socket.write(`HTTP/1.1 ${status}\r\nContent-Length: ${body?.length ?? 0}\r\n\r\n${body ?? ''}`);
      }
    });
    sockets.add(socket);
  });
  const sockets = new Set<{ destroy(): void }>();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as { port: number }).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

function alsoClosing(stuck: Stuck, server: TcpServer): Stuck {
  return {
    pid: stuck.pid,
    [Symbol.asyncDispose]: async () => {
      await stuck[Symbol.asyncDispose]();
      await server.close();
    },
  };
}

async function download(
  place: Place,
  env: Readonly<Record<string, string>>,
  silent: RegExp,
  first: number | null = null,
) {
  await needModules(place);
  const proxy = await aServer(silent, first);
  return alsoClosing(
    goCommand(place, { GOPROXY: `http://127.0.0.1:${proxy.port}`, ...env }, 'go mod download', 'go'),
    proxy,
  );
}

async function needModules({ root }: Place): Promise<void> {
  await writeFile(
    join(root, 'work/go.mod'),
    'module example.com/m\n\ngo 1.21\n\nrequire (\n\texample.com/one v1.0.0\n\texample.com/two v1.0.0\n)\n',
  );
  await writeFile(join(root, 'work/m.go'), 'package m\n\nimport (\n\t_ "example.com/one"\n\t_ "example.com/two"\n)\n');
}

/** A listener that nobody accepts from, with its queue full: the kernel answers no further SYN. */
async function unansweredSyn(place: Place): Promise<Stuck> {
  await needModules(place);
  const script = `import socket,time
s=socket.socket(); s.bind(("127.0.0.1",0)); s.listen(0)
port=s.getsockname()[1]
held=[]
for i in range(4):
  c=socket.socket(); c.setblocking(False)
  try: c.connect(("127.0.0.1",port))
  except BlockingIOError: pass
  held.append(c)
print(port,flush=True); time.sleep(1000)`;
  const listener = spawn('python3', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [data] = (await once(listener.stdout, 'data')) as [Buffer];
  const stuck = goCommand(place, { GOPROXY: `http://127.0.0.1:${Number(data.toString())}` }, 'go mod download', 'go');
  return {
    pid: stuck.pid,
    [Symbol.asyncDispose]: async () => {
      await stuck[Symbol.asyncDispose]();
      listener.kill('SIGKILL');
    },
  };
}

/** @param name of the process below the command that is stuck. */
function goCommand(place: Place, env: Readonly<Record<string, string>>, command: string, name: string): Stuck {
  const child = started(place, env, command);
  return { pid: () => below(child.pid, name), [Symbol.asyncDispose]: () => ended(child) };
}

function started({ root, env }: Place, more: Readonly<Record<string, string>>, command: string): ChildProcess {
  return spawn('bash', ['-c', `${command}; exit`], {
    cwd: join(root, 'work'),
    env: { ...env, ...more },
    stdio: 'ignore',
    detached: true,
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  signalGroup(child.pid, 'SIGKILL');
  await gone;
}

/** @param at when the session has come so far, the process gets the signal. */
async function goplsAnd(
  place: Place,
  env: Readonly<Record<string, string>>,
  name: string,
  signal: 'STOP' | null,
  at: 'loaded' | 'go list',
  args: readonly string[] = [],
): Promise<Stuck> {
  await needModules(place);
  if (at === 'loaded') await writeFile(join(place.root, 'work/go.mod'), 'module example.com/m\n\ngo 1.21\n');
  if (at === 'loaded') await writeFile(join(place.root, 'work/m.go'), 'package m\n');
  const abort = new AbortController();
  let reached: () => void = () => undefined;
  const loaded = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const session = openSession({
    folder: join(place.root, 'work'),
    server: { command: place.gopls, args },
    env: { ...place.env, ...env },
    phaseMs: 600_000,
    signal: abort.signal,
    loaded: async () => {
      reached();
      await new Promise((resolve) => abort.signal.addEventListener('abort', resolve));
    },
  });
  const server = () =>
    all().find((one) => one.name === 'gopls' && one.cwd.startsWith(place.root) && one.ppid === process.pid);
  const found = () => (name === 'gopls' ? server()?.pid : below(server()?.pid, name));
  if (at === 'loaded') await loaded;
  while (found() === undefined) await sleep(50);
  // The lock is taken and the request is out when there is a connection.
  if (signal !== null) {
    await sleep(at === 'loaded' ? 0 : 1500);
    process.kill(found() ?? 0, `SIG${signal}`);
  }
  // Before go list there is a short go env.
  const pid = signal === null ? null : found();
  return {
    pid: () => pid ?? found(),
    [Symbol.asyncDispose]: async () => {
      abort.abort('over');
      for (const one of all()) {
        if (one.cwd.startsWith(place.root) && one.pid !== process.pid) kill(one.pid);
      }
      await session;
    },
  };
}

async function stoppedDaemon(place: Place): Promise<Stuck> {
  const socket = join(place.root, 's');
  const daemon = started(place, {}, `exec ${place.gopls} serve -listen='unix;${socket}'`);
  // The file is there a moment before it listens, which is the flag.
  const listening = new RegExp(` 00010000 .*${socket}$`, 'm');
  while (!listening.test(readText('/proc/net/unix') ?? '')) await sleep(50);
  process.kill(daemon.pid ?? 0, 'SIGSTOP');
  const client = spawn(place.gopls, [`-remote=unix;${socket}`], {
    cwd: join(place.root, 'work'),
    env: { ...place.env },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return {
    pid: () => daemon.pid,
    [Symbol.asyncDispose]: async () => {
      client.kill('SIGKILL');
      await ended(daemon);
    },
  };
}

async function orphan(place: Place): Promise<Stuck> {
  await needModules(place);
  const proxy = await aServer(/\.zip/);
  const env = { GOPROXY: `http://127.0.0.1:${proxy.port}` };
  const parent = spawn('bash', ['-c', 'go mod download & echo $!; wait'], {
    cwd: join(place.root, 'work'),
    env: { ...place.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  const [data] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(data.toString());
  while (!holdsLock(pid)) await sleep(50);
  parent.kill('SIGKILL');
  const waiter = goCommand(place, env, 'go mod download', 'go');
  return {
    pid: () => pid,
    [Symbol.asyncDispose]: async () => {
      await waiter[Symbol.asyncDispose]();
      kill(pid);
      await proxy.close();
    },
  };
}

async function heldLock(place: Place): Promise<Stuck> {
  await needModules(place);
  const lock = join(place.root, 'modcache/cache/download/example.com/one/@v/v1.0.0.lock');
  await mkdir(join(lock, '..'), { recursive: true });
  await writeFile(lock, '');
  const holder = started(place, {}, `exec 5>'${lock}'; flock 5; exec sleep 1000`);
  while (!holdsLock(holder.pid ?? 0)) await sleep(50);
  const proxy = await aServer(/^$/);
  const waiter = goCommand(place, { GOPROXY: `http://127.0.0.1:${proxy.port}` }, 'go mod download', 'go');
  return {
    pid: () => holder.pid,
    [Symbol.asyncDispose]: async () => {
      await waiter[Symbol.asyncDispose]();
      await ended(holder);
      await proxy.close();
    },
  };
}

function holdsLock(pid: number): boolean {
  const fds = readNames(`/proc/${pid}/fdinfo`) ?? [];
  return fds.some((fd) => readText(`/proc/${pid}/fdinfo/${fd}`)?.includes('FLOCK'));
}

function kill(pid: number): void {
  if (readStat(pid) !== null) process.kill(pid, 'SIGKILL');
}

interface Running {
  readonly pid: number;
  readonly ppid: number;
  readonly name: string;
  readonly cwd: string;
}

function all(): readonly Running[] {
  return readPids().flatMap((pid): readonly Running[] => {
    const stat = readStat(pid);
    return stat === null ? [] : [{ ...stat, cwd: readLink(`/proc/${pid}/cwd`) ?? '' }];
  });
}

function below(pid: number | undefined, name: string): number | undefined {
  const own = new Set([pid]);
  const found = all();
  for (let grown = true; grown; ) {
    const more = found.filter((one) => own.has(one.ppid) && !own.has(one.pid));
    for (const one of more) own.add(one.pid);
    grown = more.length > 0;
  }
  return found.find((one) => own.has(one.pid) && one.name === name)?.pid;
}
