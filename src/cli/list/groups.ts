/** What the scenarios of an id contend for: its first word says so. */
const groups: Readonly<Record<string, string>> = {
  cache: 'both caches at once',
  flock: 'file locks',
  folk: 'advice of the web, all over the caches',
  gocache: 'the build cache',
  gopls: 'gopls: its daemon, its cache and what it waits for',
  goroot: 'GOROOT',
  gosum: 'go.sum',
  lease: 'leases: locks in a server that end by themselves',
  lint: "golangci-lint's lock",
  lock: 'file locks',
  memory: 'memory',
  modcache: 'the module cache',
  power: 'what a disk has after the power was lost',
  tmpdir: 'the temporary folder',
  vcs: 'the version control system',
  worktree: 'worktrees of one repository',
};

/** A scenario of one's own with another first word is in the last group. */
export function groupOf(id: string): string {
  return groups[id.split('-')[0] ?? ''] ?? 'other';
}
