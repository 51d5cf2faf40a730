/**
 * One session with gopls like an editor's: initialize, configuration, progress, diagnostics, a symbol,
 * shutdown, exit. Times each phase. If one exceeds its limit, reports it with the server's last messages.
 */
import {
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type MessageConnection,
  ShutdownRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { messageOf } from '../errors.ts';
import { connectionTo, isOfConnection } from './connection.ts';
import { initializeParams, listen } from './listen.ts';
import type { Phase } from './phase.ts';
import { type Server, startServer } from './server.ts';

export interface SessionOptions {
  /** The workspace's folder. */
  readonly folder: string;
  /** The command of a server over stdio, or the path of a socket that a server listens on. */
  readonly server: { readonly command: string; readonly args: readonly string[] } | { readonly socket: string };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** gopls's settings: an editor's answer for the section "gopls". */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Time limit of each phase. It is ours: VS Code's client has none. */
  readonly phaseMs: number;
  /** Ends the session after this phase without an error (default: 'exit'). */
  readonly until?: Phase;
  /** Awaited before the shutdown, with the server loaded; counts as part of the phase 'exit'. */
  readonly loaded?: () => Promise<void>;
  /** Ends the session as stuck in its current phase; the reason, a string, becomes `why`. */
  readonly signal?: AbortSignal;
  /** Called with the pid of the started server. */
  readonly started?: (pid: number) => void;
  /** Called with each notification of the server. */
  readonly heard?: (method: string, params: unknown) => void;
  /** Called once while the server still runs: in the phase where it is stuck, or before the exit (null). */
  readonly beforeEnd?: (stuck: Phase | null) => Promise<void>;
}

export interface SessionReport {
  /** Milliseconds of each finished phase. */
  readonly phases: Readonly<Partial<Record<Phase, number>>>;
  /** The phase that the session was stuck in; null: it completed. */
  readonly stuck: Phase | null;
  /** Why it ended early: a timeout, the server closed the pipe, exited, or answered with an error. */
  readonly why: string | null;
  /** The server's last messages, oldest first: log, progress, shown messages. */
  readonly said: readonly string[];
  /** Diagnostics at the end: "go.mod: requires go >= 1.99". */
  readonly diagnostics: readonly string[];
  /** The end of the server's stderr. */
  readonly stderr: string;
  /** The server's exit status and signal if it ended by itself. */
  readonly exit: { readonly code: number | null; readonly signal: string | null } | null;
}

/** Limits on the messages kept: a report must fit into a history's limit for one output. */
const messageLimit = 24;
const textLimit = 240;
const shorten = (text: string) => (text.length > textLimit ? `${text.slice(0, textLimit)}…` : text);

class PhaseOver extends Error {}

/** Never rejects because of the server: what it does or fails to do is the report. */
export async function openSession(options: SessionOptions): Promise<SessionReport> {
  const done: Partial<Record<Phase, number>> = {};
  const said: string[] = [];
  const diagnostics = new Map<string, readonly string[]>();
  const until = options.until ?? 'exit';
  const say = (text: string) => {
    said.push(shorten(text));
    if (said.length > messageLimit) said.shift();
  };
  let stuck: Phase | null = null;
  let why: string | null = null;
  let server: Server | undefined;
  let connection: MessageConnection | undefined;

  let looked = false;
  const look = async () => {
    if (looked) return;
    looked = true;
    await options.beforeEnd?.(stuck);
  };

  const phase = async <T>(name: Phase, work: (fail: (why: string) => void) => Promise<T>): Promise<T> => {
    stuck = name;
    const begin = performance.now();
    const result = await limited(name, options, server, work);
    done[name] = Math.round(performance.now() - begin);
    stuck = null;
    if (name === until) throw new PhaseOver();
    return result;
  };

  try {
    server = await phase('start', () => startServer(options));
    const { connection: client, gone } = connectionTo(server);
    connection = client;
    server = { ...server, gone };
    client.onError(([error]) => say(`protocol error: ${messageOf(error)}`));
    const view = milestone();
    const loaded = milestone();
    listen(client, options, say, diagnostics, view.reach, loaded.reach);
    client.listen();
    await phase('initialize', async () => {
      await client.sendRequest(InitializeRequest.type, initializeParams(options));
      try {
        await client.sendNotification(InitializedNotification.type, {});
      } catch {
        // A server that is gone already may have come further: the next phases tell.
      }
    });
    await phase('go env', () => view.reached);
    await phase('go list', () => loaded.reached);
    await phase('answer', () => client.sendRequest(WorkspaceSymbolRequest.type, { query: 'main' }));
    await look();
    await phase('exit', async () => {
      await options.loaded?.();
      await client.sendRequest(ShutdownRequest.type);
      await client.sendNotification(ExitNotification.type);
      await server?.gone;
    });
  } catch (error) {
    if (!(error instanceof PhaseOver)) why = messageOf(error);
    await look();
  }
  const exit = server?.exit() ?? null;
  connection?.dispose();
  await server?.end();
  return {
    phases: done,
    stuck,
    why,
    said,
    diagnostics: [...diagnostics.values()].flat().slice(0, messageLimit).map(shorten),
    stderr: server?.stderr() ?? '',
    exit,
  };
}

/** A point reached once. */
function milestone(): { readonly reached: Promise<void>; readonly reach: () => void } {
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  return { reached, reach };
}

/** Rejects if the phase takes too long, the server goes away or the caller aborts. */
function limited<T>(
  name: Phase,
  { phaseMs, signal }: SessionOptions,
  server: Server | undefined,
  work: (fail: (why: string) => void) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const fail = (reason: string) => settle(() => reject(new Error(reason)));
    const timer = setTimeout(() => fail(`no answer within ${phaseMs} ms (${name})`), phaseMs);
    const interrupted = () => fail(`${String(signal?.reason)} (${name})`);
    // The work may never settle, and a timer left running would keep the process alive after its report.
    const settle = (act: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', interrupted);
      act();
    };
    signal?.addEventListener('abort', interrupted, { once: true });
    // It may have been aborted between two phases.
    if (signal?.aborted) return interrupted();
    // In the last phase the server is expected to go.
    if (name !== 'exit') server?.gone.then(() => fail(`the server ended (${name}): ${server.ending()}`), reject);
    work(fail).then(
      (result) => settle(() => resolve(result)),
      (error: unknown) => {
        if (!isOfConnection(error) || server === undefined || name === 'exit') settle(() => reject(error));
      },
    );
  });
}
