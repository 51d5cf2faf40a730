/** go commands that wait: for the network, for a lock, for an orphan. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { alsoClosing, aServer } from './a-silent-server.ts';
import { below, ended, holdsLock, kill, started } from './processes.ts';
import type { Place, Stuck } from './stuck.ts';

export async function download(
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

export async function needModules({ root }: Place): Promise<void> {
  await writeFile(
    join(root, 'work/go.mod'),
    'module example.com/m\n\ngo 1.21\n\nrequire (\n\texample.com/one v1.0.0\n\texample.com/two v1.0.0\n)\n',
  );
  await writeFile(join(root, 'work/m.go'), 'package m\n\nimport (\n\t_ "example.com/one"\n\t_ "example.com/two"\n)\n');
}

/** A listener that accepts nothing and has a full queue: the kernel answers no further SYN. */
export async function unansweredSyn(place: Place): Promise<Stuck> {
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

/** @param name the name of the stuck process among the command's descendants. */
export function goCommand(place: Place, env: Readonly<Record<string, string>>, command: string, name: string): Stuck {
  const child = started(place, env, command);
  return { pid: () => below(child.pid, name), [Symbol.asyncDispose]: () => ended(child) };
}

export async function orphan(place: Place): Promise<Stuck> {
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

export async function heldLock(place: Place): Promise<Stuck> {
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
