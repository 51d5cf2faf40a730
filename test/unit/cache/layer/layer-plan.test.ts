import { expect, test } from 'vitest';
import { type LayerChange, mostLayers, mustRecordUse, planLayer } from '../../../../src/cache/layer/layer-plan.ts';

const plan = (more: Partial<LayerChange>) => {
  const { what, save } = planLayer({
    hit: 'prefix',
    liveBytes: 1000,
    newBytes: 0,
    mountedBytes: 1000,
    layers: 1,
    refreshAbovePercent: 10,
    anyNewPays: false,
    ownScope: false,
    ...more,
  });
  return save ? what : 'nothing';
};

test('without a layer all that is needed becomes a base, and nothing becomes none', () => {
  expect(plan({ hit: 'miss', layers: 0, mountedBytes: 0, newBytes: 1000 })).toBe('base');
  expect(plan({ hit: 'damaged', layers: 0, mountedBytes: 0, newBytes: 1000 })).toBe('base');
  expect(plan({ hit: 'miss', layers: 0, mountedBytes: 0, liveBytes: 0 })).toBe('nothing');
});

test('what is new becomes an increment when its share is above the limit, or when any of it pays', () => {
  expect(plan({ newBytes: 100, mountedBytes: 900 })).toBe('nothing');
  expect(plan({ newBytes: 101, mountedBytes: 899 })).toBe('increment');
  expect(plan({ newBytes: 1, mountedBytes: 999, anyNewPays: true })).toBe('increment');
  expect(plan({ newBytes: 0, anyNewPays: true })).toBe('nothing');
});

test('a chain becomes a base when it is half as large again as what is needed, or has as many layers as it may', () => {
  expect(plan({ newBytes: 200, mountedBytes: 1300 })).toBe('increment');
  expect(plan({ newBytes: 200, mountedBytes: 1301 })).toBe('base');
  expect(plan({ mountedBytes: 1500 })).toBe('nothing');
  expect(plan({ mountedBytes: 1501 })).toBe('base');
  expect(plan({ newBytes: 200, mountedBytes: 800, layers: mostLayers })).toBe('base');
});

test('a ref of its own gets no base for the sake of dead bytes, which it cannot delete', () => {
  expect(plan({ mountedBytes: 5000, ownScope: true })).toBe('nothing');
  expect(plan({ newBytes: 200, mountedBytes: 5000, ownScope: true })).toBe('increment');
});

test('use is recorded unless nothing has changed since a job that recorded it, and no base can be due', () => {
  const chain = { mountedBytes: 1500, layers: mostLayers - 1 };
  expect(mustRecordUse(true, chain, 1000)).toBe(false);
  expect(mustRecordUse(false, chain, 1000)).toBe(true);
  expect(mustRecordUse(true, chain, null)).toBe(true);
  expect(mustRecordUse(true, { ...chain, mountedBytes: 1501 }, 1000)).toBe(true);
  expect(mustRecordUse(true, { ...chain, layers: mostLayers }, 1000)).toBe(true);
});
