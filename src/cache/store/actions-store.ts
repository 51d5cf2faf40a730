import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Env } from '../../go/context.ts';
import { groupEnds } from '../../process/end-group.ts';
import { signalGroup } from '../../process/signal-group.ts';
import type { CacheKind } from '../kind.ts';
import { serviceProxies } from './service-proxy.ts';
import type { CacheStore } from './store.ts';
import { unfitTar } from './unfit-tar.ts';
import { withPlainPath } from './with-plain-path.ts';

/** The request to the worker. */
export interface WorkerQuestion {
  readonly ask: 'find' | 'fetch' | 'put';
  readonly kind: CacheKind;
  readonly key: string;
  readonly prefixes: readonly string[];
}

/** What the toolkit returned. Everything else is on the worker's standard output. */
export interface WorkerAnswer {
  readonly error: string | null;
  readonly matchedKey: string | null;
  readonly saved: boolean;
}

/**
 * The runner's cache service (@actions/cache 6).
 *
 * @param env of the action's process, with the service's URLs and token (ACTIONS_RESULTS_URL,
 * ACTIONS_CACHE_URL, ACTIONS_RUNTIME_TOKEN).
 */
export function actionsStore(env: Env): CacheStore {
  return {
    fetch: async ({ kind, root, key, prefixes }) => {
      const { answer, output } = await converse({ ask: 'fetch', kind, key, prefixes }, root, env);
      if (answer.error !== null) return await failed(answer.error, env);
      if (answer.matchedKey !== null) {
        return {
          outcome: 'hit',
          matchedKey: answer.matchedKey,
          archiveBytes: numberAfter(/Cache Size: .*\((\d+) B\)/, output),
        };
      }
      // The toolkit swallows the error, prints an annotation, and returns as for a miss (cache.ts,
      // restoreCacheV2).
      const failure = annotation(output, 'Failed to restore: ');
      return failure === null ? { outcome: 'miss' } : await failed(failure, env);
    },
    find: async ({ kind, root, key, prefixes }) => {
      const { answer, output } = await converse({ ask: 'find', kind, key, prefixes }, root, env);
      const failure = answer.error ?? annotation(output, 'Failed to restore: ');
      if (answer.matchedKey !== null) return { outcome: 'hit', matchedKey: answer.matchedKey };
      return failure === null ? { outcome: 'miss' } : { outcome: 'failed', why: failure };
    },
    put: async ({ kind, root, key }) => {
      const { answer, output } = await converse({ ask: 'put', kind, key, prefixes: [] }, root, env);
      if (answer.error !== null) return await failed(answer.error, env);
      if (answer.saved) return { outcome: 'saved', archiveBytes: numberAfter(/File Size: (\d+)/, output) };
      // The toolkit always says that another job may be saving, and prints the real reason
      // separately (saveCacheV2).
      const refusal =
        annotation(output, 'Cache reservation failed: ') ?? annotation(output, 'Failed to reserve cache: ');
      const failure = annotation(output, 'Failed to save: ') ?? 'the cache service did not accept the archive';
      const isThere = refusal === null ? /another job|already exists/i : /already.?exists|\(409\)|Response was not ok/i;
      if (isThere.test(refusal ?? failure)) return { outcome: 'exists', why: failure };
      return await failed(refusal === null ? failure : `the cache service rejected the archive: ${refusal}`, env);
    },
  };
}

async function failed(why: string, env: Env): Promise<{ readonly outcome: 'failed'; readonly why: string }> {
  return { outcome: 'failed', why: (/\btar\b/.test(why) ? await unfitTar(env) : null) ?? why };
}

/**
 * For hangs that the worker does not notice itself; it notices a silent service. Long enough for a
 * slow transfer.
 */
const timeoutMs = 60 * 60_000;
/** How long a killed worker and its tar get to be gone. */
const killedMs = 2000;

async function converse(
  question: WorkerQuestion,
  root: string,
  env: Env,
): Promise<{ readonly answer: WorkerAnswer; readonly output: string }> {
  const proxies = serviceProxies(env);
  if ('why' in proxies) return { answer: { error: proxies.why, matchedKey: null, saved: false }, output: '' };
  const temporary = join(root, 'tmp');
  await mkdir(temporary, { recursive: true });
  try {
    return await withPlainPath(root, async (workspace) => {
      // In dist/ the worker is a bundle, too.
      const worker = import.meta.url.endsWith('.ts') ? './store-worker.ts' : './store-worker.cjs';
      const child = fork(fileURLToPath(new URL(worker, import.meta.url)), [workspace], {
        cwd: workspace,
        env: { ...proxies.env, GITHUB_WORKSPACE: workspace, RUNNER_TEMP: join(workspace, 'tmp') },
        execArgv: [],
        silent: true,
        // Its own process group, so that tar is killed with it.
        detached: process.platform !== 'win32',
      });
      return await conversation(child, question);
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function conversation(
  child: ChildProcess,
  question: WorkerQuestion,
): Promise<{ readonly answer: WorkerAnswer; readonly output: string }> {
  return new Promise((resolve) => {
    let output = '';
    const failed = (error: string): WorkerAnswer => ({ error, matchedKey: null, saved: false });
    let answer: WorkerAnswer | null = null;
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-(64 << 10));
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const alarm = setTimeout(() => {
      answer = failed(`not finished within ${timeoutMs / 60_000} minutes`);
      signalGroup(child.pid, 'SIGKILL');
    }, timeoutMs);
    child.on('message', (message: WorkerAnswer) => {
      answer ??= message;
      // Open requests could keep it running.
      if (message.error !== null) signalGroup(child.pid, 'SIGKILL');
    });
    child.on('error', (error) => {
      answer ??= failed(error.message);
      // If it never started, no close event follows.
      if (child.pid === undefined) {
        clearTimeout(alarm);
        resolve({ answer, output });
      }
    });
    child.on('close', async (code, signal) => {
      clearTimeout(alarm);
      // A tar that was killed with it may still write.
      await groupEnds(child.pid, killedMs);
      resolve({
        answer: answer ?? failed(`the cache worker exited (${signal ?? code}): ${output.slice(-500)}`),
        output,
      });
    });
    child.send(question, (error) => {
      if (error !== null) answer ??= failed(error.message);
    });
  });
}

function numberAfter(pattern: RegExp, output: string): number | null {
  const found = pattern.exec(output)?.[1];
  return found === undefined ? null : Number(found);
}

/**
 * The text after `beginning` in the first line that contains it, with the encoding of workflow
 * commands undone.
 */
function annotation(output: string, beginning: string): string | null {
  const line = output.split('\n').find((text) => text.includes(beginning));
  if (line === undefined) return null;
  const text = line.slice(line.indexOf(beginning) + beginning.length);
  return text.replaceAll('%0A', ' ').replaceAll('%0D', '').replaceAll('%25', '%').trim();
}
