/** Two examples for the end of each command's help. Each is useful as it stands. */
const examples: Readonly<Record<string, readonly (readonly [line: string, what: string])[]>> = {
  run: [
    ['unlatch run modcache-lock-left --runtime host', 'one of the claims, without Docker'],
    ['unlatch run ./mine.ts --out histories', 'your own scenario; keeps the histories of its trials'],
  ],
  list: [
    ['unlatch list --about "module cache"', 'the claims that have to do with it'],
    ['unlatch list --matrix', "for a workflow's strategy.matrix"],
  ],
  check: [
    ['unlatch check histories', 'judge the histories of `unlatch run --out histories` again'],
    ['unlatch check histories --junit report.xml', 'for a CI that reads JUnit'],
  ],
  report: [
    ['unlatch report shards', 'join the reports that `unlatch run --shard I/N --json FILE` left in a folder'],
    ['unlatch report shards --markdown summary.md', 'for a job summary of GitHub'],
  ],
  doctor: [
    ['unlatch doctor', 'what go and gopls are waiting for'],
    ['unlatch doctor --json', 'the same for a program'],
  ],
  trace: [
    ['unlatch trace -- go build ./...', 'the locks of a build'],
    ['unlatch trace --max-hold 2000 -- go test ./...', 'fails if one is held for more than 2 s'],
  ],
  clean: [
    ['unlatch clean --dry-run', 'show the leftovers and the reasons'],
    ['unlatch clean --max-bytes 20G', 'remove what was not used for longest, too, until the caches take 20 GB'],
  ],
  cache: [
    ['unlatch cache restore --store s3://bucket/go', 'before the build; the CI says which job and branch it is'],
    ['unlatch cache save --store s3://bucket/go', 'after it'],
  ],
  config: [
    ['unlatch config', 'check the settings of this workspace'],
    ['unlatch config --sarif findings.sarif', 'for code scanning'],
  ],
  provision: [
    ['unlatch provision --go stable --gopls latest', 'the newest of both, and their paths'],
    ['unlatch provision --go 1.22,1.26 --json', 'two Go versions, as JSON'],
  ],
  completion: [
    ['unlatch completion bash >~/.local/share/bash-completion/completions/unlatch', 'where bash-completion looks'],
    ['unlatch completion fish >~/.config/fish/completions/unlatch.fish', 'where fish looks'],
  ],
};

/** The end of a command's help; "" for a command without examples. */
export function examplesOf(command: string): string {
  const own = examples[command] ?? [];
  if (own.length === 0) return '';
  const width = Math.max(...own.map(([line]) => line.length));
  return `\nExamples:\n${own.map(([line, what]) => `  ${line.padEnd(width)}  # ${what}\n`).join('')}`;
}
