/**
 * What `unlatch cache` costs beside plain commands, with a real server of S3 on loopback: a restore ÷ curl of the same
 * archives, piped into zstd and tar; and how many bytes many readers at once take from the server. Prints a Markdown table;
 * bench/README.md says how to read it. Needs a module proxy, git, curl, zstd and tar.
 */
import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { removeTree } from '../src/cache/archive/staging.ts';
import { findGoOnPath } from '../src/go/go-on-path.ts';
import { hostPlatform } from '../src/go/platform.ts';
import { packageRoot } from '../src/package-root.ts';
import { aWay } from '../test/integration/cache/store/a-way.ts';
import { anS3Server } from '../test/integration/cache/store/an-s3-server.ts';
import { commitRelease } from './commit-release.ts';
import { elapsedMs, inTurns } from './in-turns.ts';

const { values: options } = parseArgs({
  options: {
    project: { type: 'string', default: 'github.com/go-task/task/v3' },
    version: { type: 'string', default: 'v3.53.1' },
    pairs: { type: 'string', default: '7' },
    readers: { type: 'string', default: '64' },
    /** Its archives are small, so that many readers find room. */
    'readers-project': { type: 'string', default: 'github.com/spf13/cobra' },
    'readers-version': { type: 'string', default: 'v1.10.1' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'bench-pool-'));
const at = (name: string) => join(folder, name);
const found = await findGoOnPath(process.env, hostPlatform());
if (found === null) throw new Error('a go on PATH is needed');
await using server = await anS3Server();
await using way = await aWay(server.endpoint, () => 'passes');
const run = promisify(execFile);
const home = at('home');

function envOf(homeFolder: string): NodeJS.ProcessEnv {
  return {
    ...{ PATH: process.env['PATH'], HOME: homeFolder, TMPDIR: process.env['TMPDIR'], ...server.env },
    // Each reader has a HOME of its own; without it, GOMODCACHE is in what go compiles, and in the key.
    GOFLAGS: '-trimpath',
    ...{ GOENV: 'off', GOTOOLCHAIN: 'local', GOTELEMETRY: 'off', GOPROXY: found?.goproxy ?? undefined },
    ...(found?.gosumdb == null ? {} : { GOSUMDB: found.gosumdb }),
  };
}

/** The release as a checkout of its own. */
function checkOut(project: string, version: string): string {
  const env = envOf(at('sources'));
  const said = execFileSync('go', ['mod', 'download', '-json', `${project}@${version}`], { env, encoding: 'utf8' });
  const { Dir } = JSON.parse(said) as { readonly Dir: string };
  const workspace = at(`workspace-${randomUUID()}`);
  cpSync(Dir, workspace, { recursive: true });
  execFileSync('chmod', ['-R', 'u+w', workspace]);
  commitRelease(workspace, version);
  return workspace;
}

/** Fresh ones only: ext4 is slower for minutes where files were just deleted. */
function freshHome(): void {
  if (existsSync(home)) renameSync(home, at(`used-${randomUUID()}`));
  mkdirSync(home);
}

interface Where {
  readonly homeFolder?: string;
  readonly endpoint?: string;
}

async function restore(workspace: string, where: Where = {}): Promise<void> {
  const said = await unlatch('restore', workspace, where);
  if (said.match(/: exact: /g)?.length !== 2) throw new Error(`not both are restored: ${said}`);
}

async function unlatch(
  command: 'restore' | 'save',
  workspace: string,
  { homeFolder = home, endpoint = server.endpoint }: Where = {},
): Promise<string> {
  const store = `s3://${server.bucket}/bench?endpoint=${endpoint}`;
  const job = ['--job', 'bench', '--branch', 'main', '--default-branch', 'main', '--trust', 'own', '--strict'];
  const cli = join(packageRoot(), 'dist/cli.cjs');
  const args = [cli, 'cache', command, '--store', store, ...job, '--workspace', workspace];
  const { stdout } = await run(process.execPath, [...args, '--state', join(homeFolder, 'state')], {
    env: envOf(homeFolder),
  });
  return stdout;
}

/** A cold job. @returns the paths of its two archives in the bucket */
async function fill(workspace: string): Promise<readonly string[]> {
  const before = new Set(objects());
  freshHome();
  await unlatch('restore', workspace);
  execFileSync('go', ['build', './...'], { cwd: workspace, env: envOf(home), stdio: ['ignore', 'ignore', 'pipe'] });
  execFileSync('go', ['vet', './...'], { cwd: workspace, env: envOf(home), stdio: ['ignore', 'ignore', 'pipe'] });
  await unlatch('save', workspace);
  const archives = objects().filter((path) => !before.has(path));
  if (archives.length !== 2) throw new Error(`the job saved ${archives.length} archives, not two`);
  return archives;
}

function objects(): readonly string[] {
  return readdirSync(server.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.endsWith('/objects'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Each archive by a pipe of its own, all at once. */
async function plain(archives: readonly string[]): Promise<void> {
  freshHome();
  const pipes = archives.map((archive, index) => {
    const url = `${server.endpoint}/${server.bucket}/${relative(server.folder, archive)}`;
    const into = join(home, `archive-${index}`);
    const user = `${server.root.access}:${server.root.secret}`;
    // Its own signature of S3 needs that header from outside.
    const signed = `--aws-sigv4 aws:amz:us-east-1:s3 --user '${user}' --header 'x-amz-content-sha256: UNSIGNED-PAYLOAD'`;
    const curl = `curl --fail --silent --show-error ${signed} '${url}'`;
    return run('bash', ['-ec', `set -o pipefail; mkdir '${into}'; ${curl} | zstd -dc | tar -xf - -C '${into}'`]);
  });
  await Promise.all(pipes);
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
const sizeOf = (archives: readonly string[]) => archives.reduce((sum, path) => sum + statSync(path).size, 0);

try {
  console.log('| row | ratio | limit |\n| --- | --- | --- |');
  const workspace = checkOut(options.project, options.version);
  const archives = await fill(workspace);
  const ours = async () => {
    freshHome();
    await restore(workspace);
  };
  const { ratio, oneMs, otherMs } = await inTurns(Number(options.pairs), ours, async () => await plain(archives));
  const what = `${options.project} ${options.version}, ${megabytes(sizeOf(archives))}`;
  console.log(
    `| restore of ${what} ÷ curl, zstd and tar | ${ratio.toFixed(2)} (${seconds(oneMs)} ÷ ${seconds(otherMs)}) | 0.8 |`,
  );

  const small = checkOut(options['readers-project'], options['readers-version']);
  const needed = sizeOf(await fill(small));
  const readers = Array.from({ length: Number(options.readers) }, (_, index) => at(`reader-${index}`));
  for (const reader of readers) mkdirSync(reader);
  const readMs = await elapsedMs(async () => {
    const { endpoint } = way;
    await Promise.all(readers.map(async (homeFolder) => await restore(small, { homeFolder, endpoint })));
  });
  const share = way.answeredBytes() / (needed * readers.length);
  console.log(
    `| ${readers.length} readers at once of ${megabytes(needed)}: bytes from the server ÷ bytes of the archives | ${share.toFixed(3)} (${seconds(readMs)}) | 1.02 |`,
  );
  process.exitCode = ratio <= 0.8 && share <= 1.02 ? 0 : 1;
} finally {
  removeTree(folder);
}
