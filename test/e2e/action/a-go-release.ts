/** A Go of two files in an archive like go.dev's, for steps that set it up. */
import { createHash } from 'node:crypto';
import { goArchive } from '../../integration/go/go-archive.ts';

/** A go that knows its own path, and reports settings from the environment. */
export const go = `#!/bin/sh
case "$2" in
  -json) printf '{"GOROOT":"%s","GOPATH":"%s","GOCACHE":"","GOVERSION":""}\\n' "$(dirname "$(dirname "$0")")" "$GOPATH" ;;
  *) printf '%s\\n\\n\\n' "$GOPATH" ;;
esac
`;
export const version = '1.99.1';
export const archiveName = (one = version, platform = 'linux-amd64') => `go${one}.${platform}.tar.gz`;
export const archive = await goArchive(version, go);
export const sha256 = createHash('sha256').update(archive).digest('hex');
/** Inputs with a fixed architecture, so that the machine's own does not matter. */
export const quiet = { cache: 'false', architecture: 'x64' };
