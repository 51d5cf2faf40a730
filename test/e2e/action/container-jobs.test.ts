/** Jobs with dist/main.cjs and dist/post.cjs in the roots of containers: what is there is theirs, but for the runner's node. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provisionGo } from '../../../src/go/provision/provision-go.ts';
import { missingHost } from '../../lab/a-run.ts';
import { aCacheService } from '../cache/a-cache-service.ts';
import { broughtOrNull } from '../tools/a-go-tool.ts';
import { type ContainerKind, type Containers, containers } from './a-container.ts';
import { aJobPlace, type EndedJob, type JobPlan } from './a-job.ts';

const slowMs = 600_000;
const isRoot = process.getuid?.() === 0;
const containersOrNull = () =>
  broughtOrNull(async () =>
    containers([
      await provisionGo('1.26.11', { env: process.env }),
      await provisionGo('1.16.15', { env: process.env }),
    ]),
  );
const files = { 'go.mod': 'module example.com/m\n\ngo 1.16\n', 'm.go': 'package m\n\nvar M = 1\n' };
const warningsOf = ({ main, post }: EndedJob) => [...main.warnings, ...post.warnings];

describe.skipIf(missingHost !== null || !isRoot)('in a container (needs: bubblewrap, root, a Debian mirror)', () => {
  let made: Containers | null;
  beforeAll(async () => {
    made = await containersOrNull();
  }, slowMs);
  afterAll(() => made?.[Symbol.asyncDispose](), slowMs);

  const planIn = (of: Containers, kind: ContainerKind): JobPlan => ({
    job: 'build',
    files,
    steps: 'go build ./... && go version',
    container: of.of(kind),
    inputs: { 'go-version': '1.26.11' },
    env: { GOFLAGS: '-trimpath', RUNNER_TOOL_CACHE: '/__t', LD_LIBRARY_PATH: '/__e' },
  });

  test(
    "of Debian's kind, with neither git nor zstd, the caches work as anywhere",
    async ({ skip }) => {
      if (made === null) return skip();
      await using place = await aJobPlace([]);
      await using service = await aCacheService();
      for (const hit of ['miss', 'exact']) {
        const ended = await place.run(planIn(made, 'Debian'), service);
        expect(warningsOf(ended)).toEqual([]);
        expect([ended.outputs['modules-hit'], ended.outputs['build-hit']], ended.main.log).toEqual([hit, hit]);
        expect(ended.accounts?.saved.build.saved, ended.post.log).toBe(hit === 'miss');
      }
    },
    slowMs,
  );

  test.for([
    [
      'Alpine',
      /tar of this system is not GNU tar \(tar \(busybox\) .*\); install GNU tar before this action: apk add tar/,
    ],
    ['Red Hat', /there is no tar on PATH; install GNU tar before this action: .* dnf install tar/],
  ] as const)(
    "of %s's kind, without GNU tar, the job runs, and is told what its caches need",
    { timeout: slowMs },
    async ([kind, told], { skip }) => {
      if (made === null) return skip();
      await using place = await aJobPlace([]);
      await using service = await aCacheService();
      const cold = await place.run(planIn(made, kind), service);
      expect([cold.main.code, cold.post.code], cold.main.log + cold.post.log).toEqual([0, 0]);
      expect(cold.main.warnings).toEqual([]);
      expect(cold.post.warnings).toEqual([expect.stringMatching(told)]);
      // And where another job has saved what it could restore.
      const other = await place.run(planIn(made, 'Debian'), service);
      expect(other.accounts?.saved.build.saved, other.post.log).toBe(true);
      const warm = await place.run(planIn(made, kind), service);
      expect([warm.main.code, warm.post.code], warm.main.log + warm.post.log).toEqual([0, 0]);
      expect(warm.main.log).toMatch(told);
    },
  );

  test(
    "of Alpine's kind, a Go that is linked with glibc is refused with what to do",
    async ({ skip }) => {
      if (made === null) return skip();
      await using place = await aJobPlace([]);
      await using service = await aCacheService();
      const plan = planIn(made, 'Alpine');
      const ended = await place.run({ ...plan, inputs: { 'go-version': '1.16.15' }, steps: 'true' }, service);
      expect(ended.main.code).toBe(1);
      expect(ended.main.warnings).toEqual([
        expect.stringMatching(
          /^\S+\/bin\/go needs \/lib64\/ld-linux-x86-64\.so\.2, which this system lacks, as Alpine does: .* Go 1\.21 or newer, .*apk add gcompat/,
        ),
      ]);
    },
    slowMs,
  );
});
