import { openPool } from '../../cache/store/pool/open-pool.ts';
import type { Pool } from '../../cache/store/pool/pool.ts';

/**
 * The pool at an address, for this process's environment.
 *
 * @throws UserError for an address of another form.
 */
export async function thePool(address: string, signal: AbortSignal): Promise<Pool> {
  // On Node 20 the SDK writes six lines about its own next versions to stderr; the SDK in here stays as it is.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  return await openPool(address, process.env, signal);
}
