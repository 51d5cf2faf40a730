/**
 * One session with gopls that only tells what it thinks of settings: no folder is opened, so that no go command runs and nothing is
 * loaded. gopls asks for its settings again whenever they are said to have changed, and shows a message for those that it refuses.
 */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import {
  ConfigurationRequest,
  createMessageConnection,
  DidChangeConfigurationNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgressCreateRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { EnvironmentError, messageOf } from '../errors.ts';
import { signalGroup } from '../process/signal-group.ts';
import { startChild } from '../process/start-child.ts';

export interface SettingsSession extends AsyncDisposable {
  /**
   * What gopls shows when it is handed these settings together, oldest first.
   * @throws EnvironmentError when it does not answer, or ends.
   * @throws the reason of the signal.
   */
  readonly show: (settings: Readonly<Record<string, unknown>>) => Promise<readonly string[]>;
}

export interface SettingsServer {
  readonly command: string;
  /** Where it is started. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How long it may take for each answer. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/** @throws EnvironmentError when gopls does not start, or does not answer `initialize`. */
export async function openSettingsSession(server: SettingsServer): Promise<SettingsSession> {
  const { command, folder, env, limitMs, signal } = server;
  signal.throwIfAborted();
  const child = startChild(command, [], {
    cwd: folder,
    env: { ...env },
    stdio: 'pipe',
    detached: true,
  }) as ChildProcessWithoutNullStreams;
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-400);
  });
  // A server that ends while it is written to is told of by its end.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<never>((_, reject) => {
    child.once('error', (error) => reject(new EnvironmentError(`${command} does not start`, { cause: error })));
    child.once('close', (code, signal) =>
      reject(new EnvironmentError(`${command} ended when it was asked (${signal ?? `exit ${code}`}) ${stderr.trim()}`)),
    );
  });
  // Whoever waits for an answer hears of it; where nobody does, it is the end that was wanted.
  ended.catch(() => undefined);

  const reader = new StreamMessageReader(child.stdout);
  // As in session.ts: its timer would outlive the connection.
  reader.partialMessageTimeout = 0;
  const connection = createMessageConnection(reader, new StreamMessageWriter(child.stdin));
  let answer: Readonly<Record<string, unknown>> = {};
  let shown: string[] = [];
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => answer));
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
  connection.onNotification(ShowMessageNotification.type, ({ message }) => {
    shown.push(message);
  });
  connection.listen();

  const within = async <T>(work: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    let interrupted: () => void = () => undefined;
    const late = new Promise<never>((_, reject) => {
      const error = new EnvironmentError(`${command} did not answer within ${limitMs} ms`);
      timer = setTimeout(() => reject(error), limitMs);
      interrupted = () => reject(signal.reason);
      signal.addEventListener('abort', interrupted);
    });
    try {
      return await Promise.race([work, ended, late]);
    } catch (error) {
      if (error instanceof EnvironmentError || signal.aborted) throw error;
      throw new EnvironmentError(`${command} does not answer as gopls does: ${messageOf(error)}`, { cause: error });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupted);
    }
  };
  const end = async () => {
    connection.dispose();
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      // With the helper that gopls starts beside itself.
      signalGroup(child.pid, 'SIGKILL');
      await gone;
    }
    for (const stream of child.stdio) stream?.destroy();
  };

  try {
    await within(
      connection.sendRequest(InitializeRequest.type, {
        processId: process.pid,
        clientInfo: { name: 'unlatch' },
        rootUri: null,
        workspaceFolders: null,
        capabilities: { workspace: { configuration: true }, window: { showMessage: {} } },
        initializationOptions: {},
      }),
    );
    await within(connection.sendNotification(InitializedNotification.type, {}));
  } catch (error) {
    await end();
    throw error;
  }
  return {
    show: async (settings) => {
      answer = settings;
      shown = [];
      await within(connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null }));
      // gopls takes one message after the other: this one is answered when the settings have been looked at.
      await within(connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'unlatch' }));
      return shown;
    },
    [Symbol.asyncDispose]: async () => {
      try {
        await within(connection.sendRequest(ShutdownRequest.type));
        await connection.sendNotification(ExitNotification.type);
      } catch (error) {
        // How it ends is of no interest any more.
        if (!(error instanceof EnvironmentError) && !signal.aborted) throw error;
      }
      await end();
    },
  };
}
