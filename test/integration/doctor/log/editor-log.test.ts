/** VS Code's log of a real gopls: the lines of vscode-jsonrpc, on which VS Code's client is based, with that client's prefixes. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import {
  ConfigurationRequest,
  createMessageConnection,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  Trace,
  WorkDoneProgressCreateRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { matrixVersions } from '../../../../src/cli/matrix-versions.ts';
import { readEditorLog } from '../../../../src/doctor/log/editor-log.ts';
import { provisionGo } from '../../../../src/go/provision/provision-go.ts';
import { provisionGopls } from '../../../../src/go/provision/provision-gopls.ts';
import { aPlace, type Place } from '../a-snapshot.ts';

/** VS Code's log after a request for a symbol and the exit of gopls. */
async function outputOf(place: Place, trace: Trace): Promise<string> {
  const context = { env: process.env };
  const newest = matrixVersions().gopls.at(-1);
  if (newest === undefined) throw new Error('docker/versions.json pins no gopls for this machine');
  const go = await provisionGo(newest.go, context);
  const gopls = await provisionGopls(newest.gopls, context);
  const cwd = join(place.root, 'work');
  const env = { ...place.env, PATH: `${go.goroot}/bin:/usr/bin:/bin` };
  const server = spawn(gopls.path, [], { cwd, env, stdio: ['pipe', 'pipe', 'ignore'] });
  const gone = new Promise((resolve) => server.once('exit', resolve));
  const lines: string[] = [];
  const time = () => new Date().toLocaleTimeString('en-US');
  const client = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const log = (text: string, data?: string) => {
    lines.push(`[Trace - ${time()}] ${text}`, ...(data === undefined ? [] : [data]));
  };
  await client.trace(trace, { log });
  client.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => ({})));
  client.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
  client.onNotification(LogMessageNotification.type, ({ message }) => {
    lines.push(`[Info  - ${time()}] ${message}`);
  });
  const loaded = new Promise<void>((resolve) => {
    client.onNotification('$/progress', ({ value }: { readonly value: { readonly kind: string } }) => {
      if (value.kind === 'end') resolve();
    });
  });
  client.listen();
  const uri = pathToFileURL(cwd).href;
  await client.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'work' }],
    capabilities: { window: { workDoneProgress: true }, workspace: { configuration: true } },
  });
  await client.sendNotification(InitializedNotification.type, {});
  await loaded;
  await client.sendRequest(WorkspaceSymbolRequest.type, { query: 'M' });
  await client.sendRequest(ShutdownRequest.type);
  await client.sendNotification(ExitNotification.type);
  await gone;
  client.dispose();
  return lines.join('\n');
}

test.each([
  ['over many lines', Trace.Verbose],
  ['on one line', Trace.Compact],
])('the output of VS Code shows how far gopls came, with its JSON %s', async (_, trace) => {
  await using place = await aPlace();
  await place.write('work/m.go', 'package m\n\nfunc M() {}\n');
  const text = await outputOf(place, trace);
  const time = '\\d{1,2}:\\d{2}:\\d{2} [AP]M';
  const read = (log: string) => readEditorLog(log)?.log;
  expect(read(text)).toMatchObject({
    starts: 1,
    timeline: ['initialize', 'initialize answered', 'view created', 'packages loaded'].map((what) =>
      expect.stringMatching(new RegExp(`^${time} ${what}$`)),
    ),
    stuck: null,
    unanswered: [],
  });
  // It stopped before the end of the load, and before an answer.
  const [cut = ''] = text.split(/^(?=.*Received notification '\$\/progress'[^[]*"kind": ?"end")/m);
  expect(read(cut)).toMatchObject({ starts: 1, stuck: 'go list' });
  const [asked = ''] = text.split(/^(?=.*Received response 'workspace\/symbol)/m);
  expect(read(asked)?.unanswered).toEqual([expect.stringMatching(new RegExp(`^workspace/symbol \\(1\\), ${time}$`))]);
});
