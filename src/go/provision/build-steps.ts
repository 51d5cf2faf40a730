import type { ProvisionProgress } from '../context.ts';

/**
 * Follows the output of `go install -v`, which names each module it downloads and each package it
 * compiles.
 * @returns a function to call with each piece of its stderr.
 */
export function buildSteps(
  what: string,
  tell: ((event: ProvisionProgress) => void) | undefined,
): (text: string) => void {
  let rest = '';
  let modules = 0;
  let packages = 0;
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const downloaded = /^go: downloading (\S+)/.exec(line)?.[1];
      if (downloaded !== undefined) {
        modules += 1;
        tell?.({ what, step: `downloading modules: ${modules}, the last ${downloaded}` });
      } else if (/^[\w.~/-]+$/.test(line)) {
        packages += 1;
        tell?.({ what, step: `compiled ${packages} ${packages === 1 ? 'package' : 'packages'}, the last ${line}` });
      }
    }
  };
}
