/** The versions that a run covers: those in docker/versions.json, or those named on the command line. */
import { builtInMatrix } from '../go/matrix.ts';
import { hostPlatform } from '../go/platform.ts';
import { lineOf, matrixGoVersions } from '../go/versions.ts';
import type { MatrixVersions } from '../lab/plan.ts';

export function matrixVersions(): MatrixVersions {
  const matrix = builtInMatrix();
  const go = matrixGoVersions({ matrix, platform: hostPlatform() });
  const newest = go.at(-1);
  const gopls = matrix.gopls.flatMap((version) => {
    const line = matrix.goplsGo[version];
    const fitting = go.findLast((candidate) => lineOf(candidate) === line) ?? newest;
    return fitting === undefined ? [] : [{ gopls: version, go: fitting }];
  });
  return { go, gopls };
}
