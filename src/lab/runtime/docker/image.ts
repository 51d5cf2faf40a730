/**
 * The images of the lab: docker/Dockerfile, and one layer per toolchain on top. A tag appears only on a
 * complete image, so a later run never trusts a killed build. Changes of root below /opt stay in one
 * container. Nothing of this machine is mounted, so the engine may be remote.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import type Docker from 'dockerode';
import type { ImageBuildOptions } from 'dockerode';
import tarFs from 'tar-fs';
import { type Pack, pack } from 'tar-stream';
import { EnvironmentError, messageOf } from '../../../errors.ts';
import { packageRoot } from '../../../package-root.ts';
import type { Toolchain } from '../runtime.ts';
import { assembleBase } from './assemble-base.ts';

/** The label on everything that unlatch creates in an engine; cleanup uses it. */
export const label = 'dev.unlatch';
const base = 'debian:bookworm-slim';

/** Reports what is being built, and with `detail` its progress. */
export type Tell = (what: string, detail?: string) => void;

/** Builds the lab image if it is missing and returns its tag. */
export async function labImage(docker: Docker, tell: Tell, signal: AbortSignal): Promise<string> {
  const recipe = await Promise.all(
    ['Dockerfile', 'base.sh'].map((name) => readFile(join(packageRoot(), 'docker', name))),
  );
  const hash = createHash('sha256').update(Buffer.concat(recipe)).digest('hex').slice(0, 12);
  const tag = `unlatch-lab:${hash}`;
  if (await exists(docker, tag)) return tag;
  const from = await baseImage(docker, hash, tell, signal);
  const what = 'the lab image';
  tell(what);
  const context = pack();
  context.entry({ name: 'Dockerfile' }, recipe[0] ?? '');
  context.finalize();
  await build(docker, context, tag, signal, (detail) => tell(what, detail), {
    buildargs: { BASE: from },
    target: 'lab',
  });
  return tag;
}

/** The lab image with a toolchain at /opt/go, and gopls at /opt/gopls. */
export async function toolchainImage(
  docker: Docker,
  lab: string,
  toolchain: Toolchain,
  tell: Tell,
  signal: AbortSignal,
): Promise<string> {
  const { go, gopls } = toolchain;
  const parent = gopls === null ? lab : await toolchainImage(docker, lab, { go, gopls: null }, tell, signal);
  const version = gopls === null ? go.version : `${go.version}-gopls${gopls.version}`;
  const tag = `unlatch-go:${version}-${lab.split(':')[1]}`;
  if (await exists(docker, tag)) return tag;
  const name = gopls === null ? 'go' : 'gopls';
  const what = `the image with ${gopls === null ? `Go ${go.version}` : `gopls ${gopls.version}`}`;
  tell(what);
  const context = pack();
  context.entry({ name: 'Dockerfile' }, `FROM ${parent}\nCOPY ${name} /opt/${name}\n`);
  tarFs.pack(gopls === null ? go.goroot : dirname(gopls.path), {
    pack: context,
    // Leaves out what the go command does not read: half the files.
    ignore: (path) =>
      /\/(api|doc|misc|test|testdata)$/.test(path.slice(go.goroot.length)) && path.startsWith(go.goroot),
    map: (header) => ({ ...header, name: join(name, header.name), uid: 0, gid: 0 }),
  });
  await build(docker, context, tag, signal, (detail) => tell(what, detail));
  return tag;
}

async function exists(docker: Docker, tag: string): Promise<boolean> {
  try {
    await docker.getImage(tag).inspect();
    return true;
  } catch (error) {
    if (httpStatusOf(error) === 404) return false;
    throw error;
  }
}

