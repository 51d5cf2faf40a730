/** A machine that keeps HOME, the tool cache and the workspace from job to job, with dist/main.cjs and dist/post.cjs. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serveModule } from '../../../src/lab/trial/go-proxy.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { aCacheService } from '../cache/a-cache-service.ts';
import { aJobPlace, type Container, type EndedJob, type JobPlace, type JobPlan } from './a-job.ts';

const slowMs = 600_000;
const isRoot = process.getuid?.() === 0;
const dep = (version: string) => ({
  path: 'example.com/dep',
  version,
  files: [
    { name: 'go.mod', data: 'module example.com/dep\n\ngo 1.21\n' },
    { name: 'a/a.go', data: `package a\n\nconst V = "${version}"\n` },
  ],
});
const [older, newer] = [dep('v1.0.0'), dep('v1.1.0')];
const filesWith = (one: ReturnType<typeof dep>) => {
  const { zipHash, modHash } = serveModule(one);
  return {
    'go.mod': `module example.com/m\n\ngo 1.24\n\nrequire example.com/dep ${one.version}\n`,
    'go.sum': `example.com/dep ${one.version} ${zipHash}\nexample.com/dep ${one.version}/go.mod ${modHash}\n`,
    'm.go': 'package m\n\nimport "example.com/dep/a"\n\nvar M = a.V\n',
  };
};
const plan: JobPlan = {
  job: 'build',
  files: filesWith(older),
  steps: 'go build ./...',
  env: { GOFLAGS: '-trimpath' },
  keep: true,
};
/** But for what a clock says: whether an archive is worth its time. */
const warningsOf = ({ main, post }: EndedJob) =>
  [...main.warnings, ...post.warnings].filter((text) => !text.startsWith('The archive of the build'));
const hitsOf = ({ outputs }: EndedJob) => [outputs['modules-hit'], outputs['build-hit']];

/** An ordinary user, where this is root: read-only folders are none for root. */
function user(place: JobPlace): Container {
  const own = place.at('bin');
  mkdirSync(own, { recursive: true });
  copyFileSync(process.execPath, join(own, 'node'));
  for (const name of ['dist', 'package.json', 'action.yml', 'src/action/problem-matcher.json']) {
    cpSync(join(packageRoot(), name), join(own, name), { recursive: true });
  }
  for (let folder = own; folder !== dirname(dirname(own)); folder = dirname(folder)) chmodSync(folder, 0o755);
  return {
    enter: () => (isRoot ? ['setpriv', '--reuid=1000', '--regid=1000', '--clear-groups'] : []),
    node: join(own, 'node'),
    shell: 'bash',
    path: process.env['PATH'] ?? '',
    dist: join(own, 'dist'),
  };
}
/** All that the runner makes for a job is its user's. */
const owning = (place: JobPlace) => () => {
  if (isRoot) for (const name of ['work', 'temp', 'files']) execFileSync('chown', ['-R', '1000:1000', place.at(name)]);
  if (isRoot) chownSync(place.at('home'), 1000, 1000);
};
const zipsIn = (place: JobPlace) =>
  readdirSync(place.at('home/go/pkg/mod/cache/download/example.com/dep/@v')).filter((name) => name.endsWith('.zip'));

describe('on a machine that is kept', () => {
  test(
    'the read-only modules of the previous job stay, another branch saves nothing, and only what is needed is saved',
    async () => {
      await using place = await aJobPlace([older, newer]);
      await using service = await aCacheService();
      const container = user(place);
      const run = (change: Partial<JobPlan>) =>
        place.run({ ...plan, container, beforeMain: owning(place), ...change }, service);
      const first = await run({ keep: undefined as never });
      expect(hitsOf(first), first.main.log).toEqual(['miss', 'miss']);
      const tree = place.at('home/go/pkg/mod/example.com/dep@v1.0.0');
      expect(statSync(tree).mode & 0o222).toBe(0);
      const { ino } = statSync(tree);

      const branch = await run({ ref: 'refs/heads/feature', files: filesWith(newer) });
      expect(hitsOf(branch), branch.main.log).toEqual(['prefix', 'prefix']);
      expect(branch.accounts?.saved, branch.post.log).toMatchObject({
        modules: { saved: false },
        build: { saved: false },
      });

      const back = await run({});
      expect(hitsOf(back), back.main.log).toEqual(['exact', 'exact']);
      expect(back.accounts?.saved, back.post.log).toMatchObject({ modules: { saved: false }, build: { saved: false } });
      expect(statSync(tree).ino).toBe(ino);
      expect(zipsIn(place)).toEqual(['v1.0.0.zip', 'v1.1.0.zip']);

      const bumped = await run({ files: filesWith(newer) });
      expect(bumped.accounts?.saved.modules, bumped.post.log).toMatchObject({ saved: true });
      for (const job of [first, branch, back, bumped]) expect(warningsOf(job)).toEqual([]);

      // What a machine gets that has nothing: nothing of the older one.
      const fresh = await run({ keep: undefined as never, files: filesWith(newer) });
      expect(hitsOf(fresh), fresh.main.log).toEqual(['exact', 'exact']);
      expect(zipsIn(place)).toEqual(['v1.1.0.zip']);
      expect(warningsOf(fresh)).toEqual([]);
    },
    slowMs,
  );

  test.skipIf(!isRoot)(
    'what a job of root leaves in the caches does not harm a job of an ordinary user',
    async () => {
      await using place = await aJobPlace([older, newer]);
      await using service = await aCacheService();
      const container = user(place);
      const asUser = (change: Partial<JobPlan>) =>
        place.run({ ...plan, container, beforeMain: owning(place), ...change }, service);
      const first = await asUser({ keep: undefined as never });
      // As a container that has HOME as a volume.
      const root = await place.run({ ...plan, files: filesWith(newer) }, service);
      const foreign = execFileSync('find', [place.at('home'), '-user', 'root', '-type', 'f'], { encoding: 'utf8' });
      expect(foreign.trim().split('\n').length).toBeGreaterThan(5);
      const back = await asUser({});
      // Days later. Neither go nor the action can renew the time of what is another's.
      execFileSync('find', [
        place.at('home'),
        '-user',
        'root',
        '-type',
        'f',
        '-exec',
        'touch',
        '-d',
        '-2 days',
        '{}',
        '+',
      ]);
      const bumped = await asUser({ files: filesWith(newer) });
      expect(hitsOf(bumped)).toEqual(['exact', 'exact']);
      for (const job of [first, root, back, bumped]) {
        expect([job.main.code, job.post.code], job.main.log + job.post.log).toEqual([0, 0]);
        expect(warningsOf(job)).toEqual([]);
      }
      const { used } = bumped.accounts?.saved.build ?? {};
      expect(used?.entries, bumped.post.log).toBeGreaterThan(5);
      expect(existsSync(place.at('home/go/pkg/mod/example.com/dep@v1.1.0'))).toBe(true);
    },
    slowMs,
  );
});
