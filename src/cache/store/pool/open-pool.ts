import { resolve } from 'node:path';
import { UserError } from '../../../errors.ts';
import type { Env } from '../../../go/context.ts';
import { folderPool } from './folder-pool.ts';
import type { Pool } from './pool.ts';
import { parseS3Address } from './s3-address.ts';

/**
 * @param address a folder, or "s3://BUCKET/PREFIX"
 * @throws UserError for an address of another form.
 */
export async function openPool(address: string, env: Env, signal: AbortSignal): Promise<Pool> {
  if (address.trim() === '') throw new UserError('the address of the store is empty; is a variable unset?');
  if (address.startsWith('s3:')) {
    const parsed = parseS3Address(address, env);
    const { s3Pool } = await import('./s3-pool.ts');
    return s3Pool(parsed, signal);
  }
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(address)?.[1];
  if (scheme !== undefined)
    throw new UserError(`${scheme}:// is no store that unlatch knows; name a folder or s3://BUCKET/PREFIX`);
  return folderPool(resolve(address), signal);
}
