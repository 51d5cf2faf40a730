import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Env } from '../../go/context.ts';
import { signalGroup } from '../../process/signal-group.ts';
import type { CacheKind } from '../kind.ts';
import { serviceProxies } from './service-proxy.ts';
import type { CacheStore } from './store.ts';
import { withPlainPath } from './with-plain-path.ts';

/** What the worker is asked. */
export interface WorkerQuestion {
  readonly ask: 'find' | 'fetch' | 'put';
  readonly kind: CacheKind;
  readonly key: string;
  readonly prefixes: readonly string[];
}

/** What it answers: all that the toolkit returns. The rest is on its standard output. */
export interface WorkerAnswer {
  readonly error: string | null;
  readonly matchedKey: string | null;
  readonly saved: boolean;
}

/**
 * The runner's cache service (@actions/cache 6).
 *
 * @param env of the action's process: the service's addresses and its token are in it (ACTIONS_RESULTS_URL,
 *   ACTIONS_CACHE_URL, ACTIONS_RUNTIME_TOKEN).
 */
export function actionsStore(env: Env): CacheStore {
  return {
    fetch: async ({ kind, root, key, prefixes }) => {
      const { answer, output } = await converse({ ask: 'fetch', kind, key, prefixes }, root, env);
      if (answer.error !== null) return { outcome: 'failed', why: answer.error };
      if (answer.matchedKey !== null) {
        return {
          outcome: 'hit',
          matchedKey: answer.matchedKey,
          archiveBytes: numberAfter(/Cache Size: .*\((\d+) B\)/, output),
        };
      }
      // The toolkit swallows the error, says so in an annotation, and answers as for a miss (cache.ts, restoreCacheV2).
      const failure = annotation(output, 'Failed to restore: ');
      return failure === null ? { outcome: 'miss' } : { outcome: 'failed', why: failure };
    },
    find: async ({ kind, root, key, prefixes }) => {
      const { answer, output } = await converse({ ask: 'find', kind, key, prefixes }, root, env);
      const failure = answer.error ?? annotation(output, 'Failed to restore: ');
      if (answer.matchedKey !== null) return { outcome: 'hit', matchedKey: answer.matchedKey };
      return failure === null ? { outcome: 'miss' } : { outcome: 'failed', why: failure };
    },
    put: async ({ kind, root, key }) => {
      const { answer, output } = await converse({ ask: 'put', kind, key, prefixes: [] }, root, env);
      if (answer.error !== null) return { outcome: 'failed', why: answer.error };
      if (answer.saved) return { outcome: 'saved', archiveBytes: numberAfter(/File Size: (\d+)/, output) };
      // Whatever the reason, the toolkit says that another job may be saving, and tells the reason apart (saveCacheV2).
      const refusal =
        annotation(output, 'Cache reservation failed: ') ?? annotation(output, 'Failed to reserve cache: ');
      const failure = annotation(output, 'Failed to save: ') ?? 'the cache service did not take it';
      const isThere = refusal === null ? /another job|already exists/i : /already.?exists|\(409\)|Response was not ok/i;
      if (isThere.test(refusal ?? failure)) return { outcome: 'exists', why: failure };
      return { outcome: 'failed', why: refusal === null ? failure : `the cache service refused it: ${refusal}` };
    },
  };
}

/** Silence is noticed by the worker itself: this is for what hangs elsewhere, and no limit for an archive that moves slowly. */
const patienceMs = 60 * 60_000;

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
      // Beside the bundle it is a bundle too.
      const worker = import.meta.url.endsWith('.ts') ? './store-worker.ts' : './store-worker.cjs';
      const child = fork(fileURLToPath(new URL(worker, import.meta.url)), [workspace], {
        cwd: workspace,
        env: { ...proxies.env, GITHUB_WORKSPACE: workspace, RUNNER_TEMP: join(workspace, 'tmp') },
        execArgv: [],
        silent: true,
        // A group of its own, so that tar ends with it.
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
      answer = failed(`no end within ${patienceMs / 60_000} minutes`);
      signalGroup(child.pid, 'SIGKILL');
    }, patienceMs);
    child.on('message', (message: WorkerAnswer) => {
      answer ??= message;
      // Its requests may be open still, and would keep it.
      if (message.error !== null) signalGroup(child.pid, 'SIGKILL');
    });
    child.on('error', (error) => {
      answer ??= failed(error.message);
      // It may never have started: then there is no end to wait for.
      if (child.pid === undefined) {
        clearTimeout(alarm);
        resolve({ answer, output });
      }
    });
    child.on('close', (code, signal) => {
      clearTimeout(alarm);
      resolve({
        answer: answer ?? failed(`the cache worker ended (${signal ?? code}): ${output.slice(-500)}`),
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

/** The text of the first line that has `beginning` in it, decoded as workflow commands are encoded. */
function annotation(output: string, beginning: string): string | null {
  const line = output.split('\n').find((text) => text.includes(beginning));
  if (line === undefined) return null;
  const text = line.slice(line.indexOf(beginning) + beginning.length);
  return text.replaceAll('%0A', ' ').replaceAll('%0D', '').replaceAll('%25', '%').trim();
}
