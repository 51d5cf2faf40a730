/** The policy of docs/ci/bucket-policy.json, on a real server: a job that breaks the rules of the command can still do no more. */
import { readFile } from 'node:fs/promises';
import { PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, expect, it } from 'vitest';
import { openPool } from '../../../../src/cache/store/pool/open-pool.ts';
import { poolStore } from '../../../../src/cache/store/pool/pool-store.ts';
import { broughtOrNull } from '../../../e2e/tools/a-go-tool.ts';
import { fetched, keyOf, main, pullRequest, put } from './a-pool.ts';
import { type AnS3Server, anS3Server, type Credentials, credentials } from './an-s3-server.ts';

const { signal } = new AbortController();
const server: AnS3Server | null = process.platform === 'linux' ? await broughtOrNull(() => anS3Server()) : null;
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
});

it.skipIf(server === null)('strangers only read, and pull requests write for themselves alone', async () => {
  if (server === null) return;
  Object.assign(process.env, server.env);
  /** Who the SDK finds in the environment when it asks first. */
  const as = async (user: Credentials) => {
    Object.assign(process.env, credentials(user));
    const pool = await openPool(`s3://${server.bucket}/go`, process.env, signal);
    await pool.read({ scope: 'heads/main', slot: 'a-' }).catch(() => undefined);
    return pool;
  };
  const root = await as(server.root);
  const [stranger, pulls] = [await server.addUser('stranger'), await server.addUser('pulls')];
  await put(poolStore(root, main, signal), keyOf('a-', 1), 'of main');
  const [object] = (await root.contents()).objects;
  if (object === undefined) throw new Error('no object');

  const strangers = await as(stranger);
  expect((await fetched(poolStore(strangers, main, signal), 'a-'))[0], 'without a policy').toMatchObject({
    outcome: 'failed',
    why: expect.stringContaining('403'),
  });
  const text = await readFile(new URL('../../../../docs/ci/bucket-policy.json', import.meta.url), 'utf8');
  const policy = text
    .replaceAll('BUCKET', server.bucket)
    .replaceAll('"STRANGERS"', '"stranger"')
    .replaceAll('"PULLS"', '"pulls"');
  Object.assign(process.env, credentials(server.root));
  const admin = new S3Client({ endpoint: server.endpoint, region: 'us-east-1', forcePathStyle: true });
  await admin.send(new PutBucketPolicyCommand({ Bucket: server.bucket, Policy: policy }));

  expect((await fetched(poolStore(strangers, main, signal), 'a-'))[1]).toBe('of main');
  for (const access of [main, pullRequest]) {
    const refused = await put(poolStore(strangers, access, signal), keyOf('a-', 2), 'forged');
    expect(refused).toMatchObject({ outcome: 'failed', why: expect.stringContaining('403') });
  }
  await expect(strangers.remove(object)).rejects.toThrow(/403/);

  const pull = await as(pulls);
  expect(await put(poolStore(pull, pullRequest, signal), keyOf('a-', 2), 'of the pull request')).toMatchObject({
    outcome: 'saved',
  });
  const ofMain = { ...pullRequest, readScopes: main.readScopes };
  expect((await fetched(poolStore(pull, ofMain, signal), 'a-'))[1]).toBe('of main');
  expect((await pull.contents()).uses, 'it keeps alive what it cannot write').toMatchObject([
    { by: 'pulls/7', scope: 'heads/main', slot: 'a-' },
  ]);
  expect(await put(poolStore(pull, main, signal), keyOf('a-', 3), 'forged')).toMatchObject({ outcome: 'failed' });
  await expect(pull.upload(object, import.meta.filename, 10)).rejects.toThrow(/403/);
  expect((await fetched(poolStore(strangers, main, signal), 'a-'))[1]).toBe('of main');
});
