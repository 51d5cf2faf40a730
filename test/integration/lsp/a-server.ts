/** Language servers of a few lines of node, which speak the protocol up to a point. */

/** Reads requests and answers each by `answer(message)`, which returns messages to send. */
export const speaking = (answer: string) => `
let rest = Buffer.alloc(0);
const send = (m) => { const b = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...m })); process.stdout.write('Content-Length: ' + b.length + '\\r\\n\\r\\n' + b); };
const answer = ${answer};
process.stdin.on('data', (d) => {
  rest = Buffer.concat([rest, d]);
  for (;;) {
    const m = /^Content-Length: (\\d+)\\r\\n\\r\\n/.exec(rest.toString('latin1'));
    if (!m || rest.length < m[0].length + Number(m[1])) return;
    const body = JSON.parse(rest.subarray(m[0].length, m[0].length + Number(m[1])));
    rest = rest.subarray(m[0].length + Number(m[1]));
    answer(body);
  }
});`;

/** A server that gets as far as a loaded workspace. */
export const polite = `(m) => {
  if (m.method === 'initialized') {
    send({ method: '$/progress', params: { token: 1, value: { kind: 'begin', title: 'Setting up workspace', message: 'Loading packages...' } } });
    send({ method: 'window/logMessage', params: { type: 3, message: 'Created View (#1)' } });
    send({ method: '$/progress', params: { token: 1, value: { kind: 'end', message: 'Finished loading packages.' } } });
  }
  if (m.id !== undefined && m.method) send({ id: m.id, result: m.method === 'initialize' ? { capabilities: {} } : null });
  EXIT
}`;
