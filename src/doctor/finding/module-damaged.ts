import type { Finder } from '../finding.ts';
import { decide, run } from '../remedy/remedy.ts';

/** Files of a module version that are empty, or not what go.sum says: go does not heal these by itself. */
export const moduleDamaged: Finder = ({ cache, go }) => {
  const empty = cache.left.filter(({ kind }) => kind === 'empty zip' || kind === 'empty mod');
  const verify = go.deep?.verify;
  const source = 'golang/go#27952; golang/go#43313; cmd/go/internal/modfetch/fetch.go';
  const again = [
    run(['go', 'mod', 'download'], 'downloads it anew'),
    run(['go', 'clean', '-cache'], 'the module index in the build cache still knows the damaged files'),
  ];
  return [
    ...empty.map(({ kind, path, of }) => ({
      id: 'module-damaged',
      severity: 'error' as const,
      summary: `the module cache has an ${kind} of ${of}, which go takes for the real one`,
      evidence: [`0 bytes: ${path}`],
      pids: [],
      consequences: [],
      remedy: [run(['rm', '-f', path], 'or unlatch clean, which takes the lock of the version first'), ...again],
      source,
    })),
    ...(verify !== undefined && verify.code !== 0 && /has been modified|missing|not a valid zip/.test(verify.output)
      ? [
          {
            id: 'module-damaged',
            severity: 'error' as const,
            summary: 'go mod verify finds modules that are not what was downloaded',
            evidence: [verify.output],
            pids: [],
            consequences: [],
            remedy: [
              decide('End what uses the module cache: go clean -modcache takes no lock'),
              run(['go', 'clean', '-modcache'], 'removes the damaged files with all others'),
              ...again,
            ],
            source,
          },
        ]
      : []),
  ];
};
