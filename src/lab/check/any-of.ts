import { type Checker, unknown } from './finding.ts';

/** The first that is present speaks; absent needs all of them absent. */
export function anyOf(...checkers: readonly Checker[]): Checker {
  return (history) => {
    const findings = checkers.map((check) => check(history));
    const deciding = (['present', 'unknown', 'absent'] as const)
      .map((state) => findings.find((finding) => finding.state === state))
      .find((finding) => finding !== undefined);
    return deciding ?? unknown('nothing was looked for');
  };
}