/** The HTTP status of the engine's refusal. */
export function httpStatusOf(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/** An existing base image, else one from a registry, else one assembled from Debian packages. */
async function baseImage(docker: Docker, hash: string, tell: Tell, signal: AbortSignal): Promise<string> {
  const assembled = `unlatch-base:${hash}`;
  for (const tag of [base, assembled]) if (await exists(docker, tag)) return tag;
  tell(`the image ${base}`);
  let refusal: unknown;
  try {
    await finished(
      docker,
      await docker.pull(base),
      signal,
      pullSteps((detail) => tell(`the image ${base}`, detail)),
    );
    return base;
  } catch (error) {
    signal.throwIfAborted();
    refusal = error;
  }
  const what = 'the base image, assembled from Debian packages';
  tell(what);
  try {
    await using tar = await assembleBase((line) => tell(what, `mmdebstrap: ${line}`), signal);
    const sent = tar.stream.pipe(counted((bytes) => tell(what, `${bytes} imported`)));
    const imported = await docker.importImage(sent, { abortSignal: signal });
    const id = await importedId(docker, imported, signal);
    // The engine imports a truncated tar, too.
    if (!(await tar.isWhole())) {
      await docker.getImage(id).remove();
      throw new EnvironmentError(tar.failure());
    }
    await docker.getImage(id).tag({ repo: 'unlatch-base', tag: hash });
    return assembled;
  } catch (error) {
    signal.throwIfAborted();
    throw new EnvironmentError(
      `no base image: ${base} cannot be pulled (${messageOf(refusal)}), and docker/base.sh failed (${messageOf(error)}); ` +
        'give the engine access to a registry, or install mmdebstrap',
      { cause: error },
    );
  }
}

async function importedId(docker: Docker, stream: NodeJS.ReadableStream, signal: AbortSignal): Promise<string> {
  const events = await finished(docker, stream, signal);
  const id = events.map((event) => event.status).find((status) => status?.startsWith('sha256:') === true);
  if (id === undefined) throw new EnvironmentError('the Docker engine returned no image id after the import');
  return id;
}

async function build(
  docker: Docker,
  context: Pack,
  tag: string,
  signal: AbortSignal,
  tell: (detail: string) => void,
  more: Pick<ImageBuildOptions, 'buildargs' | 'target'> = {},
) {
  const sent = counted((bytes) => tell(`${bytes} sent to the engine`));
  try {
    const options = { t: tag, ...more, labels: { [label]: 'image' }, forcerm: true, abortSignal: signal };
    const stream = await docker.buildImage(context.pipe(sent), options);
    await finished(docker, stream, signal, ({ stream: line = '' }) => {
      // Skips the image ids between the steps.
      if (/^(?! --->|Removing intermediate)\s*\S/.test(line)) tell(line.trim());
    });
  } catch (error) {
    signal.throwIfAborted();
    throw new EnvironmentError(`the image ${tag} could not be built`, { cause: error });
  }
}

interface EngineEvent {
  readonly status?: string;
  /** The layer being pulled. */
  readonly id?: string;
  readonly progressDetail?: { readonly current?: number; readonly total?: number };
  /** Build output. */
  readonly stream?: string;
}

/** "2 of 5 layers, 31.2 MB of 48.0 MB": of the layers whose size is known by now. */
function pullSteps(tell: (detail: string) => void): (event: EngineEvent) => void {
  const bytes = new Map<string, number>();
  const totals = new Map<string, number>();
  const done = new Set<string>();
  return ({ id, status, progressDetail }) => {
    if (id === undefined || status === undefined) return;
    if (status === 'Downloading') {
      bytes.set(id, progressDetail?.current ?? 0);
      totals.set(id, progressDetail?.total ?? 0);
    } else if (status === 'Pulling fs layer') bytes.set(id, 0);
    else if (status === 'Pull complete') done.add(id);
    else return;
    const sum = (of: ReadonlyMap<string, number>) => [...of.values()].reduce((total, own) => total + own, 0);
    const whole = sum(totals) === 0 ? '' : ` of ${megabytes(sum(totals))}`;
    tell(`${done.size} of ${bytes.size} ${bytes.size === 1 ? 'layer' : 'layers'}, ${megabytes(sum(bytes))}${whole}`);
  };
}

/** Counts in a Transform, not in a listener: a listener would make the stream flow before the engine reads. */
function counted(tell: (bytes: string) => void): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      tell(megabytes(bytes));
      done(null, chunk);
    },
  });
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Follows an engine operation to its end; the engine reports failures in this stream. */
function finished(
  docker: Docker,
  stream: NodeJS.ReadableStream,
  signal: AbortSignal,
  follow: (event: EngineEvent) => void = () => undefined,
): Promise<readonly EngineEvent[]> {
  return new Promise((resolve, reject) => {
    const interrupted = () => {
      signal.removeEventListener('abort', interrupted);
      if ('destroy' in stream && typeof stream.destroy === 'function') stream.destroy();
      reject(new EnvironmentError('interrupted'));
    };
    // An earlier abort fires no further event.
    if (signal.aborted) return interrupted();
    signal.addEventListener('abort', interrupted, { once: true });
    const ended = (error: Error | null, events: EngineEvent[]) => {
      signal.removeEventListener('abort', interrupted);
      if (error === null) resolve(events);
      else reject(error);
    };
    docker.modem.followProgress(stream, ended, follow);
  });
}
