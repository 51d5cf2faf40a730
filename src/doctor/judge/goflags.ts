/** Corrects GOFLAGS where it was set, without what go refuses. */
import type { AskedEnvironment } from '../facts/go/asked-environment.ts';
import { environment, run, type Step } from '../remedy/remedy.ts';

/** Whether `go env -w` set the variable. The environment overrides that file. */
export function isInGoenv({ variables, go }: AskedEnvironment, name: string): boolean {
  return !variables[name] && (go?.[name] ?? '') !== '';
}

/** @param keeps whether a word of GOFLAGS stays. */
export function mendGoflags(asked: AskedEnvironment, keeps: (word: string) => boolean, why: string): Step {
  const value = asked.variables['GOFLAGS'] || asked.go?.['GOFLAGS'] || '';
  const rest = value.split(/\s+/).filter((word) => word !== '' && keeps(word));
  if (!isInGoenv(asked, 'GOFLAGS')) return environment({ GOFLAGS: rest.length === 0 ? null : rest.join(' ') }, why);
  const file = asked.go?.['GOENV'] ?? 'the file of go env -w';
  return rest.length === 0
    ? run(['go', 'env', '-u', 'GOFLAGS'], `${why}; it is set in ${file}`)
    : run(['go', 'env', '-w', `GOFLAGS=${rest.join(' ')}`], `${why}; it is set in ${file}`);
}
