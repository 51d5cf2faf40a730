/** The session with misbehaving servers. The scenarios test the session with real gopls. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession, type SessionOptions } from '../../../src/lsp/session.ts';
import { isAlive } from '../../../src/process/is-alive.ts';
import { polite, speaking } from './a-server.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'session-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

function session(script: string, more: Partial<SessionOptions> = {}) {
  const server = { command: process.execPath, args: ['-e', script] };
  return openSession({ folder, server, env: process.env, phaseMs: 4000, ...more });
}

describe('a session', () => {
  test('completes with a correct server', async () => {
    const report = await session(speaking(polite.replace('EXIT', "if (m.method === 'exit') process.exit(0);")));
    expect(report).toMatchObject({ stuck: null, why: null, exit: { code: 0 } });
    expect(Object.keys(report.phases)).toEqual(['start', 'initialize', 'go env', 'go list', 'answer', 'exit']);
  });

  test('ends after the given phase', async () => {
    const report = await session(speaking(polite.replace('EXIT', '')), { until: 'initialize' });
    expect(report).toMatchObject({ stuck: null, why: null, exit: null });
    expect(Object.keys(report.phases)).toEqual(['start', 'initialize']);
  });
});

test('a server that closes stdin before it exits is reported by its exit, not by the broken pipe', async () => {
  const last = "console.error('not your socket'); process.exit(4)";
  const script = `setTimeout(() => { require('fs').closeSync(0); setTimeout(() => { ${last} }, 500); }, 300)`;
  // More than a pipe holds.
  const report = await session(script, { settings: { filler: 'x'.repeat(1 << 20) } });
  expect(report.stuck).toBe('initialize');
  expect(report.why).toMatch(/the server ended \(initialize\): exit 4, not your socket/);
});

const crashesInItsLoad = speaking(
  "(m) => { if (m.method === 'initialize') { send({ id: m.id, result: {} }); send({ method: 'window/logMessage', params: { type: 3, message: 'Created View (#1)' } }); setTimeout(() => { throw new Error('panic: nil map') }, 50); } }",
);

test.each([100, 300])('a crash is reported as such by a client that is busy for %i ms at a time', async (busyMs) => {
  const busy = setInterval(() => {
    const end = performance.now() + busyMs;
    while (performance.now() < end);
  }, 20);
  try {
    const report = await session(crashesInItsLoad);
    expect(report.stuck).toBe('go list');
    expect(report.why).toMatch(/the server ended \(go list\): exit 1,[\s\S]*panic: nil map/);
  } finally {
    clearInterval(busy);
  }
});

describe('a session reports the phase in which it is stuck, and why', () => {
  const cases: readonly [title: string, script: string, phase: string, why: RegExp][] = [
    ['a server that never answers', 'setInterval(() => {}, 1000)', 'initialize', /no answer within 4000 ms/],
    [
      'a server that exits at once',
      "console.error('disk full?'); process.exit(3)",
      'initialize',
      /exit 3, disk full\?/,
    ],
    ['a server that is killed', "process.kill(process.pid, 'SIGKILL')", 'initialize', /SIGKILL/],
    [
      'a server that answers with an error',
      speaking("(m) => send({ id: m.id, error: { code: -32603, message: 'no view' } })"),
      'initialize',
      /no view/,
    ],
    [
      'a server that closes its pipe and lives on',
      'require("fs").closeSync(1); setInterval(() => {}, 1000)',
      'initialize',
      /./,
    ],
    [
      'a server that crashes in the middle of its load',
      crashesInItsLoad,
      'go list',
      /the server ended \(go list\): exit 1,[\s\S]*panic: nil map/,
    ],
    [
      'a server that prints garbage after it answered',
      speaking(
        "(m) => { if (m.method === 'initialize') { send({ id: m.id, result: {} }); process.stdout.write('panic: nil map\\n\\n'); } }",
      ),
      'go env',
      /no answer|header/i,
    ],
    [
      'a server that makes no view',
      speaking("(m) => { if (m.method === 'initialize') send({ id: m.id, result: {} }) }"),
      'go env',
      /no answer/,
    ],
    [
      'a server that never ends its load',
      speaking(
        "(m) => { if (m.method === 'initialize') { send({ id: m.id, result: {} }); send({ method: 'window/logMessage', params: { type: 3, message: 'Created View (#1)' } }); } }",
      ),
      'go list',
      /no answer/,
    ],
    ['a server that does not go', speaking(polite.replace('EXIT', '')), 'exit', /no answer/],
  ];
  // Each phase has enough time for a node to start on a busy machine.
  test.concurrent.each(cases)('%s', async (_, script, phase, why) => {
    const report = await session(script);
    expect(report.stuck).toBe(phase);
    expect(report.why).toMatch(why);
  });

  test('a caller that aborted, at any time', async () => {
    const report = await session('setInterval(() => {}, 1000)', { signal: AbortSignal.abort('enough') });
    expect(report).toMatchObject({ stuck: 'start', why: 'enough (start)' });
  });

  test('a server that prints garbage', async () => {
    const report = await session("process.stdout.write('module download…\\n'.repeat(9)); setInterval(() => {}, 1000)", {
      phaseMs: 400,
    });
    expect(report.stuck).toBe('initialize');
  });

  test('a command that does not exist', async () => {
    const report = await openSession({
      folder,
      server: { command: join(folder, 'gopls'), args: [] },
      env: {},
      phaseMs: 400,
    });
    expect(report).toMatchObject({ stuck: 'start', why: expect.stringMatching(/ENOENT/) });
  });

  test('a socket without a listener, and one that is closed at once', async () => {
    const socket = join(folder, 'socket');
    const options = { folder, server: { socket }, env: {}, phaseMs: 400 };
    expect(await openSession(options)).toMatchObject({ stuck: 'start', why: expect.stringMatching(/ENOENT/) });
    const server = createServer((connection) => connection.destroy()).listen(socket);
    try {
      expect(await openSession(options)).toMatchObject({
        stuck: 'initialize',
        why: expect.stringMatching(/closed|EPIPE|ECONNRESET/),
      });
    } finally {
      server.close();
    }
  });
});

test('children of the server are ended with the session', async () => {
  const script = `const c = require('child_process').spawn('sleep', ['1000']); process.stderr.write('child ' + c.pid + ' '); setInterval(() => {}, 1000)`;
  const report = await session(script);
  const pid = Number(/child (\d+)/.exec(report.stderr)?.[1]);
  expect(pid).toBeGreaterThan(1);
  await expect.poll(() => isAlive(pid)).toBe(false);
});
