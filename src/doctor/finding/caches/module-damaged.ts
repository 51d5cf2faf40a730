import type { LeftFact } from '../../cache-fact.ts';
import type { Finder } from '../../finding.ts';
import { decide, run } from '../../remedy/remedy.ts';

const empties: Partial<Readonly<Record<LeftFact['kind'], string>>> = {
  'empty mod': 'go.mod',
  'empty zip': 'zip',
  'empty ziphash': 'hash of the zip',
  'empty module': 'extracted module',
};

/**
 * Files of a module version are empty, as after a power loss, or differ from go.sum. go does not repair them
 * by itself.
 */
export const moduleDamaged: Finder = ({ cache, go }) => {
  const empty = cache.left.filter(({ kind }) => empties[kind] !== undefined);
  const versions = [...new Set(empty.map(({ of }) => of))].map((of) => empty.filter((one) => one.of === of));
  const verify = go.deep?.verify;
  const source = 'golang/go#27952; golang/go#43313; cmd/go/internal/modfetch/fetch.go';
  const again = [
    run(['go', 'mod', 'download'], 'downloads it again'),
    run(['go', 'clean', '-cache'], 'the module index in the build cache still describes the damaged files'),
  ];
  return [
    ...versions.map((left) => ({
      id: 'module-damaged',
      severity: 'error' as const,
      summary: `the module cache has an empty ${named(left)} of ${left[0]?.of ?? ''}, which go takes for the real one`,
      evidence: left.map(({ kind, path }) =>
        kind === 'empty module' ? `no content: ${path}/go.mod or its Go files` : `no content: ${path}`,
      ),
      pids: [],
      consequences: [],
      remedy: [...removal(left), ...again],
      source,
    })),
    ...(verify !== undefined && verify.code !== 0 && /has been modified|missing|not a valid zip/.test(verify.output)
      ? [
          {
            id: 'module-damaged',
            severity: 'error' as const,
            summary: 'go mod verify finds modules that differ from what was downloaded',
            evidence: [verify.output],
            pids: [],
            consequences: [],
            remedy: [
              decide('End everything that uses the module cache: go clean -modcache takes no lock'),
              run(['go', 'clean', '-modcache'], 'removes the damaged files and all others'),
              ...again,
            ],
            source,
          },
        ]
      : []),
  ];
};

/** "go.mod, zip and extracted module" */
function named(left: readonly LeftFact[]): string {
  const names = left.map(({ kind }) => empties[kind] ?? '');
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

/** Of one version. What was written beside an empty file at the same time may be short, so all of it goes. */
function removal(left: readonly LeftFact[]) {
  const tree = left.find(({ kind }) => kind === 'empty module')?.path;
  const files = left.filter(({ kind }) => kind !== 'empty module').map(({ path }) => path);
  return [
    ...(tree === undefined
      ? []
      : [
          run(['chmod', '-R', 'u+w', tree], 'go makes its folders read-only'),
          run(['rm', '-rf', tree], 'go extracts it again from the zip'),
        ]),
    ...(files.length === 0
      ? []
      : [run(['rm', '-f', ...files], 'or unlatch clean, which takes the version’s lock first')]),
  ];
}
