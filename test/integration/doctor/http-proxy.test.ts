/** Real go commands behind company proxies that never answer, in each spelling of the setting. */
import { type ChildProcess, spawn } from 'node:child_process';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptEnvironment } from '../../../src/doctor/facts/go/environment.ts';
import { diagnose } from '../../../src/doctor/judge/diagnose.ts';
import { stepText } from '../../../src/doctor/remedy/remedy.ts';
import { aPlace } from './a-snapshot.ts';

/** A server that accepts connections and stays silent. */
async function aSilentProxy(): Promise<{ readonly port: number } & Disposable> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  return {
    port,
    [Symbol.dispose]: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** A stopped process with a full accept queue: the kernel drops each further SYN. */
async function aDeafProxy(): Promise<{ readonly port: number } & Disposable> {
  const lines =
    "const s=require('net').createServer().listen({port:0,host:'127.0.0.1',backlog:1},()=>{console.log(s.address().port);process.kill(process.pid,'SIGSTOP')})";
  const child = spawn(process.execPath, ['-e', lines], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = Number(await new Promise((resolve) => child.stdout.once('data', (text) => resolve(`${text}`.trim()))));
  // The kernel accepts one more than the backlog, and no more.
  const sockets = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await Promise.all(sockets.slice(0, 2).map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
  return {
    port,
    [Symbol.dispose]: () => {
      for (const socket of sockets) socket.destroy();
      child.kill('SIGKILL');
    },
  };
}

test('stalled-http-proxy: silent, SOCKS and unresponsive, each named with its variable and its time', async () => {
  await using place = await aPlace();
  using silent = await aSilentProxy();
  using deaf = await aDeafProxy();
  await place.write('work/go.mod', 'module example.com/m\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n');
  const proxies = {
    https_proxy: `me:s3cr@t@127.0.0.1:${silent.port}`,
    HTTPS_PROXY: `socks5://me:s3cret@127.0.0.1:${silent.port}`,
    HTTP_PROXY: `http://127.0.0.1:${deaf.port}`,
  };
  const children = Object.entries(proxies).map(([name, value]): ChildProcess => {
    const scheme = name === 'HTTP_PROXY' ? 'http' : 'https';
    const own = {
      GOMODCACHE: join(place.root, name),
      GOPROXY: `${scheme}://modules.invalid`,
      NO_PROXY: 'else.invalid',
    };
    const env = { ...place.env, GOSUMDB: 'off', ...own, [name]: value };
    return spawn('go', ['mod', 'download'], { cwd: join(place.root, 'work'), env, stdio: 'ignore' });
  });
  try {
    let snapshot = await place.look();
    const found = () =>
      children.map(({ pid }) => diagnose(snapshot).findings.find(({ pids }) => pids.includes(pid ?? 0)));
    while (found().some((finding) => finding?.severity !== 'error')) snapshot = await place.look();
    for (const [index, name] of Object.keys(proxies).entries()) {
      const finding = found()[index];
      expect(finding?.id).toBe('stalled-http-proxy');
      expect(finding?.evidence.join('\n')).toMatch(new RegExp(`^${name}=.*\\nNO_PROXY=else.invalid`, 'm'));
      const steps = finding?.remedy.map(stepText).join('\n') ?? '';
      expect(steps).toMatch(new RegExp(`^unset ${name}\\b`, 'm'));
      expect(steps).toContain('exempt modules.invalid with NO_PROXY');
    }
    expect(found()[2]?.summary).toContain('has not accepted the connection');
    // Not the time since boot.
    const [syn] = snapshot.processes.find(({ pid }) => pid === children[2]?.pid)?.connections ?? [];
    const ageMs = snapshot.processes.find(({ pid }) => pid === children[2]?.pid)?.ageMs ?? 0;
    expect(syn?.state).toBe('SYN_SENT');
    expect(syn?.sentMs).toBeGreaterThanOrEqual(10_000);
    expect(syn?.sentMs).toBeLessThanOrEqual(ageMs + snapshot.windowMs + 5000);
    expect(JSON.stringify(snapshot)).not.toMatch(/s3cr|@t@|t@127/);
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
}, 180_000);

test('the password of a proxy is masked, with or without a scheme, for any characters', () => {
  const kept = keptEnvironment({
    HTTPS_PROXY: 'me:p@ss/w@proxy.example:3128',
    http_proxy: 'socks5h://me:p@proxy.example',
    NO_PROXY: 'a.example,b.example',
  });
  expect(kept).toEqual({
    HTTPS_PROXY: '***@proxy.example:3128',
    http_proxy: 'socks5h://***@proxy.example',
    NO_PROXY: 'a.example,b.example',
  });
});
