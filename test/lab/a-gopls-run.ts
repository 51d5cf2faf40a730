/** The command line in the middle of a trial with a real gopls, where tests kill it. */
import { aScenario, busy, type Place } from '../e2e/cli/a-cli.ts';

/** gopls, its go list, and its telemetry child, as ps shows them. */
export const inTheTrial = [/(^|\/)gopls$/, /(^|\/)go list /, /\*\* telemetry \*\*$/];

/** This machine's own settings, with which a run provisions a real Go and a real gopls. */
export function realToolchains(): Readonly<Record<string, string | undefined>> {
  const names = ['UNLATCH_HOME', 'HOME', 'XDG_CACHE_HOME', 'GOPROXY', 'GOSUMDB'];
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

/** held.ts: a trial that runs until it is ended. quick.ts: one that ends by itself, with the same gopls. */
export async function writeGoplsScenarios(place: Place): Promise<void> {
  await place.write(
    'held.ts',
    `import { defineScenario, lockHeld, stuckIn } from 'unlatch';
export default defineScenario({
  claim: 'gopls waits for a lock.',
  source: 'a test',
  cells: [{ gopls: '*', expect: 'reproduced' }],
  files: \`
-- go.mod --
module example.com/m

go 1.21

require example.com/dep v1.0.0
-- go.sum --
-- main.go --
package main

import _ "example.com/dep"

func main() {}
-- proxy/example.com/dep@v1.0.0/dep.go --
package dep
\`,
  setup: ['go mod tidy', 'go clean -modcache', 'echo local >$XDG_CONFIG_HOME/go/telemetry/mode'],
  workers: [{ name: 'editor', run: 'editor --phase-ms 600000 gopls' }],
  fault: lockHeld('$GOMODCACHE/cache/download/example.com/dep/@v/v1.0.0.lock', 'an orphan that inherited it'),
  check: stuckIn('go list'),
  deadlineMs: 600_000,
});
`,
  );
  await place.write('quick.ts', aScenario(busy).replace('cells: [{', "cells: [{ gopls: '*',"));
}
