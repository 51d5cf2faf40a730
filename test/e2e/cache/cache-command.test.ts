import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { access, appendFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { nodeOfTheMachine } from '../../dist/node-of-the-machine.ts';
import { type AModule, aModule, publish } from '../../integration/cache/a-module.ts';
import { type AnS3Server, anS3Server } from '../../integration/cache/store/an-s3-server.ts';
import { theLine } from '../cli/a-cli.ts';
import { cliForAll, placeForEach } from '../cli/cli-of-file.ts';
import { broughtOrNull } from '../tools/a-go-tool.ts';

const cli = cliForAll();
const place = placeForEach(cli);
let module: AModule;
const server: AnS3Server | null = process.platform === 'linux' ? await broughtOrNull(() => anS3Server()) : null;

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  module = await aModule({
    'go.mod': 'module example.com/m\n\ngo 1.24\n\nrequire example.com/dep v1.0.0\n',
    'm.go': 'package m\n\nimport dep "example.com/dep"\n\nconst X = dep.Y\n',
  });
  for (const version of ['v1.0.0', 'v1.1.0']) {
    await publish(module, 'example.com/dep', version, { 'dep.go': `package dep\n\nconst Y = "${version}"\n` });
  }
  await module.go('mod tidy');
  await module.commit();
  return () => module[Symbol.asyncDispose]();
});

const gitlab = {
  GITLAB_CI: 'true',
  CI_JOB_NAME: 'test',
  CI_DEFAULT_BRANCH: 'main',
  CI_JOB_URL: 'https://ci.example/7',
};
const onMain = { ...gitlab, CI_COMMIT_BRANCH: 'main' };
const ofFork = {
  ...{ ...gitlab, CI_MERGE_REQUEST_IID: '7', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' },
  ...{ CI_MERGE_REQUEST_SOURCE_PROJECT_PATH: 'x/r', CI_MERGE_REQUEST_PROJECT_PATH: 'o/r' },
};

type Words = Readonly<Record<string, string>>;
const run = (words: readonly string[], ci: Words, store: Words) =>
  place.run(['cache', ...words], { env: { ...module.env, UNLATCH_HOME: place.store, ...ci, ...store } });
const inJob = (ci: Words, store: Words) => ({
  restore: async () => {
    const ended = await run(['restore', '--workspace', module.workspace, '--json'], ci, store);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    return JSON.parse(ended.stdout).caches;
  },
  save: async () => {
    const ended = await run(['save', '--workspace', module.workspace, '--json'], ci, store);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    return JSON.parse(ended.stdout).caches;
  },
});

const stores: readonly (readonly [string, boolean, () => Words])[] = [
  ['a folder', true, () => ({ UNLATCH_CACHE_STORE: module.storeFolder })],
  [
    'S3',
    server !== null,
    () => ({ ...server?.env, UNLATCH_CACHE_STORE: `s3://${server?.bucket}/${place.path.slice(-6)}` }),
  ],
];
describe.each(stores)('with %s', (_, isThere, storeOf) => {
  it.skipIf(!isThere)('a job runs cold, warm and after a bump, and a stranger only reads', async () => {
    const store = storeOf();
    const job = inJob(onMain, store);
    await module.freshHome();
    expect(await job.restore()).toMatchObject({ modules: { hit: 'miss' }, build: { hit: 'miss' } });
    await module.go('build ./...');
    expect(await job.save()).toMatchObject({ modules: { saved: true }, build: { saved: true } });

    await module.freshHome();
    expect(await job.restore()).toMatchObject({ modules: { hit: 'exact' }, build: { hit: 'exact' } });
    expect(await module.go('build -v ./...', { GOPROXY: 'off' })).toBe('');
    expect(await job.save()).toMatchObject({ modules: { saved: false }, build: { saved: false } });

    await module.freshHome();
    await module.shell('sed -i s/v1.0.0/v1.1.0/ go.mod && go mod tidy');
    await module.commit();
    expect(await job.restore()).toMatchObject({ build: { hit: 'prefix' } });
    await module.go('build ./...');
    expect(await job.save()).toMatchObject({ modules: { saved: true } });

    await module.freshHome();
    const stranger = inJob(ofFork, store);
    expect(await stranger.restore()).toMatchObject({ modules: { hit: 'exact' } });
    await appendFile(join(module.workspace, 'm.go'), '\nconst Forged = 1\n');
    await module.go('build ./...');
    expect(await stranger.save()).toMatchObject({ modules: { saved: false }, build: { saved: false } });

    const shown = await run(['show'], {}, store);
    expect(shown.stdout).toMatch(/heads\/main\n {2}(modules|build) .* by gitlab test https:\/\/ci.example\/7\n/);
    expect(shown.stdout).not.toContain('pulls/7');
    expect(shown.stdout + shown.stderr).not.toContain(server?.root.secret);
    expect(await run(['prune', '--dry-run'], {}, store)).toMatchObject({ code: 0 });
  });
});

const olderNode = nodeOfTheMachine();
it.skipIf(server === null || olderNode === null)(
  'the node of this machine, such as Node 20, adds no warning on stderr',
  async () => {
    const env = { ...module.env, ...server?.env, UNLATCH_CACHE_STORE: `s3://${server?.bucket}/node` };
    const ended = await promisify(execFile)(olderNode ?? '', [cli.script, 'cache', 'show'], { env });
    expect(ended).toEqual({ stdout: expect.stringContaining('0 archives'), stderr: '' });
  },
);

it('a store that fails costs the job its cache, and with --strict its success', async () => {
  const file = join(place.path, 'a-file');
  await appendFile(file, '');
  const words = ['restore', '--workspace', module.workspace, '--store', join(file, 'below')];
  const env = { ...onMain };
  expect(await run(words, env, {})).toMatchObject({ code: 0 });
  const dead = [
    'restore',
    '--workspace',
    module.workspace,
    '--store',
    's3://bucket/p?endpoint=http://127.0.0.1:1',
    '--strict',
  ];
  const keys = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'never-told' };
  const ended = await run(dead, env, keys);
  expect(ended.code).toBe(3);
  expect(theLine({ ...ended, stdout: '' })).toMatch(/the job goes on without: modules, build: .*ECONNREFUSED/);
  expect(ended.stdout + ended.stderr).not.toContain('never-told');
});

