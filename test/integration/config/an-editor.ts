/**
 * What gopls shows to an editor that starts it on a folder and sends a settings file like vscode-go: all at once, at
 * `initialize` and again on gopls's request. It shares no code with what it checks.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { parse } from 'jsonc-parser';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

type Settings = Readonly<Record<string, unknown>>;

/** golang/vscode-go, extension/src/language/goLanguageServer.ts: adjustGoplsWorkspaceConfiguration. */
export function asVscodeGo(text: string): Settings {
  const file = parse(text, [], { allowTrailingComma: true }) as Settings | undefined;
  const gopls: Record<string, unknown> = {};
  const hints: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(file ?? {})) {
    if (key === 'gopls') Object.assign(gopls, value);
    const [first, ...path] = key.split('.');
    if (first === 'gopls' && path.length > 0) {
      let at = gopls;
      for (const name of path.slice(0, -1)) {
        at[name] ??= {};
        at = at[name] as Record<string, unknown>;
      }
      at[path.at(-1) ?? ''] = value;
    }
    if (first === 'go' && path[0] === 'inlayHints') hints[path[1] ?? ''] = value;
    if (key === 'go.diagnostic.vulncheck') gopls['ui.vulncheck'] = value;
  }
  if (Object.keys(hints).length > 0) gopls['ui.inlayhint.hints'] = hints;
  return gopls;
}

/** The texts that gopls shows, each once. */
export async function shownByGopls(
  gopls: string,
  settings: Settings,
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const child = spawn(gopls, [], { cwd: folder, env, stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const shown = new Set<string>();
  let loaded: () => void = () => undefined;
  const isLoaded = new Promise<void>((resolve) => {
    loaded = resolve;
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
    items.map(() => settings),
  );
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('client/registerCapability', () => null);
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    shown.add(message);
  });
  connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
    if (value.kind === 'end') loaded();
  });
  connection.listen();
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'folder' }],
    capabilities: { window: { workDoneProgress: true }, workspace: { configuration: true, workspaceFolders: true } },
    initializationOptions: settings,
  });
  await connection.sendNotification('initialized', {});
  await isLoaded;
  await connection.sendRequest('shutdown');
  const exit = once(child, 'exit');
  await connection.sendNotification('exit');
  await exit;
  connection.dispose();
  return [...shown];
}
