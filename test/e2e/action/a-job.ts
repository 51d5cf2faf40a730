/** Runs a job like a runner: dist/main.cjs, the steps, and dist/post.cjs, with the files through which they communicate. */

import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Accounts } from '../../../src/action/summary.ts';
import type { serveModule } from '../../../src/lab/trial/go-proxy.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { writableAll } from '../../integration/cache/writable-all.ts';
import { writeProxy } from '../../integration/write-proxy.ts';
import type { CacheService } from '../cache/a-cache-service.ts';

export interface JobPlan {
  /** GITHUB_JOB */
  readonly job: string;
  /** Files of the checkout; null: the job has none. */
  readonly files: Readonly<Record<string, string>> | null;
  /** A shell line. */
  readonly steps: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly ref?: string;
  readonly protocol?: 'v1' | 'v2';
  readonly event?: { readonly name: string; readonly payload: unknown };
  /** HOME, the workspace and RUNNER_TEMP stay as the previous job left them, as on a persistent machine. */
  readonly keep?: true;
  /** Where the action and the steps run; default: this machine. */
  readonly container?: Container;
  /** Called after the checkout and before main. */
  readonly beforeMain?: () => void;
  /** Called after main and before the steps. */
  readonly afterMain?: () => void;
}

/** How the runner starts programs in a job's container. */
export interface Container {
  /** The words before a command that runs it in the container, given the job's folder. */
  readonly enter: (place: string) => readonly string[];
  /** The runner mounts its own node. */
  readonly node: string;
  readonly shell: string;
  readonly path: string;
  /** Where dist/ is. */
  readonly dist: string;
}

export interface EndedJob {
  readonly main: EndedStep;
  readonly post: EndedStep;
  readonly outputs: Readonly<Record<string, string>>;
  readonly accounts: Accounts | null;
}

export interface EndedStep {
  readonly code: number;
  readonly log: string;
  readonly warnings: readonly string[];
  readonly ms: number;
}

export interface JobPlace extends AsyncDisposable {
  readonly run: (plan: JobPlan, service: CacheService) => Promise<EndedJob>;
  /** A file that the last job's steps left in ../files of the workspace. */
  readonly read: (name: string) => Promise<string>;
  /** A path in the jobs' folders: "home", "work", "temp". */
  readonly at: (...names: string[]) => string;
}

type Module = Parameters<typeof serveModule>[0];

/**
 * A place for jobs. Each job gets a fresh HOME, workspace and RUNNER_TEMP, at the same paths for all jobs.
 *
 * @param name the name of the folder that contains them: "my wörk space"
 */
