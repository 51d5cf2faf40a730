import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EnvironmentError, errnoOf, UserError } from '../../errors.ts';
import { isThere } from '../../is-there.ts';
import type { ProvisionContext } from '../context.ts';
import { readVersionFile } from '../go-on-path.ts';
import { DownloadError, redacted } from '../network/download.ts';
import { exeName, hostPlatform, platformKey } from '../platform.ts';
import type { ProvisionedGo } from '../provision/provision-go.ts';
import { install, storeDir } from '../store/store.ts';
import { noSuchGo, parseGoRequest, resolveAmong, resolveGoVersion } from '../versions.ts';
import { archiveName, type IndexedArchive } from './archive-index.ts';
import { type ArchivePlace, fetchArchive, listArchives, publishedBeside } from './go-dev.ts';
import { answerOf, type SourceAnswer } from './source-answer.ts';

export const mirrorName = 'mirror';

/** A mirror of Go's archives: go-download-base-url. */
export interface Mirror extends ArchivePlace {
  /** 'required': rejects archives without a published checksum. */
  readonly verify: 'auto' | 'required';
}

/**
 * Provides the Go for a request from a mirror: by its index if it has one, else by the name of the
 * archive. Verified by the SHA-256 in the index, else in the file beside the archive. If there is
 * neither, it is not verified.
 *
 * A mirror may have its own builds under the usual names. They are kept separately in the store,
 * and the version is the one in the archive.
 *
 * @param text as parseGoRequest takes it; also "1.25.0-1", a revision of a build.
 * @throws UserError, EnvironmentError: its answer. ChecksumMismatch.
 */
export async function provisionFromMirror(
  text: string,
  mirror: Mirror,
  context: ProvisionContext,
): Promise<ProvisionedGo> {
  const wanted = await archivesFor(text, mirror, context);
  const answers: SourceAnswer[] = [];
  let first: unknown;
  for (const archive of wanted) {
    try {
      return await provisionArchive(archive, mirror, context);
    } catch (error) {
      context.signal?.throwIfAborted();
      const answer = answerOf(mirrorName, error);
      if (answer === null) throw error;
      first ??= error;
      answers.push(answer);
      // The problem is not the name.
      if (answer.outcome !== 'absent') throw error;
    }
  }
  throw first;
}

/** The archives to request from the mirror, in order. Never empty. */
async function archivesFor(
  text: string,
  mirror: Mirror,
  context: ProvisionContext,
): Promise<readonly IndexedArchive[]> {
  const platform = context.platform ?? hostPlatform();
  const request = parseGoRequest(text);
  const bare = text.replace(/^go/, '');
  const named = (version: string): IndexedArchive => ({
    version,
    filename: archiveName(version, platform),
    sha256: null,
    sizeBytes: null,
  });
  const indexed = await indexOf(mirror, context);
  if (indexed !== null) {
    const versions = indexed.map(({ version }) => version);
    const version = versions.includes(bare) && request.kind === 'range' ? bare : resolveAmong(request, versions);
    const archive = indexed.find((one) => one.version === version);
    if (archive !== undefined) return [archive];
    // An index may list only the newest.
    if (request.kind !== 'exact') throw noSuchGo(text, versions, platform);
  }
  if (request.kind === 'exact') return [named(request.version)];
  // "1.25.0-1" is a range in semver, but a build on some mirrors.
  if (request.kind === 'range' && /^1\.\d[\w.+-]*$/.test(bare) && !/x/i.test(bare)) return [named(bare)];
  const resolved = await resolvedElsewhere(text, context);
  if (request.kind !== 'line') {
    if (resolved !== null) return [named(resolved)];
    throw new EnvironmentError(`it has no index, and no other source can resolve Go ${text}: name an exact version`);
  }
  // Some mirrors have an archive named by the line.
  return resolved === null || resolved === bare ? [named(bare)] : [named(resolved), named(bare)];
}

