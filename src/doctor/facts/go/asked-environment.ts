/** The environments in which go was asked: the doctor's, and that of the workspace's gopls if it differs. */
import type { PlaceFact } from '../../cache-fact.ts';
import type { CommandFact, GorootFact } from '../../go-fact.ts';
import type { Environment, Snapshot } from '../../snapshot.ts';

export interface AskedEnvironment {
  /** "here", "in the environment of gopls (pid 3)". */
  readonly where: string;
  readonly pids: readonly number[];
  /** The working directory of go. */
  readonly folder: string;
  readonly variables: Environment;
  /** The answer of `go env`. */
  readonly go: Environment | null;
  readonly local: CommandFact;
  readonly load: CommandFact | null;
  readonly goroot: GorootFact | null;
  readonly places: readonly PlaceFact[];
}

/** The doctor's own first. */
export function askedEnvironments({ env, folder, go, places, processes }: Snapshot): readonly AskedEnvironment[] {
  const { editor } = go;
  const here = { ...go, go: go.env, where: 'here', pids: [], folder, variables: env, places };
  if (editor === null) return [here];
  const gopls = processes.find(({ pid }) => pid === editor.pid);
  const where = `in the environment of gopls (pid ${editor.pid})`;
  return [
    here,
    {
      ...editor,
      go: editor.env,
      local: editor,
      where,
      pids: [editor.pid],
      folder: gopls?.workspace ?? gopls?.cwd ?? folder,
      variables: gopls?.env ?? {},
    },
  ];
}

/** A setting as go sees it, from the environment or from the file of `go env -w`. */
export function settingIn({ go, variables }: AskedEnvironment, name: string): string {
  return variables[name] || go?.[name] || '';
}

/** Merges what is wrong in both environments into one. */
export function firstOfEach<T>(found: readonly T[], key: (one: T) => string): readonly T[] {
  return found.filter((one, index) => found.findIndex((other) => key(other) === key(one)) === index);
}
