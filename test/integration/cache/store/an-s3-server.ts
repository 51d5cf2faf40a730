/** A real server of S3 on loopback, over a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aVersitygw } from '../../../e2e/tools/a-go-tool.ts';

export interface Credentials {
  readonly access: string;
  readonly secret: string;
}

export interface AnS3Server extends AsyncDisposable {
  readonly endpoint: string;
  readonly bucket: string;
  readonly root: Credentials;
  /** What a client of the root user has in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** The folder of the bucket. */
  readonly folder: string;
  readonly pid: () => number;
  readonly stop: (signal: NodeJS.Signals) => Promise<void>;
  readonly start: () => Promise<void>;
  /** A user without rights but those that a policy of the bucket gives. */
  readonly addUser: (access: string) => Promise<Credentials>;
}

const root: Credentials = { access: 'root-of-the-test', secret: 'a-secret-of-the-test' };

/** @param data where it keeps the buckets; by default a folder of its own. */
export async function anS3Server(data?: string): Promise<AnS3Server> {
  const program = await aVersitygw();
  const own = await mkdtemp(join(tmpdir(), 's3-'));
  const folder = data ?? join(own, 'data');
  const bucket = 'caches';
  await mkdir(join(folder, bucket), { recursive: true });
  await mkdir(join(own, 'iam'));
  const port = await aFreePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const env = {
    ...credentials(root),
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  let child: ChildProcess | null = null;

  const start = async () => {
    const started = spawn(
      program,
      [
        ...['--port', `127.0.0.1:${port}`, '--access', root.access, '--secret', root.secret],
        ...['--iam-dir', join(own, 'iam'), '--quiet', 'posix', folder],
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    child = started;
    // Its banner comes when it listens.
    await new Promise<void>((resolve, reject) => {
      started.stdout?.once('data', () => resolve());
      started.once('exit', (code) => reject(new Error(`versitygw ended with ${code}`)));
    });
    started.stdout?.resume();
    while (!(await answers(endpoint))) await new Promise(setImmediate);
  };
  const stop = async (signal: NodeJS.Signals) => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  await start();
  return {
    endpoint,
    bucket,
    root,
    env,
    folder: join(folder, bucket),
    pid: () => child?.pid ?? Number.NaN,
    stop,
    start,
    addUser: async (access) => {
      const secret = `${access}-secret`;
      const args = ['admin', '--endpoint-url', endpoint, '--access', root.access, '--secret', root.secret];
      const made = spawn(program, [...args, 'create-user', '--access', access, '--secret', secret, '--role', 'user'], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      for (const stream of [made.stdout, made.stderr]) stream.on('data', (text) => (said += String(text)));
      const [code] = (await once(made, 'close')) as [number | null];
      if (code !== 0) throw new Error(`versitygw admin create-user: ${said}`);
      return { access, secret };
    },
    [Symbol.asyncDispose]: async () => {
      await stop('SIGKILL');
      await rm(own, { recursive: true, force: true });
    },
  };
}

export function credentials({ access, secret }: Credentials): Readonly<Record<string, string>> {
  return { AWS_ACCESS_KEY_ID: access, AWS_SECRET_ACCESS_KEY: secret };
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    await (await fetch(endpoint)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}
