/**
 * One session with gopls, as an editor has it: initialize, configuration, progress, diagnostics, a symbol, shutdown, exit. It
 * times each phase, and when one takes longer than it may, names it and keeps what the server said last.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { basename } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  ConfigurationRequest,
  createMessageConnection,
  ErrorCodes,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  LogMessageNotification,
  type MessageConnection,
  type ProgressToken,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ResponseError,
  ShowMessageNotification,
  ShowMessageRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkDoneProgressBegin,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  WorkspaceFoldersRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { messageOf } from '../errors.ts';
import { signalGroup } from '../process/signal-group.ts';
import type { Phase } from './phase.ts';

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
    const reader = new StreamMessageReader(server.output);
    // Its timer for the rest of a message starts itself again for ever, also when the server has gone and the connection is disposed.
    reader.partialMessageTimeout = 0;
    const client = createMessageConnection(reader, new StreamMessageWriter(server.input));
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

interface Server {
  readonly output: Readable;
  readonly input: Writable;
  /** Settles when the process has ended, or the socket is closed. */
  readonly gone: Promise<void>;
  readonly exit: () => SessionReport['exit'];
  readonly ending: () => string;
  readonly stderr: () => string;
  /** Ends what this session started; a server behind a socket goes on. */
  readonly end: () => Promise<void>;
}

async function startServer(options: SessionOptions): Promise<Server> {
  return 'socket' in options.server
    ? await openSocket(options.server.socket)
    : await startProcess(options, options.server);
}

function startProcess(
  options: SessionOptions,
  { command, args }: { command: string; args: readonly string[] },
): Promise<Server> {
  return new Promise((resolve, reject) => {
    // A process group of its own: what gopls starts is ended with it.
    const child = spawn(command, args, { cwd: options.folder, env: { ...options.env }, stdio: 'pipe', detached: true });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-2000);
    });
    // The pipe breaks when the server dies; its end says why.
    child.stdin.on('error', () => undefined);
    const gone = new Promise<void>((settle) => child.once('exit', () => settle()));
    child.once('error', reject);
    child.once('spawn', () => {
      if (child.pid !== undefined) options.started?.(child.pid);
      resolve({
        output: child.stdout,
        input: child.stdin,
        gone,
        exit: () => (hasEnded(child) ? { code: child.exitCode, signal: child.signalCode } : null),
        ending: () => `${child.signalCode ?? `exit ${child.exitCode}`}${stderr === '' ? '' : `, ${stderr.trim()}`}`,
        stderr: () => stderr,
        end: async () => {
          signalGroup(child.pid, 'SIGKILL');
          await gone;
          // A process that gopls left outside of its group may hold the other ends for ever; this one must not wait for it.
          for (const stream of child.stdio) stream?.destroy();
        },
      });
    });
  });
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function openSocket(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(path);
    socket.once('error', reject);
    socket.once('connect', () => {
      const gone = new Promise<void>((settle) => socket.once('close', () => settle()));
      resolve({
        output: socket,
        input: socket,
        gone,
        exit: () => null,
        ending: () => 'the socket was closed',
        stderr: () => '',
        end: async () => {
          socket.destroy();
          await gone;
        },
      });
    });
  });
}

function initializeParams({ folder, settings }: SessionOptions): InitializeParams {
  const uri = pathToFileURL(folder).href;
  return {
    processId: process.pid,
    clientInfo: { name: 'unlatch' },
    rootUri: uri,
    workspaceFolders: [{ uri, name: basename(folder) }],
    capabilities: {
      window: { workDoneProgress: true, showMessage: {} },
      workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { publishDiagnostics: {}, hover: { contentFormat: ['plaintext'] } },
    },
    initializationOptions: { ...settings },
  };
}

interface Progress {
  readonly token: ProgressToken;
  readonly value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;
}

/**
 * Answers what gopls asks, and watches for the two things that it only tells: that it made a view (a log message,
 * "Created View"), and that the first load is over (the end of its progress "Setting up workspace").
 */
function listen(
  connection: MessageConnection,
  options: SessionOptions,
  say: (text: string) => void,
  diagnostics: Map<string, readonly string[]>,
  viewCreated: () => void,
  loaded: () => void,
): void {
  const loads = new Set<ProgressToken>();
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => ({ ...options.settings })));
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onRequest(ShowMessageRequest.type, (params) => {
    options.heard?.(ShowMessageRequest.method, params);
    return null;
  });
  connection.onRequest(WorkspaceFoldersRequest.type, () => null);
  connection.onNotification('$/progress', ({ token, value }: Progress) => {
    options.heard?.('$/progress', { token, value });
    const title = value.kind === 'begin' ? value.title : undefined;
    say(`progress ${value.kind}: ${[title, value.message].filter((text) => text !== undefined).join(': ')}`);
    if (title === 'Setting up workspace') loads.add(token);
    if (value.kind === 'end' && loads.has(token)) {
      // A view that could not be made ends the load as well.
      viewCreated();
      loaded();
    }
  });
  connection.onNotification(LogMessageNotification.type, (params) => {
    const { message } = params;
    options.heard?.(LogMessageNotification.method, params);
    say(message.trim());
    // Until v0.16 it said "go info for" instead.
    if (/Created View|^.{0,30}go info for /.test(message)) viewCreated();
  });
  connection.onNotification(ShowMessageNotification.type, (params) => {
    options.heard?.(ShowMessageNotification.method, params);
    say(`shown: ${params.message}`);
  });
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    const { uri, diagnostics: own } = params;
    options.heard?.(PublishDiagnosticsNotification.method, params);
    diagnostics.set(
      uri,
      own.map(({ message }) => `${basename(uri)}: ${message}`),
    );
  });
}
