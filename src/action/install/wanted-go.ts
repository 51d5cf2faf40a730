import { join, resolve } from 'node:path';
import { AsksForNoGo, readGoVersionFile } from '../../go/version-file.ts';
import { isThere } from '../../is-there.ts';
import type { Inputs } from '../inputs.ts';

/** Which Go the workflow requests. */
export interface WantedGo {
  /** As parseGoRequest takes it: "1.26", "^1.22", "stable". null: nobody requests one. */
  readonly request: string | null;
  /** Where the request comes from, for the log: "go.mod". */
  readonly from: string;
  /** One sentence if the request looks wrong. */
  readonly warning: string | null;
}

/**
 * go-version, else go-version-file, else the go.work or the go.mod at the root of the workspace.
 *
 * @param gotoolchain GOTOOLCHAIN of the job: with "local" the toolchain line is ignored, as in
 * actions/setup-go
 * @throws UserError when go-version-file cannot be read.
 */
export async function wantedGo(
  inputs: Pick<Inputs, 'go-version' | 'go-version-file'>,
  workspace: string,
  gotoolchain = '',
): Promise<WantedGo> {
  const { 'go-version': version, 'go-version-file': file } = inputs;
  if (version !== null) {
    const both = file === null ? null : 'go-version and go-version-file are both set: using go-version';
    return { request: version, from: 'go-version', warning: both ?? unquoted(version) };
  }
  const toolchainLine = gotoolchain !== 'local';
  if (file !== null) {
    const [request, warning] = await askFile(resolve(workspace, file), toolchainLine);
    return { request, from: file, warning };
  }
  for (const name of ['go.work', 'go.mod']) {
    const path = join(workspace, name);
    if (!(await isThere(path))) continue;
    // A go.mod need not have a go line.
    const [request] = await askFile(path, toolchainLine);
    if (request !== null) return { request, from: name, warning: null };
  }
  return { request: null, from: 'nobody', warning: null };
}

/** The version, or why there is none. */
async function askFile(path: string, toolchainLine: boolean): Promise<[string, null] | [null, string]> {
  try {
    return [await readGoVersionFile(path, { toolchainLine }), null];
  } catch (error) {
    if (error instanceof AsksForNoGo) return [null, error.message];
    throw error;
  }
}

/** YAML reads an unquoted 1.20 as the number 1.2. Hardly anyone means Go 1.1, 1.2 or 1.3. */
function unquoted(version: string): string | null {
  if (!/^1\.[123]$/.test(version)) return null;
  return `go-version is ${version}. For Go ${version}0 write go-version: '${version}0' in quotes: without them YAML drops the zero`;
}
