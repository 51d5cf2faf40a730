/**
 * The pipelines of docs/ci/, run: the shell lines of each, as its CI's runner starts them and with its CI's variables, on
 * fresh machines. gitlab-ci-local, a runner with a shell executor, also runs GitLab's, and sets the variables itself.
 */

import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ciPipelines, textOf } from '../../docs/ci-pipelines.ts';
import { type AModule, aModule, publish } from '../../integration/cache/a-module.ts';
import { type AnS3Server, anS3Server } from '../../integration/cache/store/an-s3-server.ts';
import { cliForAll } from '../cli/cli-of-file.ts';
import { broughtOrNull } from '../tools/a-go-tool.ts';

const run = promisify(execFile);
const server: AnS3Server | null = process.platform === 'linux' ? await broughtOrNull(() => anS3Server()) : null;
const cli = cliForAll();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ci-'));
  await mkdir(join(folder, 'bin'));
  const program = `#!/bin/sh\nexec '${process.execPath}' '${cli.script}' "$@"\n`;
  await writeFile(join(folder, 'bin/unlatch'), program, { mode: 0o755 });
  await writeFile(join(folder, 'event.json'), '{"repository": {"default_branch": "main"}}');
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

type Words = Readonly<Record<string, string>>;

/** How the runner starts the lines: each in a shell of its own, or all in one. */
type Shell = { readonly each: readonly string[] } | { readonly all: readonly string[] };

interface Runner {
  /** As `unlatch cache show` has it. */
  readonly ci: string;
  readonly pipeline: string;
  /** null: the runner of the CI is there, and starts the lines itself. */
  readonly shell: Shell | null;
  /** Of a push to the default branch. */
  readonly variables: () => Words;
}

const bash = ['bash', '-e', '-c'];
const actions = (): Words => ({
  ...{ CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_JOB: 'test', GITHUB_WORKFLOW: 'ci', GITHUB_REF: 'refs/heads/main' },
  ...{ GITHUB_REPOSITORY: 'o/r', GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: join(folder, 'event.json') },
});

const runners: readonly Runner[] = [
  {
    ci: 'gitlab',
    pipeline: 'gitlab.yml',
    shell: { all: ['bash', '-eo', 'pipefail', '-c'] },
    variables: () => ({
      ...{ CI: 'true', GITLAB_CI: 'true', CI_JOB_NAME: 'test', CI_COMMIT_BRANCH: 'main', CI_DEFAULT_BRANCH: 'main' },
      ...{ CI_JOB_STATUS: 'running' },
    }),
  },
  {
    ci: 'jenkins',
    pipeline: 'Jenkinsfile',
    shell: { each: ['sh', '-xec'] },
    variables: () => ({
      ...{ JENKINS_URL: 'https://jenkins.example/', BUILD_ID: '7', JOB_NAME: 'r/main', BRANCH_NAME: 'main' },
      ...{ STAGE_NAME: 'test', BRANCH_IS_PRIMARY: 'true' },
    }),
  },
  {
    ci: 'buildkite',
    pipeline: 'buildkite.yml',
    shell: { all: bash },
    variables: () => ({
      ...{ CI: 'true', BUILDKITE: 'true', BUILDKITE_PIPELINE_SLUG: 'r', BUILDKITE_STEP_KEY: 'test' },
      ...{ BUILDKITE_BRANCH: 'main', BUILDKITE_PIPELINE_DEFAULT_BRANCH: 'main', BUILDKITE_PULL_REQUEST: 'false' },
    }),
  },
  {
    ci: 'circleci',
    pipeline: 'circleci.yml',
    shell: { each: ['bash', '-eo', 'pipefail', '-c'] },
    variables: () => ({ CI: 'true', CIRCLECI: 'true', CIRCLE_JOB: 'test', CIRCLE_BRANCH: 'main' }),
  },
  {
    ci: 'azure',
    pipeline: 'azure.yml',
    shell: { each: ['bash', '--noprofile', '--norc', '-c'] },
    variables: () => ({
      ...{ TF_BUILD: 'True', BUILD_SOURCEBRANCH: 'refs/heads/main', BUILD_DEFINITIONNAME: 'r' },
      ...{ SYSTEM_JOBNAME: 'test', AGENT_JOBSTATUS: 'Succeeded' },
    }),
  },
  {
    ci: 'drone',
    pipeline: 'drone.yml',
    shell: { all: ['sh', '-e', '-c'] },
    variables: () => ({
      ...{ CI: 'true', DRONE: 'true', DRONE_STAGE_NAME: 'test', DRONE_BRANCH: 'main', DRONE_REPO_BRANCH: 'main' },
      ...{ DRONE_BUILD_EVENT: 'push', DRONE_BUILD_STATUS: 'success' },
    }),
  },
  {
    ci: 'woodpecker',
    pipeline: 'woodpecker.yml',
    shell: { all: ['sh', '-e', '-c'] },
    variables: () => ({
      ...{ CI: 'woodpecker', CI_WORKFLOW_NAME: 'test', CI_COMMIT_BRANCH: 'main', CI_REPO_DEFAULT_BRANCH: 'main' },
      ...{ CI_PIPELINE_STATUS: 'success' },
    }),
  },
  {
    ci: 'gitea',
    pipeline: 'gitea.yml',
    shell: { each: bash },
    variables: () => ({ ...actions(), GITEA_ACTIONS: 'true' }),
  },
  {
    ci: 'forgejo',
    pipeline: 'gitea.yml',
    shell: { each: bash },
    variables: () => ({ ...actions(), GITEA_ACTIONS: 'true', FORGEJO_ACTIONS: 'true' }),
  },
  { ci: 'github', pipeline: 'github.yml', shell: { each: bash }, variables: actions },
];

