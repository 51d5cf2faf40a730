/**
 * node bare-client.cjs GOPLS FOLDER: a minimal client of gopls. It sends all messages of a session of
 * src/lsp/session.ts at once, answers gopls's requests, and exits 0 once gopls has answered everything, loaded the
 * packages and exited. Only the message exit waits, since gopls would exit before it answers shutdown.
 */
const { spawn } = require('node:child_process');
const { basename } = require('node:path');
const { pathToFileURL } = require('node:url');

const [command, folder] = process.argv.slice(2);
const uri = pathToFileURL(folder).href;
const frame = (message) => {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};
const initialize = {
  processId: process.pid,
  clientInfo: { name: 'unlatch' },
  rootUri: uri,
  workspaceFolders: [{ uri, name: basename(folder) }],
  capabilities: {
    window: { workDoneProgress: true, showMessage: {} },
    workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true } },
    textDocument: { publishDiagnostics: {}, hover: { contentFormat: ['plaintext'] } },
  },
  initializationOptions: {},
};

const server = spawn(command, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
const send = (...messages) => server.stdin.write(messages.map(frame).join(''));
send(
  { id: 1, method: 'initialize', params: initialize },
  { method: 'initialized', params: {} },
  { id: 2, method: 'workspace/symbol', params: { query: 'main' } },
  { id: 3, method: 'shutdown' },
);
let rest = Buffer.alloc(0);
let answers = 0;
let loaded = false;
server.stdout.on('data', (data) => {
  rest = Buffer.concat([rest, data]);
  for (;;) {
    const head = rest.indexOf('\r\n\r\n');
    if (head === -1) return;
    const length = Number(/Content-Length: (\d+)/.exec(rest.toString('latin1', 0, head))[1]);
    if (rest.length < head + 4 + length) return;
    const { id, method, params, result } = JSON.parse(rest.toString('utf8', head + 4, head + 4 + length));
    rest = rest.subarray(head + 4 + length);
    if (method !== undefined && id !== undefined) {
      send({ id, result: method === 'workspace/configuration' ? params.items.map(() => ({})) : null });
    }
    if (method === undefined && result !== undefined) answers += 1;
    if (method === undefined && id === 3) send({ method: 'exit' });
    if (method === '$/progress' && /^Finished loading/.test(params.value.message ?? '')) loaded = true;
  }
});
server.on('exit', (code) => {
  process.exitCode = answers === 3 && loaded && code === 0 ? 0 : 1;
});
