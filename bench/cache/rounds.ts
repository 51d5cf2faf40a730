/** The jobs whose figures the table tells: releases in a row, then the last release again and again, each side in turn. */
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './must-run.ts';
import type { Places } from './places.ts';
import { copyStore, type Played, type Stage } from './play.ts';
import type { Side } from './sides.ts';

export interface Sides {
  readonly setupGo: Side;
  /** With the defaults alone, and with options on. */
  readonly ours: readonly Side[];
}

/** The same job by each side, by name. */
export type Round = Readonly<Record<string, Played>>;

export interface Sizes {
  readonly cleanBuild: number;
  readonly neededZips: number;
  readonly untrimmed: number;
  /** Our newest archives after all releases. */
  readonly build: number;
  readonly modules: number;
}

/** What a job leaves in HOME. */
const [gocache, gomodcache] = ['.cache/go-build', 'go/pkg/mod'] as const;

export interface PlayedRounds {
  /** By ours; setup-go's after a bump is as cold, since it finds nothing. */
  readonly cold: Played;
  readonly bumps: readonly Round[];
  readonly unchanged: readonly Round[];
  readonly sizes: Sizes;
}

/** @param versions oldest first; the first side of ours plays all of them, setup-go the last two. */
export async function playRounds(
  { setupGo, ours }: Sides,
  versions: readonly string[],
  stage: Stage,
  places: Places,
  { bumps, unchanged }: { readonly bumps: number; readonly unchanged: number },
): Promise<PlayedRounds> {
  const sides = [...ours, setupGo];
  const [before = '', last = ''] = versions.slice(-2);
  const store = (side: Side, state = '') => places.at(`store-${side.name}${state}`);
  const heap = places.at('heap');
  const [plain = setupGo, ...others] = ours;
  for (const version of versions.slice(0, -1)) {
    await places.step(`before-${plain.name}-${version}`, () => {
      const played = stage.play(plain, version, store(plain));
      addToHeap(heap, stage.home);
      return played;
    });
  }
  await places.step(`before-${setupGo.name}-${before}`, () => stage.play(setupGo, before, store(setupGo)));
  // Options change what a job restores and saves, and not how its store began.
  for (const side of others) {
    if (side.inputs['modules'] === undefined) copyStore(store(plain), store(side));
    else {
      // Its archive of modules is one of another form.
      await places.step(`before-${side.name}-${before}`, () => {
        copyStore(store(plain), store(side));
        return stage.play(side, before, store(side));
      });
    }
  }
  // Whoever is first: what the machine does besides falls on all.
  const inTurns = async (name: string, count: number, play: (side: Side) => Played) => {
    const rounds: Round[] = [];
    for (let index = 0; index < count; index++) {
      const order = index % 2 === 0 ? sides : [...sides].reverse();
      const round: Record<string, Played> = {};
      for (const side of order) {
        round[side.name] = await places.step(`${name}-${index}-${side.name}`, () => play(side));
      }
      rounds.push(round);
    }
    return rounds;
  };
  const archive = places.at('packed.tar.zst');
  const cold = await places.step(`cold-${plain.name}`, () => {
    rmSync(store(plain, '-cold'), { recursive: true, force: true });
    const job = stage.play(plain, last, store(plain, '-cold'));
    const sizes = {
      cleanBuild: pack(archive, stage.home, [gocache]),
      neededZips: pack(archive, stage.home, neededFiles(stage.home)),
    };
    return { job, sizes };
  });
  const afterBump = await inTurns('bump', bumps, (side) => {
    copyStore(store(side), store(side, '-bumped'));
    const job = stage.play(side, last, store(side, '-bumped'));
    if (side === plain) addToHeap(heap, stage.home);
    return job;
  });
  const again = await inTurns('unchanged', unchanged, (side) => {
    copyStore(store(side, '-bumped'), store(side, '-again'));
    return stage.play(side, last, store(side, '-again'));
  });
  const untrimmed = await places.step('untrimmed', () => pack(archive, heap, ['gocache', 'modcache']));
  const ourLast = afterBump.at(-1)?.[plain.name]?.accounts;
  const newest = (kind: 'build' | 'modules') =>
    ourLast?.saved[kind].archiveBytes ?? ourLast?.restored[kind].archiveBytes ?? 0;
  const sizes = { ...cold.sizes, untrimmed, build: newest('build'), modules: newest('modules') };
  return { cold: cold.job, bumps: afterBump, unchanged: again, sizes };
}

/** All that the jobs so far have left in both folders: what an archive holds that nobody trims. */
function addToHeap(heap: string, home: string): void {
  for (const [from, to] of [
    [gocache, 'gocache'],
    [gomodcache, 'modcache'],
  ] as const) {
    mkdirSync(join(heap, to), { recursive: true });
    // Links: the job's HOME goes next. What is there stays, as in a cache that is only added to.
    mustRun('cp', ['-rln', '--no-preserve=mode', `${join(home, from)}/.`, join(heap, to)], heap);
  }
}

/** Bytes, packed as the toolkit packs. */
function pack(archive: string, from: string, paths: readonly string[]): number {
  rmSync(archive, { force: true });
  mustRun('tar', ['--posix', '-cf', archive, '-P', '-C', from, '--use-compress-program', 'zstdmt', ...paths], from);
  return statSync(archive).size;
}

/** The files of modules that a job has fetched, and nothing else. */
function neededFiles(home: string): readonly string[] {
  const names = ['zip', 'ziphash', 'mod', 'info'].flatMap((end) => ['-o', '-name', `*.${end}`]).slice(1);
  const { output } = mustRun('find', [`${gomodcache}/cache/download`, '-path', '*/@v/*', '(', ...names, ')'], home);
  return output.trim().split('\n');
}
