/**
 * A session with gopls that only validates settings. It opens no folder, so no go command runs and
 * nothing loads. gopls requests its settings again after each change notification and shows a message
 * for those it refuses.
 */
import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  WorkDoneProgressCreateRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { EnvironmentError, messageOf } from '../errors.ts';
import { connectionTo, isOfConnection } from './connection.ts';
import { startServer } from './server.ts';

export interface SettingsSession extends AsyncDisposable {
  /**
   * The messages that gopls shows for these settings, oldest first.
   * @throws EnvironmentError if it does not answer, or exits.
   * @throws the reason of the signal.
   */
  readonly show: (settings: Readonly<Record<string, unknown>>) => Promise<readonly string[]>;
}

export interface SettingsServer {
  readonly command: string;
  /** Its working directory. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Time limit of each answer. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/** @throws EnvironmentError if gopls does not start or does not answer `initialize`. */
export async function openSettingsSession(options: SettingsServer): Promise<SettingsSession> {
  const { command, folder, env, limitMs, signal } = options;
  signal.throwIfAborted();
  const server = await startServer({ folder, server: { command, args: [] }, env }).catch((error: unknown) => {
    throw new EnvironmentError(`${command} does not start`, { cause: error });
  });
  const { connection, gone } = connectionTo(server);
  const ended = gone.then(() => {
    throw new EnvironmentError(`${command} exited instead of answering (${server.ending()})`);
  });
  // Pending requests see the rejection through within(); without one the exit was intended.
  ended.catch(() => undefined);
  let answer: Readonly<Record<string, unknown>> = {};
  let shown: string[] = [];
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => answer));
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
  connection.onNotification(ShowMessageNotification.type, ({ message }) => {
    shown.push(message);
  });
  connection.listen();

  const within = async <T>(work: () => Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    let interrupted: () => void = () => undefined;
    const late = new Promise<never>((_, reject) => {
      const error = new EnvironmentError(`${command} did not answer within ${limitMs} ms`);
      timer = setTimeout(() => reject(error), limitMs);
      interrupted = () => reject(signal.reason);
      signal.addEventListener('abort', interrupted);
    });
    try {
      return await Promise.race([work(), ended, late]);
    } catch (error) {
      if (error instanceof EnvironmentError || signal.aborted) throw error;
      if (isOfConnection(error)) return await Promise.race([ended, late]);
      throw new EnvironmentError(`${command} does not answer as gopls does: ${messageOf(error)}`, { cause: error });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupted);
    }
  };
  const end = async () => {
    connection.dispose();
    await server.end();
  };

  try {
    await within(() =>
      connection.sendRequest(InitializeRequest.type, {
        processId: process.pid,
        clientInfo: { name: 'unlatch' },
        rootUri: null,
        workspaceFolders: null,
        capabilities: { workspace: { configuration: true }, window: { showMessage: {} } },
        initializationOptions: {},
      }),
    );
    await within(() => connection.sendNotification(InitializedNotification.type, {}));
  } catch (error) {
    await end();
    throw error;
  }
  return {
    show: async (settings) => {
      answer = settings;
      shown = [];
      await within(() => connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null }));
      // gopls handles messages in order: its answer to this request means it has checked the settings.
      await within(() => connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'unlatch' }));
      return shown;
    },
    [Symbol.asyncDispose]: async () => {
      try {
        await within(() => connection.sendRequest(ShutdownRequest.type));
        await within(() => connection.sendNotification(ExitNotification.type));
      } catch (error) {
        // How it ends no longer matters.
        if (!(error instanceof EnvironmentError) && !signal.aborted) throw error;
      }
      await end();
    },
  };
}
