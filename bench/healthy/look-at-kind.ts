/** Repeats a kind of healthy work until the doctor has looked at it often enough. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aCertificate } from './a-slow-proxy.ts';
import type { Kind } from './kinds.ts';
import { type Looks, lookAtWork } from './look-at-work.ts';
import { downloadShared, type Site } from './work.ts';

export interface Yard extends AsyncDisposable {
  readonly look: (kind: Kind, looks: number) => Promise<Looks & { readonly missing: string | null }>;
}

export interface YardOptions {
  /** GOROOT of the Go to use. */
  readonly goroot: string;
  readonly gopls: string | null;
  /** A value of GOPROXY: where modules come from. */
  readonly goproxy: string;
  /** Compiles a program that takes only seconds. */
  readonly light?: boolean;
}

/** A folder with a module proxy's tree, in which all kinds of work run. */
export async function aYard({ goroot, gopls, goproxy, light = false }: YardOptions): Promise<Yard> {
  const folder = await mkdtemp(join(tmpdir(), 'healthy-'));
  const path = (process.env['PATH'] ?? '/usr/bin:/bin').split(':').filter((part) => !/\/go\/bin$/.test(part));
  const env = {
    PATH: [join(goroot, 'bin'), ...path].join(':'),
    HOME: join(folder, 'home'),
    // What ends early leaves its files there.
    TMPDIR: join(folder, 'tmp'),
    GOENV: 'off',
    GOTOOLCHAIN: 'local',
    GOSUMDB: 'off',
    GOTELEMETRY: 'off',
    GOPROXY: goproxy,
    REAL_GOPROXY: goproxy,
  };
  await Promise.all([mkdir(env.HOME), mkdir(env.TMPDIR)]);
  const shared = await downloadShared(folder, env, light);
  const certificate = aCertificate(folder);
  let count = 0;
  return {
    look: async (kind, most) => {
      let [looks, seen, inVain] = [0, 0, 0];
      const accused: Looks['accused'][number][] = [];
      while (looks < most) {
        const root = join(folder, `kind-${++count}`);
        const site: Site = { root, shared, certificate, env, gopls, light };
        const missing = kind.missing(site);
        if (missing !== null) return { looks, seen, accused, missing };
        await mkdir(root);
        const more = await lookAtWork(await kind.begin(site), root, most - looks);
        looks += more.looks;
        inVain = more.looks === 0 ? inVain + 1 : 0;
        if (inVain === 5) throw new Error(`${kind.name}: the work ended before the first look, five times in a row`);
        seen += more.seen;
        accused.push(...more.accused);
        await rm(root, { recursive: true, force: true, maxRetries: 5 });
      }
      return { looks, seen, accused, missing: null };
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
