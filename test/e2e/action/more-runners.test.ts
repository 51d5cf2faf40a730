/** The action in other places of a workflow than a plain step, under act, which has no
 * steps of shell on a path with spaces: those are in odd-jobs.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { broughtOrNull } from '../tools/a-go-tool.ts';
import { aRunner, type Job, type Runner, runnerTools, sumsOf } from './a-runner.ts';

const slowMs = 600_000;
const tools = await broughtOrNull(runnerTools);

const moduleAt = (version: string) => ({
  // The toolchain is the usual one; both Go versions of the jobs can build the module.
  'go.mod': `module example.com/m\n\ngo 1.24\n\ntoolchain go1.26.11\n\nrequire example.com/dep ${version}\n`,
  'go.sum': sumsOf(version),
  'm.go': 'package m\n\nimport "example.com/dep/a"\n\nvar M = a.V\n',
  'other/o.go': 'package other\n\nimport "example.com/dep/b"\n\nvar O = b.V\n',
});
const job = (steps: string) => `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
${steps}`;
const countCompiled = `2>&1 | awk '/compile -o/ { n++ } END { print "packages compiled: " n + 0 }'`;
const build = (packages = './...') => `      - run: |\n          go build -x ${packages} ${countCompiled}\n`;
const compiled = ({ log }: Job) => [...log.matchAll(/packages compiled: (\d+)/g)].map(([, count]) => Number(count));
/** All warnings except the one that depends on a clock: whether an archive is worth its time. */
const isQuiet = ({ log }: Job) =>
  expect(log.replace(/^.*The build cache archive cost.*$/gm, '')).not.toMatch(
    /::warning::|::error::|❗|Permission denied/,
  );

describe.skipIf(tools === null)('the action under act (needs: act, go, gopls, or a network)', () => {
  let runner: Runner;
  beforeAll(async () => {
    if (tools === null) return;
    runner = await aRunner(tools, null, { name: 'wörkspace', gos: [tools.olderGo] });
    await runner.commit(moduleAt('v1.0.0'));
  }, slowMs);
  afterAll(() => runner?.[Symbol.asyncDispose](), slowMs);

  test(
    'works in a composite action with inputs of its own, on a path with a non-ASCII letter',
    async () => {
      await runner.commit({
        '.github/actions/build/action.yml': `name: build
description: builds
inputs:
  packages:
    default: ./...
outputs:
  hit:
    value: \${{ steps.go.outputs.build-hit }}
runs:
  using: composite
  steps:
    - uses: ./action
      id: go
    - shell: bash
      run: |
        go build -x \${{ inputs.packages }} ${countCompiled}
`,
        '.github/workflows/w.yml': job(`      - uses: ./.github/actions/build
        id: built
        with:
          packages: ./...
      - run: echo "composite said \${{ steps.built.outputs.hit }} in $GITHUB_WORKSPACE with $(go env GOVERSION)"
`),
      });
      for (const [hit, count] of [
        ['miss', 4],
        ['exact', 0],
      ] as const) {
        const ended = await runner.push();
        expect(ended.code, ended.log).toBe(0);
        expect(ended.log).toMatch(new RegExp(`composite said ${hit} in .*/wörkspace/.* with go${runner.goVersion}`));
        expect(compiled(ended)).toEqual([count]);
        expect(ended.accounts.map(({ saved }) => [saved.modules.saved, saved.build.saved])).toEqual([
          [hit === 'miss', hit === 'miss'],
        ]);
        isQuiet(ended);
      }
    },
    slowMs,
  );

  test(
    'works in a reusable workflow, which gets the outputs and passes them to its caller',
    async () => {
      await runner.commit({
        '.github/workflows/called.yml': `on:
  workflow_call:
    inputs:
      packages:
        type: string
    outputs:
      hit:
        value: \${{ jobs.build.outputs.hit }}
jobs:
  build:
    runs-on: ubuntu-latest
    outputs:
      hit: \${{ steps.go.outputs.build-hit }}
    steps:
      - uses: actions/checkout@v4
      - uses: ./action
        id: go
        with:
          cache-key-suffix: called
      - run: |
          go build -x \${{ inputs.packages }} ${countCompiled}
`,
        '.github/workflows/w.yml': `on: push
jobs:
  one:
    uses: ./.github/workflows/called.yml
    with:
      packages: ./...
  two:
    needs: one
    runs-on: ubuntu-latest
    steps:
      - run: echo "the called one said \${{ needs.one.outputs.hit }}"
`,
      });
      for (const [hit, count] of [
        ['miss', 4],
        ['exact', 0],
      ] as const) {
        const ended = await runner.push();
        expect(ended.code, ended.log).toBe(0);
        isQuiet(ended);
        expect(ended.log).toContain(`the called one said ${hit}`);
        expect(compiled(ended)).toEqual([count]);
        expect(ended.accounts.map(({ saved }) => [saved.modules.saved, saved.build.saved])).toEqual([
          [hit === 'miss', hit === 'miss'],
        ]);
      }
    },
    slowMs,
  );

  test(
    'works twice in one job with two Go versions: each has its outputs and archives, post steps run backwards, modules are saved once',
    async () => {
      const setup = (id: string, version: string) => `      - uses: ./action
        id: ${id}
        with:
          go-version: ${version}
          cache-key-suffix: two-gos
`;
      const older = tools?.olderGo.version ?? '';
      const said = (
        id: string,
      ) => `      - run: echo "${id} is \${{ steps.${id}.outputs.go-version }}, build \${{ steps.${id}.outputs.build-hit }}, modules \${{ steps.${id}.outputs.modules-hit }}, on PATH $(go env GOVERSION)"
`;
      await runner.commit({
        '.github/workflows/w.yml': job(
          setup('new', runner.goVersion) + build() + setup('old', older) + build() + said('new') + said('old'),
        ),
      });
      const cold = await runner.push();
      expect(cold.code, cold.log).toBe(0);
      isQuiet(cold);
      expect(cold.log).toContain(`new is ${runner.goVersion}, build miss, modules miss, on PATH go${older}`);
      expect(cold.log).toContain(`old is ${older}, build miss, modules miss, on PATH go${older}`);
      expect(cold.accounts.map(({ goVersion }) => goVersion)).toEqual([older, runner.goVersion]);
      expect(cold.accounts.map(({ saved }) => [saved.modules.saved, saved.build.saved])).toEqual([
        [true, true],
        [false, true],
      ]);
      const warm = await runner.push();
      expect(warm.code, warm.log).toBe(0);
      isQuiet(warm);
      expect(warm.log).toContain(`new is ${runner.goVersion}, build exact, modules exact, on PATH go${older}`);
      expect(warm.log).toContain(`old is ${older}, build exact, modules exact, on PATH go${older}`);
      expect(compiled(warm)).toEqual([0, 0]);
      expect(warm.accounts.map(({ saved }) => [saved.modules.saved, saved.build.saved])).toEqual([
        [false, false],
        [false, false],
      ]);
    },
    slowMs,
  );

  test(
    'works twice in one job with the same inputs: each archive is saved once, without a warning about the second',
    async () => {
      const setup = '      - uses: ./action\n        with:\n          cache-key-suffix: twice\n';
      await runner.commit({ '.github/workflows/w.yml': job(setup + build() + setup + build()) });
      const ended = await runner.push();
      expect(ended.code, ended.log).toBe(0);
      isQuiet(ended);
      expect(compiled(ended)).toEqual([4, 0]);
      expect(ended.accounts.map(({ saved }) => [saved.modules.saved, saved.build.saved])).toEqual([
        [true, true],
        [false, false],
      ]);
    },
    slowMs,
  );
});
