/**
 * One session with gopls, as an editor has it: initialize, configuration, progress, diagnostics, a symbol, shutdown, exit. It
 * times each phase, and when one takes longer than it may, names it and keeps what the server said last.
 */
import {
  ErrorCodes,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type MessageConnection,
  ResponseError,
  ShutdownRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { messageOf } from '../errors.ts';
import { connectionTo } from './connection.ts';
import { initializeParams, listen } from './listen.ts';
import type { Phase } from './phase.ts';
import { type Server, startServer } from './server.ts';

export interface SessionOptions {
  /** The workspace's folder. */
  readonly folder: string;
  /** The server and its arguments; it speaks over stdio. Or the path of a socket on which one listens. */
  readonly server: { readonly command: string; readonly args: readonly string[] } | { readonly socket: string };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** gopls's settings, as an editor would answer for the section "gopls". */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** How long each phase may take. The limit is ours: VS Code's client has none, and waits on. */
  readonly phaseMs: number;
  /** Ends the session after this phase, without an error (default: 'exit'). */
  readonly until?: Phase;
  /** Is awaited before the shutdown, while the server stands loaded; in the time of the phase 'exit'. */
  readonly loaded?: () => Promise<void>;
  /** Ends the session as stuck in the phase that it is in; the reason, a string, is its `why`. */
  readonly signal?: AbortSignal;
  /** Called with the pid of the server that was started. */
  readonly started?: (pid: number) => void;
  /** Called with each notification of the server, as it comes. */
  readonly heard?: (method: string, params: unknown) => void;
  /** Called once while the server still runs: in the phase where the session is stuck, or before it leaves (null). */
  readonly beforeEnd?: (stuck: Phase | null) => Promise<void>;
}

export interface SessionReport {
  /** Milliseconds that each finished phase took. */
  readonly phases: Readonly<Partial<Record<Phase, number>>>;
  /** The phase that it did not get out of; null when it got to its end. */
  readonly stuck: Phase | null;
  /** How it ended early: the deadline passed, the server closed the pipe or ended, or answered with an error. */
  readonly why: string | null;
  /** The last of what the server said, oldest first: log messages, progress, shown messages. */
  readonly said: readonly string[];
  /** Diagnostics that stood at the end: "go.mod: requires go >= 1.99". */
  readonly diagnostics: readonly string[];
  /** The last of the server's stderr. */
  readonly stderr: string;
  /** The server's exit status and signal, when it has ended by itself. */
  readonly exit: { readonly code: number | null; readonly signal: string | null } | null;
}

/** What is kept of what the server said: a report fits into what a history keeps of one output. */
const saidLimit = 24;
const textLimit = 240;
const shorten = (text: string) => (text.length > textLimit ? `${text.slice(0, textLimit)}…` : text);

class PhaseOver extends Error {}

/** Never rejects for what the server does or fails to do: that is the report. */
export async function openSession(options: SessionOptions): Promise<SessionReport> {
  const done: Partial<Record<Phase, number>> = {};
  const said: string[] = [];
  const diagnostics = new Map<string, readonly string[]>();
  const until = options.until ?? 'exit';
  const say = (text: string) => {
    said.push(shorten(text));
    if (said.length > saidLimit) said.shift();
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
    const client = connectionTo(server);
    connection = client;
    client.onError(([error]) => say(`protocol error: ${messageOf(error)}`));
    const view = milestone();
    const loaded = milestone();
    listen(client, options, say, diagnostics, view.reach, loaded.reach);
    client.listen();
    await phase('initialize', async () => {
      await client.sendRequest(InitializeRequest.type, initializeParams(options));
      await client.sendNotification(InitializedNotification.type, {});
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
    diagnostics: [...diagnostics.values()].flat().slice(0, saidLimit).map(shorten),
    stderr: server?.stderr() ?? '',
    exit,
  };
}

/** A point that is reached once. */
function milestone(): { readonly reached: Promise<void>; readonly reach: () => void } {
  let reach: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  return { reached, reach };
}

/** Rejects when the phase takes too long, the server goes away, or the caller gives up. */
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
    // The work may never settle: a timer that was left to it would keep the process alive after its report.
    const settle = (act: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', interrupted);
      act();
    };
    signal?.addEventListener('abort', interrupted, { once: true });
    // Between two phases nobody listened.
    if (signal?.aborted) return interrupted();
    // Leaving is what the last phase waits for.
    if (name !== 'exit') server?.gone.then(() => fail(`the server ended (${name}): ${server.ending()}`), reject);
    work(fail).then(
      (result) => settle(() => resolve(result)),
      (error: unknown) => {
        // It broke off before the end of the server was seen, which says why.
        const unheard = error instanceof ResponseError && error.code === ErrorCodes.MessageWriteError;
        if (!unheard || server === undefined || name === 'exit') settle(() => reject(error));
      },
    );
  });
}
