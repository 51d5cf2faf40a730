import type { Finder } from '../finding.ts';
import { decide, run } from '../remedy/remedy.ts';

/** Files of a module version are empty or differ from go.sum. go does not repair them by itself. */
export const moduleDamaged: Finder = ({ cache, go }) => {
  const empty = cache.left.filter(({ kind }) => kind === 'empty zip' || kind === 'empty mod');
  const verify = go.deep?.verify;
  const source = 'golang/go#27952; golang/go#43313; cmd/go/internal/modfetch/fetch.go';
  const again = [
    run(['go', 'mod', 'download'], 'downloads it again'),
    run(['go', 'clean', '-cache'], 'the module index in the build cache still describes the damaged files'),
  ];
  return [
    ...empty.map(({ kind, path, of }) => ({
      id: 'module-damaged',
      severity: 'error' as const,
      summary: `the module cache has an ${kind} of ${of}, which go takes for the real file`,
      evidence: [`0 bytes: ${path}`],
      pids: [],
      consequences: [],
      remedy: [run(['rm', '-f', path], 'or unlatch clean, which takes the version’s lock first'), ...again],
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
