/** Law: each finding of the doctor has a scenario that must raise it, and whose arms that hold must not. */
import { expect, test } from 'vitest';
import memoryLimit from '../../../scenarios/machine/memory-limit.ts';
import { catalogue } from '../../../src/cli/catalogue.ts';
import { findingFiles } from '../../../tools/finding-files.ts';

/** A sandbox has no NFS: test/e2e/cache/nfs.test.ts has machines. */
const elsewhere = ['nfs-lookup-cache'];

test('each finding has a scenario, and no scenario names an unknown finding', () => {
  // memory-limit is not in the catalogue: test/docker runs it.
  const scenarios = [...catalogue.map(({ scenario }) => scenario), memoryLimit];
  const named = new Set(scenarios.flatMap(({ doctorFinding }) => doctorFinding ?? []));
  expect([...named, ...elsewhere].sort()).toEqual([...findingFiles.keys()]);
});
