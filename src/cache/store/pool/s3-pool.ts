/** Loaded where it is first used: the SDK is large. */
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import pLimit from 'p-limit';
import { EnvironmentError } from '../../../errors.ts';
import { settleAll } from '../../../settle-all.ts';
import { layout, nameOf, objectPath, pointerPath, spell, spellScope, useOf, usePath } from './names.ts';
import type { ObjectAt, PointerAt, PointerName, Pool, UseAt, Versioned } from './pool.ts';
import type { S3Address } from './s3-address.ts';
import { watchDate } from './s3-pool-date.ts';
import { unfinishedUploads } from './s3-pool-uploads.ts';
import { inWords, nameOfError, statusOf } from './s3-pool-words.ts';

/** Of a download's ranges and an upload's parts. A part of an upload has 5 MiB at least. */
const partBytes = 8 << 20;
const atOnce = 6;

/** Of a connection that sends nothing. */
const silentMs = 15_000;

/** A range whose connection breaks goes on from where it broke, as often as it got on. */
const mostStandstills = 3;

/** A bucket of S3, or of a server that speaks its protocol. Moves need conditional writes (If-Match, If-None-Match). */
export function s3Pool(address: S3Address, signal: AbortSignal): Pool {
  const { bucket, prefix, region, endpoint, pathStyle } = address;
  const client = new S3Client({
    ...(region === null ? {} : { region }),
    ...(endpoint === null ? {} : { endpoint }),
    forcePathStyle: pathStyle,
    maxAttempts: 5,
    // The SHA-256 in the pointer vouches for the whole; the SDK would compare no range.
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: silentMs, socketTimeout: silentMs, requestTimeout: 0 },
  });
  const root = prefix === '' ? '' : `${prefix}/`;
  const what = `s3://${bucket}/${prefix}`;
  const sending = { abortSignal: signal };
  const at = (path: string) => ({ Bucket: bucket, Key: `${root}${path}` });

  /** null: 404 of the object. Anything else that the server refuses is told in its words. */
  const asked = async <T>(doing: string, task: () => Promise<T>): Promise<T | null> => {
    try {
      return await task();
    } catch (error) {
      signal.throwIfAborted();
      if (statusOf(error) === 404 && nameOfError(error) !== 'NoSuchBucket') return null;
      throw inWords(error, `${what}: cannot ${doing}`);
    }
  };

  const read = async (name: PointerName): Promise<Versioned | null> =>
    await asked('read', async () => {
      const { Body, ETag, LastModified } = await client.send(new GetObjectCommand(at(pointerPath(name))), sending);
      const text = (await Body?.transformToString()) ?? '';
      return { text, version: ETag ?? '', changedMs: LastModified?.getTime() ?? 0 };
    });

  const list = async (path: string) =>
    (await asked('list', async () => {
      const found: { readonly path: string; readonly bytes: number; readonly changedMs: number }[] = [];
      const pages = paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: `${root}${path}` });
      for await (const { Contents } of pages) {
        signal.throwIfAborted();
        for (const { Key = '', Size = 0, LastModified } of Contents ?? []) {
          found.push({ path: Key.slice(root.length), bytes: Size, changedMs: LastModified?.getTime() ?? 0 });
        }
      }
      return found;
    })) ?? [];

  /** Writes one range at its place. */
  const bringRange = async (path: string, file: FileHandle, from: number, to: number) => {
    let position = from;
    for (let standstills = 0; position < to; ) {
      signal.throwIfAborted();
      const before = position;
      try {
        const get = new GetObjectCommand({ ...at(path), Range: `bytes=${position}-${to - 1}` });
        const { Body } = await client.send(get, sending);
        for await (const chunk of Body as Readable) {
          const piece = (chunk as Buffer).subarray(0, to - position);
          await file.write(piece, 0, piece.length, position);
          position += piece.length;
          if (position >= to) break;
        }
        if (position < to) throw new Error(`the object ends at byte ${position}`);
      } catch (error) {
        signal.throwIfAborted();
        // What has a status is the server's last word: the SDK has tried again already. ENOSPC is ours.
        if (statusOf(error) !== null || (error instanceof Error && 'syscall' in error && error.syscall === 'write'))
          throw error;
        standstills = position > before ? 0 : standstills + 1;
        if (standstills === mostStandstills) throw error;
      }
    }
  };

  return {
    what,
    read,
    move: async (name, text, expected) => {
      const condition = expected === null ? { IfNoneMatch: '*' } : { IfMatch: expected };
      const put = new PutObjectCommand({
        ...at(pointerPath(name)),
        ...condition,
        Body: text,
        ContentType: 'application/json',
      });
      try {
        await client.send(put, sending);
        return true;
      } catch (error) {
        signal.throwIfAborted();
        const status = statusOf(error);
        // 404: it was dropped. 409: another write is under way, which wins.
        if (status !== null && ![404, 409, 412, 500, 502, 503].includes(status))
          throw inWords(error, `${what}: cannot write`);
        // An answer can be lost, and the SDK ask again: then this very text is there.
        if ((await read(name))?.text === text) return true;
        if (status === null || status >= 500) throw inWords(error, `${what}: cannot write`);
        return false;
      }
    },
    drop: async (name, expected) => {
      try {
        await client.send(new DeleteObjectCommand({ ...at(pointerPath(name)), IfMatch: expected }), sending);
        return true;
      } catch (error) {
        signal.throwIfAborted();
        if ([404, 409, 412].includes(statusOf(error) ?? 0)) return false;
        throw inWords(error, `${what}: cannot delete`);
      }
    },
    pointers: async (scope, slotPrefix) => {
      const path = `${layout}/${spellScope(scope)}/pointers/${spell(slotPrefix)}`;
      return (await list(path)).flatMap(({ path: one, changedMs }): readonly PointerAt[] => {
        const name = nameOf(one);
        return name !== null && 'slot' in name && name.slot.startsWith(slotPrefix) ? [{ ...name, changedMs }] : [];
      });
    },
    upload: async (object, file, bytes) => {
      const upload = new Upload({
        client,
        params: { ...at(objectPath(object)), Body: createReadStream(file, { highWaterMark: 1 << 20 }) },
        partSize: Math.max(partBytes, Math.ceil(bytes / 9_000)),
        queueSize: atOnce,
      });
      const abort = () => void upload.abort();
      signal.addEventListener('abort', abort);
      try {
        signal.throwIfAborted();
        await asked('upload', async () => await upload.done());
      } finally {
        signal.removeEventListener('abort', abort);
      }
    },
    open: async (object, bytes, scratch) => {
      const file = await open(scratch, 'w+');
      try {
        const limit = pLimit(atOnce);
        const path = objectPath(object);
        const ranges = Array.from({ length: Math.ceil(bytes / partBytes) }, (_, index) => index * partBytes);
        const found = await asked('read', async () => {
          const bring = (from: number) => bringRange(path, file, from, Math.min(bytes, from + partBytes));
          await settleAll(ranges.map((from) => limit(bring, from)));
          return file;
        });
        if (found === null) await file.close();
        return found;
      } catch (error) {
        await file.close();
        throw error;
      }
    },
    remove: async (object) => {
      await asked('delete', () => client.send(new DeleteObjectCommand(at(objectPath(object))), sending));
    },
    contents: async () => {
      // A listing costs a request for each thousand.
      const found = await list(`${layout}/`);
      return {
        objects: found.flatMap(({ path, bytes, changedMs }): readonly ObjectAt[] => {
          const name = nameOf(path);
          return name !== null && 'id' in name ? [{ ...name, bytes, changedMs }] : [];
        }),
        pointers: found.flatMap(({ path, changedMs }): readonly PointerAt[] => {
          const name = nameOf(path);
          return name !== null && 'slot' in name ? [{ ...name, changedMs }] : [];
        }),
        uses: found.flatMap(({ path, changedMs }): readonly UseAt[] => {
          const use = useOf(path);
          return use === null ? [] : [{ ...use, changedMs }];
        }),
      };
    },
    renew: async (use, everyMs) => {
      const path = usePath(use);
      const head = new HeadObjectCommand(at(path));
      const dateOf = watchDate(head);
      const found = await asked('read', () => client.send(head, sending));
      const nowMs = dateOf();
      if (found?.LastModified !== undefined && nowMs !== null && nowMs - found.LastModified.getTime() < everyMs) return;
      await asked('write', () => client.send(new PutObjectCommand({ ...at(path), Body: '.' }), sending));
    },
    forgetUse: async (use) => {
      await asked('delete', () => client.send(new DeleteObjectCommand(at(usePath(use))), sending));
    },
    sweepUnfinished: async (beforeMs, dryRun) => {
      const uploads = await asked('list unfinished uploads', () =>
        unfinishedUploads(client, { Bucket: bucket, Prefix: `${root}${layout}/` }, sending),
      );
      let swept = 0;
      for (const { Key, UploadId, Initiated } of uploads ?? []) {
        if (Key === undefined || Initiated === undefined || Initiated.getTime() >= beforeMs) continue;
        swept++;
        if (dryRun) continue;
        await asked('end an upload', () =>
          client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }), sending),
        );
      }
      return swept;
    },
    nowMs: async () => {
      const head = new HeadBucketCommand({ Bucket: bucket });
      const dateOf = watchDate(head);
      try {
        await client.send(head, sending);
      } catch (error) {
        signal.throwIfAborted();
        throw inWords(error, `${what}: cannot reach the bucket`);
      }
      const ms = dateOf();
      if (ms === null) throw new EnvironmentError(`${what}: the server does not tell the time`);
      return ms;
    },
  };
}
