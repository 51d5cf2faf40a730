/** The command line as users run it: bundled, next to its docker/ folder, in a separate process and a separate folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hostPlatform, platformKey } from '../../../src/go/platform.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { processes } from '../../lab/a-run.ts';
import { distOfSources } from './dist-of-sources.ts';

/** No real Go has this version, so an image with it cannot be mistaken for one with a real Go. */
export const tinyGo = '1.99.7';

export interface Ended {
  readonly code: number | null;
  readonly by: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Its output so far. */
  readonly said: () => { readonly stdout: string; readonly stderr: string };
  readonly ended: Promise<Ended>;
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A command that starts node: `setpriv …`. */
  readonly wrap?: readonly string[];
  /** Starts it in a new process group, as a shell starts a job. */
  readonly ownGroup?: boolean;
}

export interface Place extends AsyncDisposable {
  readonly path: string;
  /** The TMPDIR of what `start` starts. */
  readonly tmp: string;
  readonly store: string;
  readonly start: (args: readonly string[], options?: StartOptions) => Running;
  /** Starts it and waits for its end. */
  readonly run: (args: readonly string[], options?: StartOptions) => Promise<Ended>;
  readonly write: (name: string, text: string) => Promise<string>;
  /** Entries of TMPDIR, and processes with the marker of a sandbox in it. */
  readonly leftovers: () => Promise<readonly string[]>;
}

export interface Cli extends AsyncDisposable {
  /** The folder of its package.json. */
  readonly root: string;
  /** The path of the bundled command line, for node. */
  readonly script: string;
  /** A fresh folder, with a TMPDIR and a store that contains a Go of two files. */
  readonly place: () => Promise<Place>;
}

export async function aCli(): Promise<Cli> {
  const root = await mkdtemp(join(tmpdir(), 'e2e-cli-'));
  // mkdtemp keeps other users out, and some tests run as another user.
  await chmod(root, 0o755);
  const from = packageRoot();
  await Promise.all([
    cp(distOfSources(), join(root, 'dist'), { recursive: true }),
    ...['package.json', 'docker', 'sandbox'].map((name) => cp(join(from, name), join(root, name), { recursive: true })),
  ]);
  const script = join(root, 'dist/cli.cjs');
  return {
    root,
    script,
    place: () => aPlace(script),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

/** A fresh folder for one command line. @param script its path. */
export async function aPlace(script: string): Promise<Place> {
  const path = await mkdtemp(join(tmpdir(), 'e2e-place-'));
  await chmod(path, 0o755);
  const tmp = join(path, 'tmp');
  const store = join(path, 'store');
  await mkdir(tmp);
  await aStore(store);
  const start = (args: readonly string[], options: StartOptions = {}): Running => {
    const env: NodeJS.ProcessEnv = {
      PATH: process.env['PATH'],
      HOME: path,
      TMPDIR: tmp,
      UNLATCH_HOME: store,
      // Nothing here uses the network.
      GOPROXY: 'off',
      ...options.env,
    };
    if (process.env['DOCKER_HOST'] !== undefined && !('DOCKER_HOST' in env))
      env['DOCKER_HOST'] = process.env['DOCKER_HOST'];
    const [command = process.execPath, ...rest] = [...(options.wrap ?? []), process.execPath, script, ...args];
    return watched(spawn(command, rest, { cwd: path, env, detached: options.ownGroup === true }));
  };
  return {
    path,
    tmp,
    store,
    start,
    run: (args, options) => start(args, options).ended,
    write: async (name, text) => {
      const file = join(path, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
      return file;
    },
    leftovers: async () => {
      const marked = (await processes()).filter(({ environ }) => environ.includes(`UNLATCH_TRIAL=${tmp}/`));
      return [...(await readdir(tmp)), ...marked.map(({ pid, command }) => `${pid} ${command}`)];
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

/** A store as provisioning leaves it: bin/go and VERSION. Trials here run no go. */
async function aStore(store: string): Promise<void> {
  const goroot = join(store, 'go', `${tinyGo}-${platformKey(hostPlatform())}`, 'go');
  await mkdir(join(goroot, 'bin'), { recursive: true });
  await writeFile(join(goroot, 'VERSION'), `go${tinyGo}\n`);
  await writeFile(join(goroot, 'bin/go'), '#!/bin/sh\necho a tiny go\n', { mode: 0o755 });
}

function watched(child: ChildProcess): Running {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = (async (): Promise<Ended> => {
    const [code, by] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    // These lines only depend on the speed of this machine.
    return { code, by, stdout, stderr: stderr.replace(/^still working: .*\n/gm, '') };
  })();
  return { child, pid: child.pid ?? Number.NaN, said: () => ({ stdout, stderr }), ended };
}

/** A folder for PATH with all programs of the usual folders, except some. */
export async function aPathWithout(folder: string, ...without: readonly string[]): Promise<string> {
  const { readdir: list } = await import('node:fs/promises');
  await mkdir(folder);
  const seen = new Set(without);
  for (const from of ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin']) {
    for (const name of await list(from)) {
      if (seen.has(name)) continue;
      seen.add(name);
      await symlink(join(from, name), join(folder, name));
    }
  }
  return folder;
}

/** A scenario file with one worker. */
export function aScenario(worker: string, more = '', head = ''): string {
  return `import { callFails, defineScenario, failsWith, mountedTwice } from 'unlatch';
${head}
export default defineScenario({
  claim: 'The device is busy.',
  source: 'a test',
  cells: [{ expect: 'reproduced' }],
  files: '-- go.mod --\\nmodule m\\n',
  workers: [{ name: 'w', run: ${JSON.stringify(worker)} }],
  check: failsWith(/device or resource busy/),
  deadlineMs: 600_000,
  ${more}
});
`;
}

/** A command that shows the symptom at once. */
export const busy = 'echo device or resource busy >&2; exit 1';

/** `unlatch run` of a file, on this host. */
export function onHost(...args: readonly string[]): readonly string[] {
  return ['run', '--runtime', 'host', '--go', tinyGo, ...args];
}

export function onDocker(...args: readonly string[]): readonly string[] {
  return ['run', '--runtime', 'docker', '--go', tinyGo, ...args];
}

/** The single line of a refusal. @throws if there is more output. */
export function theLine({ stderr, stdout }: Ended): string {
  const lines = stderr.trimEnd().split('\n');
  if (lines.length !== 1 || stdout !== '')
    throw new Error(`expected one line on stderr and nothing else:\n${stdout}${stderr}`);
  return lines[0] ?? '';
}

let naps = 0;
/** A number of seconds for sleep(1) that no other process uses. */
export function aNap(): string {
  naps += 1;
  return `8${String(process.pid).padStart(7, '0')}${String(naps).padStart(3, '0')}`;
}

export async function isAsleep(nap: string): Promise<boolean> {
  return (await processes()).some(({ command }) => command === `sleep ${nap}`);
}
