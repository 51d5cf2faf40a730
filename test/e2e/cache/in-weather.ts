/** One job in each weather of its cache service, which has the archives of an earlier job. */
import { createHash } from 'node:crypto';
import { serveModule } from '../../../src/lab/trial/go-proxy.ts';
import { aJobPlace, type EndedJob, type JobPlan } from '../action/a-job.ts';
import { aCacheService, type CacheService } from './a-cache-service.ts';
import type { Weather } from './weathers.ts';

export interface Outlook {
  readonly what: string;
  readonly weather: Weather;
  readonly protocol: 'v1' | 'v2';
  /** The store is empty before, so the job has something to save. */
  readonly empty?: true;
}

const v2 = (weather: Weather): Outlook => ({ what: weather, weather, protocol: 'v2' });

export const outlooks: readonly Outlook[] = [
  { what: 'fine, v2 alone (GitHub)', weather: 'fine', protocol: 'v2' },
  { what: 'fine, v1 alone (Gitea, Forgejo, act)', weather: 'fine', protocol: 'v1' },
  v2('slow, but moving'),
  v2('takes the connection and never answers'),
  {
    what: 'takes the connection and never answers, v1',
    weather: 'takes the connection and never answers',
    protocol: 'v1',
  },
  v2('never sends the archive'),
  v2('stops in mid-body and keeps the connection'),
  v2('closes in mid-body'),
  v2('answers 429'),
  v2('answers 503'),
  { what: 'answers 503, v1', weather: 'answers 503', protocol: 'v1' },
  v2('answers 503 for the archive'),
  v2('other bytes'),
  v2('half the bytes'),
  v2('redirects to nowhere'),
  { ...v2('refuses to save: the quota is full'), empty: true },
  {
    what: 'refuses to save: the quota is full, v1',
    weather: 'refuses to save: the quota is full',
    protocol: 'v1',
    empty: true,
  },
];

export interface Weathered extends EndedJob {
  readonly outlook: Outlook;
}

const library = {
  path: 'example.com/dep',
  version: 'v1.0.0',
  files: [
    { name: 'go.mod', data: 'module example.com/dep\n\ngo 1.21\n' },
    {
      name: 'x.go',
      // Exceeds the socket's buffers, so that the reader really gets half a body.
      data: `package x\n\nconst V = "${Array.from({ length: 20_000 }, (_, i) => createHash('sha256').update(`${i}`).digest('hex')).join('')}"\n`,
    },
  ],
};
const { zipHash, modHash } = serveModule(library);

const plan: JobPlan = {
  job: 'test',
  files: {
    'go.mod': 'module example.com/m\n\ngo 1.24\n\nrequire example.com/dep v1.0.0\n',
    'go.sum': `example.com/dep v1.0.0 ${zipHash}\nexample.com/dep v1.0.0/go.mod ${modHash}\n`,
    'm.go': 'package m\n\nimport x "example.com/dep"\n\nvar V = x.V[:9]\n',
  },
  steps: 'go build ./...',
  // Makes the key of the build archive the same in every workspace.
  env: { GOFLAGS: '-trimpath' },
};

/** @param wanted which of `outlooks`. They run at once, since they mostly wait. */
export async function inWeather(wanted: readonly Outlook[]): Promise<readonly Weathered[]> {
  const before = new Map<string, CacheService>();
  for (const protocol of new Set(wanted.filter(({ empty }) => empty !== true).map((one) => one.protocol))) {
    await using place = await aJobPlace([library]);
    const service = await aCacheService();
    before.set(protocol, service);
    const { post } = await place.run({ ...plan, protocol }, service);
    if (service.keys().length !== 2) throw new Error(`an archive was not saved: ${post.log}`);
  }
  try {
    return await Promise.all(
      wanted.map(async (outlook) => {
        const { weather, protocol, empty } = outlook;
        const from = empty === true ? undefined : before.get(protocol);
        await using service = from === undefined ? await aCacheService(weather) : await from.copy(weather);
        await using place = await aJobPlace([library]);
        return { outlook, ...(await place.run({ ...plan, protocol }, service)) };
      }),
    );
  } finally {
    for (const service of before.values()) await service[Symbol.asyncDispose]();
  }
}