/** Runs the pipeline once on a fresh machine. @returns what restore and save said of each cache. */
async function aRun(runner: Runner, module: AModule, store: string, more: Words): Promise<readonly string[]> {
  await module.freshHome();
  const pipeline = ciPipelines.find(({ name }) => name === runner.pipeline);
  if (pipeline === undefined) throw new Error(`no ${runner.pipeline}`);
  const text = (await textOf(pipeline)).replace('s3://my-bucket/go', store);
  const named = /UNLATCH_CACHE_STORE(?:: | = ')([^'\n]+)/.exec(text)?.[1];
  expect(named).toBe(store);
  const env = {
    ...module.env,
    PATH: [join(folder, 'bin'), module.env['PATH']].join(delimiter),
    ...runner.variables(),
    ...more,
  };
  const options = { cwd: module.workspace, maxBuffer: 64 << 20 };
  let said = '';
  if (runner.shell === null) {
    // A shell executor has no images.
    await writeFile(join(module.workspace, '.gitlab-ci.yml'), text.replace(/^ *image: .*\n/m, ''));
    const script = createRequire(import.meta.url).resolve('gitlab-ci-local/dist/index.js');
    // It alone sets this one to false.
    const args = [script, '--variable', 'GITLAB_CI=true', 'test'];
    const { stdout } = await run(process.execPath, args, { ...options, env });
    said = stripVTControlCharacters(stdout).replace(/^test *> /gm, '');
  } else {
    const lines = pipeline.linesOf(text);
    const [words, scripts] =
      'all' in runner.shell ? [runner.shell.all, [lines.join('\n')]] : [runner.shell.each, lines];
    for (const script of scripts) {
      const [program = '', ...args] = [...words, script];
      const { stdout } = await run(program, args, { ...options, env: { ...env, UNLATCH_CACHE_STORE: named } });
      said += stdout;
    }
  }
  expect(said).toMatch(/^\?\s+example\.com\/m\s+\[no test files\]/m);
  return Array.from(
    said.matchAll(/^(?:modules|build): (?:miss|exact|prefix|saved|not saved)(?=:)/gm),
    ([fact]) => fact,
  );
}

async function aProject(): Promise<AModule> {
  const module = await aModule({
    'go.mod': 'module example.com/m\n\ngo 1.24\n\nrequire example.com/dep v1.0.0\n',
    // Without a test, for which go would build half of its standard library on each fresh machine.
    'm.go': 'package m\n\nimport dep "example.com/dep"\n\nconst X = dep.Y\n',
  });
  for (const version of ['v1.0.0', 'v1.1.0']) {
    await publish(module, 'example.com/dep', version, { 'dep.go': `package dep\n\nconst Y = "${version}"\n` });
  }
  await module.go('mod tidy');
  await module.shell('git checkout -q -B main && git remote add origin git@gitlab.example:o/r.git');
  await module.commit();
  return module;
}

async function coldWarmBumped(runner: Runner, module: AModule, store: string, more: Words): Promise<void> {
  expect(await aRun(runner, module, store, more), 'cold').toEqual([
    ...['modules: miss', 'build: miss'],
    ...['modules: saved', 'build: saved'],
  ]);
  expect(await aRun(runner, module, store, { ...more, GOPROXY: 'off' }), 'warm').toEqual([
    ...['modules: exact', 'build: exact'],
    ...['modules: not saved', 'build: not saved'],
  ]);
  await module.shell('sed -i s/v1.0.0/v1.1.0/ go.mod && go mod tidy');
  await module.commit();
  expect(await aRun(runner, module, store, more), 'bumped').toEqual([
    ...['modules: prefix', 'build: prefix'],
    ...['modules: saved', 'build: saved'],
  ]);
  expect(await aRun(runner, module, store, { ...more, GOPROXY: 'off' }), 'warm again').toEqual([
    ...['modules: exact', 'build: exact'],
    ...['modules: not saved', 'build: not saved'],
  ]);
  const { stdout } = await run(join(folder, 'bin/unlatch'), ['cache', 'show', '--store', store, '--json'], {
    env: { ...module.env, ...more },
  });
  const { archives } = JSON.parse(stdout) as { readonly archives: readonly { readonly scope: string; by: Words }[] };
  for (const { scope, by } of archives) expect([scope, by['ci'], by['job']]).toEqual(['heads/main', runner.ci, 'test']);
  expect(archives.length).toBeGreaterThan(1);
}

it.each(runners)('$pipeline on $ci runs cold, warm and after a bump, in a folder', async (runner) => {
  const module = await aProject();
  try {
    await coldWarmBumped(runner, module, module.storeFolder, {});
  } finally {
    await module[Symbol.asyncDispose]();
  }
});

const byItsRunner: Runner = { ci: 'gitlab', pipeline: 'gitlab.yml', shell: null, variables: () => ({}) };
const hasRsync = spawnSync('rsync', ['--version']).status === 0;

it.skipIf(server === null || !hasRsync)(
  'gitlab-ci-local runs gitlab.yml cold, warm and after a bump, in S3 (needs: rsync)',
  async () => {
    const module = await aProject();
    try {
      if (server !== null) await coldWarmBumped(byItsRunner, module, `s3://${server.bucket}/gitlab`, server.env);
    } finally {
      await module[Symbol.asyncDispose]();
    }
  },
);

it.skipIf(server === null)('drone.yml runs cold, warm and after a bump in S3, too', async () => {
  const module = await aProject();
  const drone = runners.find(({ ci }) => ci === 'drone');
  try {
    if (drone === undefined || server === null) throw new Error('no drone');
    await coldWarmBumped(drone, module, `s3://${server.bucket}/drone`, server.env);
  } finally {
    await module[Symbol.asyncDispose]();
  }
});
