/** A tiny Go that the matrix pins, the context in which it is provisioned, and what a failure must leave. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ProvisionContext } from '../../../../src/go/context.ts';
import { hash1OfFiles, linux, matrixWith, nowhere, toolchainFiles, toolchainZip } from '../../../unit/go/tiny-go.ts';

export const version = '1.99.1';
export const files = toolchainFiles(version);
export const zip = toolchainZip(version, files);
const matrix = matrixWith({ [version]: hash1OfFiles(version, files) });

/** A context without a go on PATH, unless the test adds one, and with a separate store. */
export function contextIn(
  dir: string,
  goproxy: string | undefined,
  more: Partial<ProvisionContext> = {},
): ProvisionContext {
  return {
    env: { UNLATCH_HOME: join(dir, 'store'), PATH: join(dir, 'bin'), GOPROXY: goproxy, GOSUMDB: 'off', ...more.env },
    platform: linux,
    matrix,
    goDevUrl: nowhere,
    network: { retryDelaysMs: [], stallMs: 10_000 },
    ...Object.fromEntries(Object.entries(more).filter(([name]) => name !== 'env')),
  };
}

/** Checks what a failure leaves: no Go in its place, and no staging directory. */
export async function expectNothingLeft(dir: string): Promise<void> {
  const names = await readdir(join(dir, 'store'), { recursive: true }).catch(() => []);
  expect(names.filter((name) => name !== 'tmp')).toEqual([]);
}