export async function aJobPlace(modules: readonly Module[], name = ''): Promise<JobPlace> {
  const outer = await mkdtemp(join(tmpdir(), 'e2e-job-'));
  const place = join(outer, name);
  const at = (...names: string[]) => join(place, ...names);
  const goproxy = writeProxy(at('proxy'), modules);
  const goVersion = execFileSync('go', ['env', 'GOVERSION'], { env: { ...process.env, GOTOOLCHAIN: 'local' } })
    .toString()
    .trim()
    .replace(/^go/, '');
  const clear = async () => {
    for (const name of ['home', 'work', 'temp', 'files']) {
      await writableAll(at(name));
      await rm(at(name), { recursive: true, force: true });
      await mkdir(at(name), { recursive: true });
    }
  };
  const run = async (plan: JobPlan, service: CacheService): Promise<EndedJob> => {
    if (plan.keep !== true) await clear();
    // As a checkout does, which removes what the commit has not.
    for (const name of await readdir(at('work'))) {
      if (name !== '.git') await rm(at('work', name), { recursive: true, force: true });
    }
    const { files, steps, inputs = {}, ref = 'refs/heads/main', protocol = 'v2' } = plan;
    if (files !== null) {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(dirname(at('work', name)), { recursive: true });
        await writeFile(at('work', name), text);
      }
      const git = (...args: string[]) =>
        execFileSync(
          'git',
          ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'safe.directory=*', ...args],
          { cwd: at('work') },
        );
      git('init', '-q', '-b', 'main');
      git('add', '-A');
      git('commit', '-qm', 'a commit', '--allow-empty');
    }
    const event = plan.event ?? { name: 'push', payload: { ref, repository: { default_branch: 'main' } } };
    await writeFile(at('files/event.json'), JSON.stringify(event.payload));
    const speaking = ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
    for (const name of speaking) await writeFile(at('files', name), '');
    const env: Record<string, string> = {
      PATH: plan.container?.path ?? process.env['PATH'] ?? '',
      HOME: at('home'),
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: at('work'),
      GITHUB_EVENT_PATH: at('files/event.json'),
      GITHUB_EVENT_NAME: event.name,
      GITHUB_REF: ref,
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_WORKFLOW: 'w',
      GITHUB_JOB: plan.job,
      RUNNER_TEMP: at('temp'),
      RUNNER_OS: 'Linux',
      GOENV: 'off',
      GOTELEMETRY: 'off',
      GOPROXY: goproxy,
      GOSUMDB: 'off',
      CGO_ENABLED: '0',
      ...Object.fromEntries(speaking.map((name) => [name, at('files', name)])),
      ...service.envFor(ref, protocol),
      ...plan.env,
    };
    const given = { 'go-version': goVersion, token: 'secret', 'job-status': 'success', ...inputs };
    const withInputs = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    );
    const { node = process.execPath, shell = 'bash', dist = join(packageRoot(), 'dist') } = plan.container ?? {};
    const enter = plan.container?.enter(place) ?? [];
    const action = (name: string, more: Readonly<Record<string, string>> = {}) =>
      aStep([...enter, node, join(dist, `${name}.cjs`)], at('work'), {
        ...env,
        ...withInputs,
        ...more,
      });
    plan.beforeMain?.();
    const main = await action('main');
    const read = async (name: string) => parseFile(await readFile(at('files', name), 'utf8'));
    Object.assign(env, await read('GITHUB_ENV'));
    const paths = (await readFile(at('files/GITHUB_PATH'), 'utf8')).split('\n').filter((path) => path !== '');
    env['PATH'] = [...paths.reverse(), env['PATH']].join(':');
    plan.afterMain?.();
    const step = await aStep([...enter, shell, '-ec', steps], at('work'), env);
    if (step.code !== 0) throw new Error(`the steps failed: ${step.log}\n${main.log}`);
    const outputs = await read('GITHUB_OUTPUT');
    const state = Object.entries(await read('GITHUB_STATE')).map(([name, value]) => [`STATE_${name}`, value]);
    const post = await action('post', Object.fromEntries(state));
    const [, accounts] = /unlatch-accounts (\{.*\})$/m.exec(post.log) ?? [];
    return { main, post, outputs, accounts: accounts === undefined ? null : (JSON.parse(accounts) as Accounts) };
  };
  return {
    run,
    read: (name) => readFile(at('files', name), 'utf8'),
    at,
    [Symbol.asyncDispose]: async () => {
      await writableAll(outer);
      await rm(outer, { recursive: true, force: true });
    },
  };
}

function aStep(
  [command = '', ...args]: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<EndedStep> {
  const begin = performance.now();
  return new Promise((resolve) => {
    execFile(command, args, { cwd, env: { ...env }, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      const log = `${stdout}${stderr}`;
      const warnings = [...log.matchAll(/^::(?:warning|error)[^:]*::(.*)$/gm)].map(([, text = '']) => text);
      const code = error === null ? 0 : Number(error.code ?? -1);
      resolve({ code, log, warnings, ms: performance.now() - begin });
    });
  });
}

/** "name<<END\nvalue\nEND\n" */
function parseFile(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(\S+)\n([\s\S]*?)\n?\2$/gm)].map(([, name = '', , value = '']) => [name, value]),
  );
}
