/** Consecutive releases of a real project, as checkouts, and a module proxy on this disk that has all that they need. */
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from 'semver';
import { commitRelease } from '../commit-release.ts';
import { mustRun } from './must-run.ts';
import type { Places } from './places.ts';

export interface Project {
  /** The module's path. */
  readonly module: string;
  /** The newest release that is played, and the oldest that may be: the one before it has another go.mod. */
  readonly last: string;
  readonly first: string;
}

export const projects: Readonly<Record<string, Project>> = {
  task: { module: 'github.com/go-task/task/v3', first: 'v3.45.4', last: 'v3.53.0' },
  caddy: { module: 'github.com/caddyserver/caddy/v2', first: 'v2.10.0', last: 'v2.11.8' },
};

export interface Releases {
  /** Oldest first. */
  readonly versions: readonly string[];
  /** GOPROXY of the jobs: a cold job pays for its building and not for the network. */
  readonly proxy: string;
  /** Puts a release into a folder, each file with the time of now, as a checkout does. */
  readonly checkOut: (version: string, folder: string, more: Readonly<Record<string, string>>) => void;
}

/**
 * @param count of the newest releases up to the project's last.
 * @param go the go command that downloads; it needs a module proxy the first time.
 */
export async function releasesOf(project: Project, count: number, go: string, places: Places): Promise<Releases> {
  const sources = places.at('sources');
  const env = { GOMODCACHE: sources, GOFLAGS: '-modcacherw', GOTOOLCHAIN: 'local' };
  mkdirSync(sources, { recursive: true });
  const versions = await places.step('releases', () => {
    const { output } = mustRun(go, ['list', '-m', '-versions', project.module], sources, env);
    const within = (version: string) =>
      /^v\d+\.\d+\.\d+$/.test(version) && compare(version, project.first) >= 0 && compare(version, project.last) <= 0;
    return output.trim().split(' ').filter(within).slice(-count);
  });
  if (versions.length < 2) throw new Error('there are no two such releases');
  const folders = await places.step('release-folders', () =>
    Object.fromEntries(
      versions.map((version) => {
        const { output } = mustRun(go, ['mod', 'download', '-json', `${project.module}@${version}`], sources, env);
        const { Dir } = JSON.parse(output) as { readonly Dir: string };
        // All that a job of this release can ask for.
        mustRun(go, ['mod', 'download'], Dir, env);
        return [version, Dir];
      }),
    ),
  );
  const sumsOf = (version: string) => readFileSync(join(folders[version] ?? '', 'go.mod'), 'utf8');
  const [before = '', last = ''] = versions.slice(-2);
  if (sumsOf(before) === sumsOf(last)) throw new Error(`${before} and ${last} have one go.mod: no dependency changed`);
  return {
    versions,
    proxy: `file://${join(sources, 'cache/download')}`,
    checkOut: (version, folder, more) => {
      removeAll(folder);
      cpSync(folders[version] ?? '', folder, { recursive: true });
      for (const [from, to] of Object.entries(more)) cpSync(from, join(folder, to), { recursive: true });
      commitRelease(folder, version);
    },
  };
}

/** Also where go has made the folders read-only. */
export function removeAll(path: string): void {
  if (!existsSync(path)) return;
  const visit = (directory: string) => {
    chmodSync(directory, 0o755);
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (entry.isDirectory()) visit(join(directory, entry.name));
    }
  };
  if (lstatSync(path).isDirectory()) visit(path);
  rmSync(path, { recursive: true, force: true });
}
