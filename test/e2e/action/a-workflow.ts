/** The parts of a workflow that uses the action, and a module that its jobs build. */
import { type Job, sumsOf } from './a-runner.ts';

export const workflow = (steps: string) => `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
${steps}`;
export const action = (inputs = '', id = 'go') => `      - uses: ./action
        id: ${id}
        with:
          refresh-above: 10
${inputs}`;
/** For each compiled package, -x prints one line with the compiler's path. */
export const build = `      - run: |
          go build -x ./... 2>&1 | awk '/compile -o/ { n++ } END { print "packages compiled: " n + 0 }'
`;

export const moduleAt = (version: string) => ({
  'go.mod': `module example.com/m\n\ngo 1.26\n\nrequire example.com/dep ${version}\n`,
  'go.sum': sumsOf(version),
  'm.go':
    'package m\n\nimport (\n\t"example.com/dep/a"\n\t"example.com/dep/b"\n\t"example.com/dep/c"\n)\n\nvar All = a.V + b.V + c.V\n',
});

/** The only accounts of a job; its log if there are none. */
export function accountsOf(job: Job) {
  const [accounts, ...more] = job.accounts;
  if (accounts === undefined || more.length > 0) throw new Error(`${job.accounts.length} accounts in:\n${job.log}`);
  return accounts;
}
