/**
 * A part of the catalogue that uses each fault, each checker, each command of the shell and each finding of the doctor, for
 * the runs under one isolation each. Each scenario runs in its newest cell.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogue } from '../../../src/cli/catalogue.ts';
import { filesById } from '../../../src/cli/files-by-id.ts';
import { matrixVersions } from '../../../src/cli/matrix-versions.ts';
import { type PlannedCell, planCells } from '../../../src/lab/plan.ts';
import type { Scenario } from '../../../src/lab/scenario/scenario.ts';
import { packageRoot } from '../../../src/package-root.ts';

export const partIds: ReadonlySet<string> = new Set([
  'flock-not-exclusive',
  'flock-unsupported',
  'gocache-evicted',
  'gocache-owners',
  'gocache-path',
  'gopls-auth-hang',
  'gopls-cacheprog-hang',
  'gopls-daemon-cold-buildid',
  'gopls-daemon-stale-socket',
  'gopls-daemon-stopped',
  'gopls-gocache-full',
  'gopls-goflags-refused',
  'gopls-index-empty',
  'gopls-index-stale',
  'gopls-inherited-fd',
  'gopls-inherited-pipe',
  'gopls-no-home',
  'gopls-orphan-holder',
  'gopls-packages-driver',
  'gopls-pid-file',
  'gopls-readonly-cache',
  'gopls-says',
  'gopls-socket-owner',
  'gopls-socket-path',
  'gopls-stalled-git',
  'gopls-stalled-http-proxy',
  'gopls-stalled-proxy',
  'gopls-stalled-sumdb',
  'gopls-stdin',
  'gopls-stopped',
  'gopls-toolchain-download',
  'gopls-workspace-contradicts',
  'goroot-other',
  'lease-etcd',
  'lease-redis',
  'lint-lock-held',
  'lock-health',
  'modcache-damaged',
  'modcache-git-lock-left',
  'modcache-hung',
  'modcache-lock-deleted',
  'modcache-lock-elsewhere',
  'modcache-lock-left',
  'modcache-rename-fs',
  'modcache-rename-leftovers',
  'modcache-restored-twice',
  'modcache-shared-volume',
  'power-lost',
  'power-lost-gocache',
  'tmpdir-unusable',
  'vcs-stamping',
]);

/** The baseline; it and the doctor's remedy; both and the first mitigation that holds. */
export const partArms = ['baseline', 'remedy', 'mitigation'] as const;
export type PartArms = (typeof partArms)[number];

export function partOfTheCatalogue(arms: PartArms): readonly PlannedCell[] {
  const part = catalogue
    .filter(({ id }) => partIds.has(id))
    .map(({ id, scenario }) => ({ id, scenario: shortened(scenario, arms) }));
  const cells = planCells(part, matrixVersions(), { full: false, go: null, gopls: null, shard: null });
  return cells.filter(({ id }, index) => cells[index + 1]?.id !== id);
}

function shortened(scenario: Scenario, arms: PartArms): Scenario {
  const hold = Object.entries(scenario.mitigations ?? {}).filter(
    ([, { expect, causeStays }]) => expect !== 'fails' && causeStays !== true,
  );
  return {
    ...scenario,
    mitigations: Object.fromEntries(arms === 'mitigation' ? hold.slice(0, 1) : []),
    ...(arms === 'baseline' ? { remedy: { none: 'it is carried out under the best isolation and in Docker' } } : {}),
  };
}

/** Inconclusive in 2 of some 20 runs before its last mend, which may not be the cause. It takes three servers and restarts. */
const unsteady: ReadonlySet<string> = new Set(['lease-server-restart']);

/** What the scenarios of the catalogue, or only of the part, use: "lockHeld", "waiting_pids", "lock-waiter". */
export async function usedBy(which: 'all' | 'part'): Promise<ReadonlySet<string>> {
  const scripts = ['commands.sh', 'leases.sh'].map((name) => readFile(join(packageRoot(), 'sandbox', name), 'utf8'));
  const shell = (await Promise.all(scripts)).join('');
  const words = (shell.match(/^[a-z][a-z_]*(?=\(\))/gm) ?? []).map(
    (word) => [word, new RegExp(`(?<![\\w-])${word} `)] as const,
  );
  const files = await filesById(join(packageRoot(), 'scenarios'));
  const used = new Set<string>();
  for (const { id, scenario } of catalogue) {
    if (which === 'part' ? !partIds.has(id) : unsteady.has(id)) continue;
    const text = await readFile(files.get(id) ?? id, 'utf8');
    const [, imported = ''] = /import \{([^}]*)\}/.exec(text) ?? [];
    for (const name of imported.split(',')) if (name.trim() !== '') used.add(name.trim());
    for (const [word, pattern] of words) if (pattern.test(text)) used.add(word);
    if (scenario.doctorFinding !== undefined) used.add(scenario.doctorFinding);
    if (scenario.trace === true) used.add('trace');
    if (scenario.user !== undefined) used.add(scenario.user);
  }
  return used;
}
