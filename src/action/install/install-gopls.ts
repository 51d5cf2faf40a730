import { dirname } from 'node:path';
import * as core from '@actions/core';
import type { ProvisionContext } from '../../go/context.ts';
import {
  newestGoplsFor,
  type ProvisionedGopls,
  provisionGopls,
  resolveGoplsVersion,
} from '../../go/provision/provision-gopls.ts';
import type { InstalledGo } from './install-go.ts';

/**
 * Installs gopls and puts it on PATH.
 *
 * @param wanted "auto": the newest that `go` can build; else as resolveGoplsVersion takes it
 */
export async function installGopls(
  wanted: string,
  go: InstalledGo,
  context: ProvisionContext,
): Promise<ProvisionedGopls> {
  // A gopls built with an older Go warns about the newer one on PATH, so `auto` is built with the
  // one on PATH.
  const gopls =
    wanted === 'auto'
      ? await provisionGopls(await newestGoplsFor(go.version, context), context, go)
      : await provisionGopls(await resolveGoplsVersion(wanted, context), context);
  core.info(`gopls ${gopls.version}, built with Go ${gopls.builtWith}: ${gopls.path}`);
  core.addPath(dirname(gopls.path));
  return gopls;
}
