/** Two lines for the end of each command's help, each of which does something useful as it stands. */
const examples: Readonly<Record<string, readonly (readonly [line: string, what: string])[]>> = {
  run: [
    ["unlatch run 'modcache-*' --runtime host", 'some of the claims, without Docker'],
    ['unlatch run ./mine.ts --out histories', 'a scenario of your own; what its trials left is kept'],
  ],
  list: [
    ["unlatch list 'gopls-*'", 'the claims about gopls'],
    ['unlatch list --matrix', "for a workflow's strategy.matrix"],
  ],
  check: [
    ['unlatch check histories', 'what `unlatch run --out histories` left, judged again'],
    ['unlatch check histories --junit report.xml', 'for a CI that reads JUnit'],
  ],
  doctor: [
    ['unlatch doctor', 'what go and gopls wait for just now'],
    ['unlatch doctor --json', 'the same for a program'],
  ],
  trace: [
    ['unlatch trace -- go build ./...', 'the locks of a build'],
    ['unlatch trace --max-hold 2000 -- go test ./...', 'fails when one is held for more than 2 s'],
  ],
  clean: [
    ['unlatch clean --dry-run', 'what is left over, and why'],
    ['unlatch clean --wait 60', 'removes it, and waits a minute for locks that are held'],
  ],
  config: [
    ['unlatch config', 'the settings of this workspace'],
    ['unlatch config --sarif findings.sarif', 'for code scanning'],
  ],
  provision: [
    ['unlatch provision --go stable --gopls latest', 'the newest of both, and where they lie'],
    ['unlatch provision --go 1.22,1.26 --json', 'two Go versions, told as JSON'],
  ],
};

/** The end of a command's help; empty for one without examples. */
export function examplesOf(command: string): string {
  const own = examples[command] ?? [];
  if (own.length === 0) return '';
  const width = Math.max(...own.map(([line]) => line.length));
  return `\nExamples:\n${own.map(([line, what]) => `  ${line.padEnd(width)}  # ${what}\n`).join('')}`;
}
