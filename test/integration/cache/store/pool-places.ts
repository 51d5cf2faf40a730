/** The places that a pool can be in: a folder, and a bucket of a real server of S3. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { broughtOrNull } from '../../../e2e/tools/a-go-tool.ts';
import { type AnS3Server, anS3Server } from './an-s3-server.ts';

export interface PoolPlace {
  readonly where: string;
  readonly isThere: boolean;
  /** @returns the address of a new pool there. */
  readonly fresh: () => Promise<string>;
  /** The path of the folder in which the objects of the pool lie. */
  readonly folderOf: (address: string) => string;
}

export interface PoolPlaces {
  /** Null: there is none on this machine. */
  readonly server: AnS3Server | null;
  readonly freshFolder: () => Promise<string>;
  readonly places: readonly PoolPlace[];
}

/** Starts the server, which ends after the last test of the file. */
export async function poolPlaces(): Promise<PoolPlaces> {
  const server = process.platform === 'linux' ? await broughtOrNull(() => anS3Server()) : null;
  let temporary: string;

  beforeAll(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'pools-'));
    Object.assign(process.env, server?.env ?? {});
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await rm(temporary, { recursive: true, force: true });
  });

  const freshFolder = async () => await mkdtemp(join(temporary, 'folder-'));
  const places = [
    { where: 'a folder', isThere: true, fresh: freshFolder, folderOf: (address: string) => address },
    {
      where: 'a bucket of S3',
      isThere: server !== null,
      fresh: async () => `s3://${(server as AnS3Server).bucket}/${randomBytes(4).toString('hex')}`,
      folderOf: (address: string) => join((server as AnS3Server).folder, address.split('/').at(-1) ?? ''),
    },
  ];
  return { server, freshFolder, places };
}
