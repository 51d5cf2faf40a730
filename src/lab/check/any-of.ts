import { type Checker, unknown } from './finding.ts';

/** Present if any is present; absent only if all are absent. */
export function anyOf(...checkers: readonly Checker[]): Checker {
  const check: Checker = (history) => {
    const findings = checkers.map((check) => check(history));
    const deciding = (['present', 'unknown', 'absent'] as const)
      .map((state) => findings.find((finding) => finding.state === state))
      .find((finding) => finding !== undefined);
    return deciding ?? unknown('no checker was given');
  };
  const commands = checkers.map((checker) => checker.commands);
  return commands.includes(undefined)
    ? check
    : Object.assign(check, { commands: commands.flatMap((own) => own ?? []) });
}
