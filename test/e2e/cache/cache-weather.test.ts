/** docs/weather.md has the times. Not tested: a service whose name cannot be resolved. One behind a proxy: actions-store.test.ts. */
import { beforeAll, describe, expect, test } from 'vitest';
import { inWeather, outlooks, type Weathered } from './in-weather.ts';

let all: readonly Weathered[];
beforeAll(async () => {
  all = await inWeather(outlooks);
}, 600_000);

const of = (what: string) => {
  const found = all.find(({ outlook }) => outlook.what === what);
  if (found === undefined) throw new Error(`no ${what}`);
  return found;
};
const isFine = /^(fine|slow)/;
const isSaving = /^refuses to save/;

describe('a job', () => {
  test.each(outlooks.map(({ what }) => what))('ends well where its cache service is: %s', (what) => {
    const { main, post } = of(what);
    expect([main.code, post.code], main.log + post.log).toEqual([0, 0]);
  });

  test.each(outlooks.map(({ what }) => what).filter((what) => isFine.test(what)))(
    'gets its archives, however long they take, where the service is: %s',
    (what) => {
      const { outputs, main, post } = of(what);
      expect([outputs['modules-hit'], outputs['build-hit']], main.log).toEqual(['exact', 'exact']);
      // A slow archive that is not worth its time is no fault.
      const faults = [...main.warnings, ...post.warnings].filter((text) => !text.startsWith('The build cache archive'));
      expect(faults).toEqual([]);
    },
  );

  test.each(outlooks.map(({ what }) => what).filter((what) => !isFine.test(what) && !isSaving.test(what)))(
    'continues without a cache, and says so once, where the service is: %s',
    (what) => {
      const { outputs, main, post } = of(what);
      expect([outputs['modules-hit'], outputs['build-hit'], outputs['cache-hit']], main.log).toEqual([
        'miss',
        'miss',
        'false',
      ]);
      expect(main.warnings, main.log).toEqual([expect.stringMatching(/^the job continues without a cache: /)]);
      expect(post.warnings.length, post.log).toBeLessThanOrEqual(1);
    },
  );

  test.each(outlooks.map(({ what }) => what).filter((what) => isSaving.test(what)))(
    'is warned once at its end: %s',
    (what) => {
      const { main, post } = of(what);
      expect(main.warnings).toEqual([]);
      expect(post.warnings, post.log).toEqual([expect.stringMatching(/^the next job gets no new archive: .*quota/)]);
    },
  );

  test.each([
    'takes the connection and never answers',
    'takes the connection and never answers, v1',
    'never sends the archive',
    'stops in mid-body and keeps the connection',
  ])('is given back by the clock of the silence, and not by that of the toolkit: %s', (what) => {
    expect(of(what).main.warnings[0]).toMatch(/the cache service was silent for 15 s/);
  });
});
