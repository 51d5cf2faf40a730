/** Jobs of one repository in turns, each with dist/main.cjs and dist/post.cjs, on a cache server with GitHub's rules. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveModule } from '../../../src/lab/trial/go-proxy.ts';
import { aJobPlace, type EndedJob, type JobPlace, type JobPlan } from '../action/a-job.ts';
import { aCacheService, type CacheService } from './a-cache-service.ts';

const slowMs = 600_000;

const noise = (name: string) =>
  Array.from({ length: 3000 }, (_, i) => createHash('sha256').update(`${name} ${i}`).digest('hex')).join('');
const library = (path: string, version = 'v1.0.0') => ({
  path,
  version,
  files: [
    { name: 'go.mod', data: `module ${path}\n\ngo 1.21\n` },
    { name: 'x.go', data: `package x\n\nconst V = "${noise(path + version)}"\n` },
  ],
});
const tool = (version: string) => ({
  path: 'example.com/tool',
  version,
  files: [
    { name: 'go.mod', data: 'module example.com/tool\n\ngo 1.21\n' },
    { name: 'main.go', data: `package main\n\nconst v = "${noise(version)}"\n\nfunc main() { println(len(v)) }\n` },
  ],
});
const modules = [
  library('example.com/dep'),
  library('example.com/dep', 'v1.1.0'),
  library('example.com/lint'),
  tool('v1.0.0'),
];

const repository = (version = 'v1.0.0', more: Readonly<Record<string, string>> = {}) => {
  const { zipHash, modHash } = serveModule(library('example.com/dep', version));
  return {
    'go.mod': `module example.com/m\n\ngo 1.24\n\nrequire example.com/dep ${version}\n`,
    'go.sum': `example.com/dep ${version} ${zipHash}\nexample.com/dep ${version}/go.mod ${modHash}\n`,
    'm.go': 'package m\n\nimport x "example.com/dep"\n\nvar V = x.V\n',
    ...more,
  };
};
const lintSum = (() => {
  const { zipHash, modHash } = serveModule(library('example.com/lint'));
  return `example.com/lint v1.0.0 ${zipHash}\nexample.com/lint v1.0.0/go.mod ${modHash}\n`;
})();
const tools = {
  'go.tool.mod': 'module example.com/m\n\ngo 1.24\n\nrequire example.com/lint v1.0.0\n',
  'go.tool.sum': lintSum,
};

const testing: JobPlan = { job: 'test', files: repository('v1.0.0', tools), steps: 'go build ./...' };
/** actions/setup-go#746 */
const linting: JobPlan = {
  job: 'lint',
  files: repository('v1.0.0', tools),
  steps: 'go mod download -modfile=go.tool.mod && go build ./...',
  inputs: { 'cache-dependency-path': 'go.tool.sum' },
};
const noCheckout: JobPlan = { job: 'tool', files: null, steps: 'go install example.com/tool@v1.0.0' };
/** The same without compiling, most of which is Go's runtime. */
const noBuild: JobPlan = { ...noCheckout, steps: 'go mod download example.com/tool@v1.0.0' };
/** actions/setup-go#340: the checkout comes later. The steps create its files. */
const lateCheckout: JobPlan = {
  job: 'late',
  files: null,
  steps: `git init -q . && ${Object.entries(repository())
    .map(([name, text]) => `printf %s '${text}' >${name}`)
    .join(' && ')} && git add -A && go build ./...`,
};

describe('two jobs of one commit with different needs', () => {
  let place: JobPlace;
  let service: CacheService;
  beforeAll(async () => {
    place = await aJobPlace(modules);
  }, slowMs);
  afterAll(async () => {
    await place[Symbol.asyncDispose]();
  }, slowMs);

  const hits = ({ outputs, main }: EndedJob) => {
    expect(main.code, main.log).toBe(0);
    return [outputs['modules-hit'], outputs['build-hit']];
  };

  /** Runs each job twice or more, then once more, which may change nothing. Another job's build archive is enough if a job adds little to it. */
  async function comesToRest(plans: readonly JobPlan[], kind = 'unlatch-modules-', rounds = 2): Promise<void> {
    service = await aCacheService();
    try {
      for (let round = 1; round <= rounds; round++)
        for (const plan of plans) expect(hits(await place.run(plan, service)), `${round}`).toBeDefined();
      const before = service.log.length;
      for (const plan of plans.toReversed()) {
        const ended = await place.run(plan, service);
        const [ofModules, ofBuild] = hits(ended);
        expect(ofModules, `${plan.job}: ${ended.main.log}`).toBe('exact');
        expect(ended.outputs['cache-hit']).toBe(String(ofBuild === 'exact'));
        expect([...ended.main.warnings, ...ended.post.warnings]).toEqual([]);
        // It has all that it needs: it downloaded nothing again.
        expect(ended.accounts?.saved.modules).toMatchObject({ saved: false, madeAnew: { entries: 0 } });
      }
      expect(service.log.slice(before).filter((line) => !line.startsWith('GET '))).toEqual([]);
      expect(service.keys().filter((key) => key.startsWith(kind))).toHaveLength(1);
    } finally {
      await service[Symbol.asyncDispose]();
    }
  }

  test('come to rest where one names a go.tool.sum', () => comesToRest([testing, linting]), slowMs);
  test(
    'come to rest where one checks nothing out and installs a tool',
    () => comesToRest([testing, noCheckout]),
    slowMs,
  );
  test(
    'come to rest where one checks out after the setup, in the other order too',
    () => comesToRest([lateCheckout, testing, noBuild]),
    slowMs,
  );

  test(
    'come to rest with extracted modules, where one downloads all zips and another a tool',
    async () => {
      const plans = [testing, { ...testing, job: 'download', steps: 'go mod download' }, noBuild];
      await comesToRest(
        plans.map((plan) => ({ ...plan, inputs: { modules: 'trees' } })),
        'unlatch-trees-alone-',
      );
    },
    slowMs,
  );

  test(
    'keep the other’s needs over a bump, over `go clean -modcache`, and where the other saved meanwhile',
    async () => {
      service = await aCacheService();
      try {
        await place.run(testing, service);
        // The tool's archive is saved while the test job runs.
        const content = async (plan: JobPlan) => hits(await place.run(plan, service));
        await content(noBuild);
        const bumped: JobPlan = {
          ...testing,
          files: repository('v1.1.0', tools),
          steps: 'go clean -modcache && go build ./...',
        };
        const ended = await place.run(bumped, service);
        expect(ended.accounts?.saved.modules, ended.post.log).toMatchObject({ saved: true });
        expect((await content(noBuild))[0]).toBe('exact');
        expect(await content({ ...bumped, steps: 'go build ./...' })).toEqual(['exact', 'exact']);
        expect(service.keys().filter((key) => key.startsWith('unlatch-modules-'))).toHaveLength(1);
      } finally {
        await service[Symbol.asyncDispose]();
      }
    },
    slowMs,
  );
});
