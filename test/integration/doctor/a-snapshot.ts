/** Real facts for a test: a separate workspace with caches, and the doctor's snapshot of them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { takeSnapshot } from '../../../src/doctor/facts/take-snapshot.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import type { Snapshot } from '../../../src/doctor/snapshot.ts';
import { aRealGo } from '../lab/a-real-go.ts';

export interface Place extends AsyncDisposable {
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly write: (name: string, text: string) => Promise<string>;
  /** The doctor's snapshot from there, with these variables changed. */
  readonly look: (change?: Readonly<Record<string, string>>) => Promise<Snapshot>;
}

export async function aPlace(): Promise<Place> {
  const root = await mkdtemp(join(tmpdir(), 'doctor-'));
  const { go } = await aRealGo();
  const env = {
    PATH: `${go.goroot}/bin:/usr/bin:/bin:/usr/sbin:/sbin`,
    HOME: join(root, 'home'),
    TMPDIR: join(root, 'tmp'),
    GOPATH: join(root, 'gopath'),
    GOMODCACHE: join(root, 'gopath/pkg/mod'),
    GOCACHE: join(root, 'gocache'),
    GOENV: 'off',
    GOFLAGS: '',
    GOTOOLCHAIN: 'local',
    GOPROXY: 'off',
    USER: 'somebody',
  };
  for (const folder of ['work', 'home/.config/go/telemetry', 'tmp', 'gopath/pkg/mod', 'gocache']) {
    await mkdir(join(root, folder), { recursive: true });
  }
  const write = async (name: string, text: string) => {
    const path = join(root, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return path;
  };
  await write('home/.config/go/telemetry/mode', 'off');
  await write('work/go.mod', 'module example.com/m\n\ngo 1.21\n');
  return {
    root,
    env,
    write,
    look: (change = {}) =>
      takeSnapshot({ folder: join(root, 'work'), env: { ...env, ...change }, limitMs: 20_000, deep: false }),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

/** The findings for this place only: other tests run go at the same time. */
export function foundIn(snapshot: Snapshot, root: string): readonly string[] {
  const processes = snapshot.processes.filter((process) => concerns(process, root));
  const { editor } = snapshot.go;
  const own = {
    ...snapshot,
    processes,
    // It may be the environment of another test's gopls.
    go: { ...snapshot.go, editor: processes.some(({ pid }) => pid === editor?.pid) ? editor : null },
    sockets: snapshot.sockets.filter(({ path }) => path.startsWith(root)),
  };
  return diagnose(own)
    .findings.filter(({ id, severity }) => severity !== 'note' && id !== 'out-of-memory')
    .map(({ id }) => id);
}

function concerns({ cwd, files }: Snapshot['processes'][number], root: string): boolean {
  return cwd?.startsWith(root) === true || files.some(({ path }) => path.startsWith(root));
}