/** null: it has no index. */
async function indexOf(mirror: Mirror, context: ProvisionContext): Promise<readonly IndexedArchive[] | null> {
  if (mirror.base.protocol === 'file:') return null;
  try {
    const platform = context.platform ?? hostPlatform();
    return (await listArchives(mirror, platform, context)).filter(({ version }) => /^1\.\d+/.test(version));
  } catch (error) {
    // An unreachable mirror has no archives either. Any other error concerns only the index.
    if (error instanceof DownloadError && error.status === null) throw error;
    if (error instanceof EnvironmentError) return null;
    throw error;
  }
}

async function resolvedElsewhere(text: string, context: ProvisionContext): Promise<string | null> {
  try {
    return await resolveGoVersion(text, context);
  } catch (error) {
    if (error instanceof UserError || error instanceof EnvironmentError) return null;
    throw error;
  }
}

async function provisionArchive(
  archive: IndexedArchive,
  mirror: Mirror,
  context: ProvisionContext,
): Promise<ProvisionedGo> {
  const platform = context.platform ?? hostPlatform();
  const source = redacted(mirror.base).replace(/\/+$/, '');
  const key = createHash('sha256').update(source).digest('hex').slice(0, 12);
  const tell = (verifiedBy: string) =>
    context.onAnswer?.({
      source: mirrorName,
      outcome: 'found',
      said: verifiedBy === '' ? `${mirror.base.host} publishes no SHA-256 for ${archive.filename}` : verifiedBy,
      verified: verifiedBy !== '',
    });
  const check = async (dir: string) => {
    const [version, verifiedBy] = await Promise.all([
      readVersionFile(join(dir, 'go')),
      textOf(join(dir, verifiedByFile)),
    ]);
    if (version === null || verifiedBy === null || !(await isThere(join(dir, 'go', 'bin', exeName('go', platform)))))
      return null;
    return verifiedBy.trim() === '' && mirror.verify === 'required'
      ? null
      : { dir, version, verifiedBy: verifiedBy.trim() };
  };
  const { dir, version, verifiedBy } = await install({
    store: storeDir(context.env),
    place: `mirror/${key}/${archive.version}-${platformKey(platform)}`,
    what: `go ${archive.version}`,
    check,
    build: async (made, scratch) => {
      const { sha256, by } = await publishedFor(archive, mirror, context);
      if (sha256 === null && mirror.verify === 'required') {
        throw new EnvironmentError(
          `${source} publishes no SHA-256 for ${archive.filename}, in an index or in ${archive.filename}.sha256, so \`verify: required\` rejects it`,
        );
      }
      const goroot = join(made, 'go');
      await fetchArchive({ ...archive, sha256 }, mirror, goroot, scratch, context);
      const found = await readVersionFile(goroot);
      if (found === null || lineIn(found) !== lineIn(archive.version)) {
        throw new EnvironmentError(
          `${archive.filename} contains ${found === null ? 'no Go' : `Go ${found}`}; nothing was kept`,
        );
      }
      await writeFile(join(made, verifiedByFile), `${by}\n`, { flush: true });
    },
  });
  tell(verifiedBy);
  return { version, goroot: join(dir, 'go'), source: 'mirror' };
}

/**
 * The file beside the GOROOT that says how it was verified when it was downloaded. Empty: it was
 * not.
 */
const verifiedByFile = 'vouched-for-by';

async function publishedFor(
  archive: IndexedArchive,
  mirror: Mirror,
  context: ProvisionContext,
): Promise<{ readonly sha256: string | null; readonly by: string }> {
  const { host } = mirror.base;
  if (archive.sha256 !== null) return { sha256: archive.sha256, by: `verified by the SHA-256 in the index of ${host}` };
  try {
    const sha256 = await publishedBeside(archive.filename, mirror, context);
    if (sha256 !== null) return { sha256, by: `verified by the SHA-256 in ${archive.filename}.sha256 of ${host}` };
  } catch (error) {
    // The archive itself may still be available.
    if (!(error instanceof DownloadError)) throw error;
  }
  return { sha256: null, by: '' };
}

function lineIn(version: string): string | undefined {
  return /^1\.\d+/.exec(version)?.[0];
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}
