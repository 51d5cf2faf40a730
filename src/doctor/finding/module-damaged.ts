import type { Finder } from '../finding.ts';

/** Files of a module version that are empty, or not what go.sum says: go does not heal these by itself. */
export const moduleDamaged: Finder = ({ cache, go }) => {
  const empty = cache.left.filter(({ kind }) => kind === 'empty zip' || kind === 'empty mod');
  const verify = go.deep?.verify;
  const source = 'golang/go#27952; golang/go#43313; cmd/go/internal/modfetch/fetch.go';
  const remedy =
    'remove exactly the files of that version (under its lock: unlatch clean), then go mod download and go clean -cache';
  return [
    ...empty.map(({ kind, path, of }) => ({
      id: 'module-damaged',
      severity: 'error' as const,
      summary: `the module cache has an ${kind} of ${of}, which go takes for the real one`,
      evidence: [`0 bytes: ${path}`],
      remedy,
      source,
    })),
    ...(verify !== undefined && verify.code !== 0 && /has been modified|missing|not a valid zip/.test(verify.output)
      ? [
          {
            id: 'module-damaged',
            severity: 'error' as const,
            summary: 'go mod verify finds modules that are not what was downloaded',
            evidence: [verify.output],
            remedy,
            source,
          },
        ]
      : []),
  ];
};
