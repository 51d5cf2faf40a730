/** Jobs with dist/main.cjs and dist/post.cjs that act cannot run, each on a separate machine. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { serveModule } from '../../../src/lab/trial/go-proxy.ts';
import { aCacheService } from '../cache/a-cache-service.ts';
import { aJobPlace, type EndedJob, type JobPlan } from './a-job.ts';

const slowMs = 600_000;

const noise = (name: string) =>
  Array.from({ length: 3000 }, (_, i) => createHash('sha256').update(`${name} ${i}`).digest('hex')).join('');
const dep = {
  path: 'example.com/dep',
  version: 'v1.0.0',
  files: [
    { name: 'go.mod', data: 'module example.com/dep\n\ngo 1.21\n' },
    { name: 'a/a.go', data: `package a\n\nconst V = "${noise('a')}"\n` },
    { name: 'b/b.go', data: `package b\n\nconst V = "${noise('b')}"\n` },
  ],
};
const { zipHash, modHash } = serveModule(dep);
const files = {
  'go.mod': 'module example.com/m\n\ngo 1.24\n\nrequire example.com/dep v1.0.0\n',
  'go.sum': `example.com/dep v1.0.0 ${zipHash}\nexample.com/dep v1.0.0/go.mod ${modHash}\n`,
  'm.go': 'package m\n\nimport "example.com/dep/a"\n\nvar M = a.V\n',
  'other/o.go': 'package other\n\nimport "example.com/dep/b"\n\nvar O = b.V\n',
};
const plan: JobPlan = { job: 'build', files, steps: 'go build ./...', env: { GOFLAGS: '-trimpath' } };
/** All warnings except the one that depends on a clock: whether an archive is worth its time. */
const warningsOf = ({ main, post }: EndedJob) =>
  [...main.warnings, ...post.warnings].filter((text) => !text.startsWith('The build cache archive'));

/** Another commit: the module's packages change, and the dependency does not. */
const commit = (number: number) =>
  Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      name.endsWith('.go') ? `${text}\nfunc F${number}() {}\n` : text,
    ]),
  );

/** What all jobs of a reusable workflow share: the caller's workflow, and the job's own name. */
const calls = (suffix: boolean): readonly JobPlan[] =>
  [
    ['one', '.'],
    ['two', './other'],
  ].map(([name = '', packages]) => ({
    ...plan,
    steps: `go build -x ${packages} 2>&1 | awk '/compile -o/ { n++ } END { print n + 0 >"../files/compiled" }'`,
    inputs: suffix ? { 'cache-key-suffix': name } : {},
  }));

test(
  'a reusable workflow that is called twice is warned that both calls share a key; a suffix for each keeps both warm',
  async () => {
    await using place = await aJobPlace([dep]);
    for (const suffix of [false, true]) {
      await using service = await aCacheService();
      const whys: string[] = [];
      for (const number of [1, 2, 3]) {
        for (const call of calls(suffix)) {
          const ended = await place.run({ ...call, files: commit(number) }, service);
          expect(warningsOf(ended)).toEqual([]);
          if (number > 1) whys.push(ended.accounts?.saved.build.why ?? '');
          // Only its own package, not the dependency's.
          if (number > 1 && suffix) expect(await place.read('compiled')).toBe('1\n');
        }
      }
      const told = whys.filter((why) => why.includes('cache-key-suffix sets them apart'));
      expect(told.length, whys.join('\n')).toBe(suffix ? 0 : 2);
    }
  },
  slowMs,
);

test(
  'a workspace, a HOME and a temporary folder may have spaces, a quote and a non-ASCII letter in their names',
  async () => {
    await using service = await aCacheService();
    for (const name of ["my wörk 'space", 'plain']) {
      await using place = await aJobPlace([dep], name);
      const ended = await place.run({ ...plan, inputs: { 'stable-mtimes': 'true' } }, service);
      expect([ended.main.code, ended.post.code], ended.main.log + ended.post.log).toEqual([0, 0]);
      expect(warningsOf(ended)).toEqual([]);
      // The other job restores what was saved on the odd path.
      const hit = name === 'plain' ? 'exact' : 'miss';
      expect([ended.outputs['modules-hit'], ended.outputs['build-hit']], ended.main.log).toEqual([hit, hit]);
    }
  },
  slowMs,
);

describe('a cache service', () => {
  /** The paths that a kind of server has. */
  const v1 = /^\/(_apis\/artifactcache\/|blob\/)/;
  const v2 = /^\/(twirp\/github\.actions\.results\.api\.v1\.CacheService\/|upload\/|blob\/)/;
  const gitea = {
    GITEA_ACTIONS: 'true',
    FORGEJO_ACTIONS: 'true',
    GITHUB_SERVER_URL: 'https://gitea.example',
    // It serves artifacts, but no cache.
    ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/',
    ACTIONS_CACHE_SERVICE_V2: 'true',
  };
  test.each([
    ['v1 alone, as on Gitea and Forgejo, which name a v2 for their artifacts', 'v1', gitea, v1],
    ['v2 alone, as on GitHub', 'v2', {}, v2],
  ] as const)(
    'of %s is asked for nothing else',
    async (_, protocol, env, paths) => {
      await using place = await aJobPlace([dep]);
      await using service = await aCacheService();
      const job: JobPlan = { ...plan, protocol, env: { ...plan.env, ...env } };
      const first = await place.run(job, service);
      expect(first.accounts?.saved, first.post.log).toMatchObject({ modules: { saved: true }, build: { saved: true } });
      const second = await place.run(job, service);
      expect([second.outputs['modules-hit'], second.outputs['build-hit']], second.main.log).toEqual(['exact', 'exact']);
      // A new commit, whose archive replaces the earlier one.
      const third = await place.run(
        { ...job, files: { ...files, 'n.go': `package m\n\nvar N = "${noise('n')}"\n` } },
        service,
      );
      expect(third.accounts?.saved.build, third.post.log).toMatchObject({ saved: true });
      expect([first, second, third].flatMap(warningsOf)).toEqual([]);
      const asked = service.asked.filter((path) => !path.startsWith('/repos/'));
      expect(asked.filter((path) => !paths.test(path))).toEqual([]);
      expect(asked.length).toBeGreaterThan(8);
      // Only GitHub's API deletes archives.
      expect(service.asked.length - asked.length).toBe(protocol === 'v1' ? 0 : 1);
      if (protocol === 'v1')
        expect(third.post.log).toMatch(
          /^build: kept unlatch-build-\S+: there is no API for that on Gitea or Forgejo$/m,
        );
    },
    slowMs,
  );
});