it('save without a restore, and a store that nobody named, are mistakes that say what to do', async () => {
  const words = ['--workspace', module.workspace];
  const save = await run(['save', ...words, '--store', module.storeFolder], onMain, {});
  expect([save.code, theLine(save)]).toEqual([2, expect.stringContaining('unlatch cache restore')]);
  const restore = await run(['restore', ...words], onMain, {});
  expect([restore.code, theLine(restore)]).toEqual([2, expect.stringContaining('UNLATCH_CACHE_STORE')]);
  const secret = await run(['show', '--store', 's3://id:secret@bucket/x'], {}, {});
  expect([secret.code, secret.stderr.includes('secret@')]).toEqual([2, false]);
  const gs = await run(['show', '--store', 'gs://bucket'], {}, {});
  expect([gs.code, theLine(gs)]).toEqual([2, expect.stringContaining('gs:// is no store')]);
});

it('Ctrl-C while the store is silent leaves no state and no staged file behind', async () => {
  const silent = createServer();
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const state = join(place.path, 'state');
  const running = place.start(['cache', 'restore', '--workspace', module.workspace, '--state', state], {
    env: {
      ...module.env,
      ...onMain,
      ...{ AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' },
      UNLATCH_CACHE_STORE: `s3://bucket/p?endpoint=http://127.0.0.1:${port}`,
    },
  });
  await once(silent, 'connection');
  running.child.kill('SIGINT');
  expect(await running.ended).toMatchObject({ code: 130, stderr: expect.stringContaining('interrupted') });
  await expect(access(join(state, 'job.json'))).rejects.toThrow(/ENOENT/);
  await expect(access(join(state, 'staging'))).rejects.toThrow(/ENOENT/);
  silent.close();
});
