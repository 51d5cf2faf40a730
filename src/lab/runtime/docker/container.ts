/** One trial in one fresh container. */
import { type Duplex, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type Docker from 'dockerode';
import { EnvironmentError, messageOf } from '../../../errors.ts';
import type { Sandbox, SandboxNeeds } from '../runtime.ts';
import { asWhom, hostConfig, rootOf } from './container-options.ts';
import { remove, stop } from './leftovers.ts';
import { packFiles, unpackTexts } from './transfer.ts';

export async function openContainer(
  docker: Docker,
  image: string,
  labels: Readonly<Record<string, string>>,
  needs: SandboxNeeds,
  options: { readonly keep: boolean; readonly tell: (what: string) => void },
): Promise<Sandbox> {
  const root = rootOf(needs);
  const container = await docker.createContainer({
    Image: image,
    ...asWhom(
      needs,
      `${needs.root ? `mkdir ${root} && ` : ''}tar -xf - -C ${root} && exec bash ${root}/trial/driver.sh`,
    ),
    Env: ['GOROOT_BIN=/opt/go/bin:/opt/gopls', 'EMIT=1'],
    Labels: labels,
    OpenStdin: true,
    StdinOnce: true,
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    HostConfig: hostConfig(needs.capabilities),
  });
  return {
    run: async (files, limitMs, signal) => {
      const output = await exchange(container, files, limitMs, signal);
      const read = await unpackTexts(output.stdout);
      if (read.size === 0)
        throw new EnvironmentError(`the driver did not answer: ${output.stderr.trim() || 'it printed nothing'}`);
      return (name) => read.get(name);
    },
    [Symbol.asyncDispose]: async () => {
      if (!options.keep) return await remove(container);
      // Kept for its files, not to keep running.
      await stop(container);
      options.tell(`kept: container ${container.id.slice(0, 12)}`);
    },
  };
}

/** Sends the files, runs the driver and collects its output. */
async function exchange(
  container: Docker.Container,
  files: ReadonlyMap<string, Uint8Array>,
  limitMs: number,
  signal: AbortSignal,
): Promise<{ readonly stdout: Buffer; readonly stderr: string }> {
  signal.throwIfAborted();
  const stream = (await container.attach({
    stream: true,
    stdin: true,
    stdout: true,
    stderr: true,
    hijack: true,
  })) as Duplex;
  const stdout = gather();
  const stderr = gather();
  container.modem.demuxStream(stream, stdout.into, stderr.into);
  // A stream destroyed during a write emits two errors; the first is handled below.
  stream.on('error', () => undefined);
  await container.start();
  const timer = setTimeout(() => stream.destroy(new Error(`the driver did not end within ${limitMs} ms`)), limitMs);
  const interrupted = () => stream.destroy(new Error('interrupted'));
  // An abort during the container's start fires no further event.
  if (signal.aborted) interrupted();
  signal.addEventListener('abort', interrupted, { once: true });
  try {
    stream.end(await packFiles(files));
    await finished(stream, { writable: false });
  } catch (error) {
    throw new EnvironmentError(`the container was lost: ${messageOf(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', interrupted);
  }
  return { stdout: stdout.taken(), stderr: stderr.taken().toString('utf8') };
}

function gather(): { readonly into: Writable; readonly taken: () => Buffer } {
  const chunks: Buffer[] = [];
  const into = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return { into, taken: () => Buffer.concat(chunks) };
}
