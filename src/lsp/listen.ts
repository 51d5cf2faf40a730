/** The session's client: its initialize parameters and its answers. */
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ConfigurationRequest,
  type InitializeParams,
  LogMessageNotification,
  type MessageConnection,
  type ProgressToken,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  ShowMessageRequest,
  type WorkDoneProgressBegin,
  WorkDoneProgressCreateRequest,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  WorkspaceFoldersRequest,
} from 'vscode-languageserver-protocol/node';

interface ClientOptions {
  readonly folder: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly heard?: (method: string, params: unknown) => void;
}

export function initializeParams({ folder, settings }: ClientOptions): InitializeParams {
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
 * Answers gopls's requests and watches for two notifications: that it created a view (the log message
 * "Created View"), and that the first load is over (the end of the progress "Setting up workspace").
 */
export function listen(
  connection: MessageConnection,
  options: ClientOptions,
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
      // A view that could not be created ends the load too.
      viewCreated();
      loaded();
    }
  });
  connection.onNotification(LogMessageNotification.type, (params) => {
    const { message } = params;
    options.heard?.(LogMessageNotification.method, params);
    say(message.trim());
    // Up to v0.16 the message is "go info for".
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
