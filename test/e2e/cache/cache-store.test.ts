/** The action's input `cache-store`: jobs of a self-hosted runner, with dist/main.cjs and dist/post.cjs. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AnS3Server, anS3Server } from '../../integration/cache/store/an-s3-server.ts';
import { aJobPlace, type JobPlace } from '../action/a-job.ts';
import { broughtOrNull } from '../tools/a-go-tool.ts';
import { aCacheService, type CacheService } from './a-cache-service.ts';

const server: AnS3Server | null = process.platform === 'linux' ? await broughtOrNull(() => anS3Server()) : null;
let service: CacheService;
let place: JobPlace;
beforeAll(async () => {
  [service, place] = [await aCacheService(), await aJobPlace([])];
});
afterAll(async () => {
  await place?.[Symbol.asyncDispose]();
  await service?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
});

const files = { 'go.mod': 'module example.com/m\n\ngo 1.24\n', 'm.go': 'package m\n' };

it.skipIf(server === null)(
  'keeps the archives in a bucket, and leaves the cache service alone',
  async () => {
    const inputs = { 'cache-store': `s3://${server?.bucket}/action`, modules: 'false' };
    const job = { job: 'test', files, steps: 'go build ./...', inputs, env: { ...server?.env } };
    const cold = await place.run(job, service);
    expect(cold.main.warnings.concat(cold.post.warnings)).toEqual([]);
    expect(cold.accounts).toMatchObject({ restored: { build: { hit: 'miss' } }, saved: { build: { saved: true } } });
    const warm = await place.run(job, service);
    expect(warm.accounts).toMatchObject({ restored: { build: { hit: 'exact' } }, saved: { build: { saved: false } } });
    expect(warm.main.log + warm.post.log).not.toContain(server?.root.secret);
  },
  600_000,
);
