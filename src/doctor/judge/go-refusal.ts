/**
 * Recognizes why go refuses to start, by its messages. Only the messages below count: a missing
 * module or a Go that is too old is a different fault.
 */
import type { AskedEnvironment } from '../facts/go/asked-environment.ts';

export interface Refusal {
  readonly kind: 'goflags' | 'goroot' | 'path' | 'workspace';
  /** The lines of go that say so. */
  readonly words: string;
}

/** Source: cmd/go/internal/base/goflags.go; modload/init.go; modload/vendor.go; cmd/go/main.go. */
const known: readonly (readonly [Refusal['kind'], RegExp])[] = [
  ['goroot', /^go: cannot find GOROOT directory: .*/m],
  ['goflags', /^go: parsing \$GOFLAGS: .*|^.*\(from \$GOFLAGS\).*|^-mod=\S* not supported .*/m],
  ['path', /^go: GOPATH entry (?:is relative|cannot start).*/m],
  ['workspace', /^go: -mod may only be set to readonly or vendor when in workspace mode[\s\S]*/m],
  ['workspace', /^go: -modfile cannot be used (?:in|with).*/m],
  ['workspace', /^go: inconsistent vendoring in [\s\S]*/m],
  ['workspace', /^go: module \S+ listed in go\.work file requires go >= \S+, but go\.work [\s\S]*/m],
  ['workspace', /^go: cannot load module .* listed in go\.work file: [\s\S]*/m],
  ['workspace', /^go: module \S+ appears multiple times in workspace.*/m],
  ['workspace', /^go: (?:workspace module .* is replaced|conflicting replacements).*/m],
  ['workspace', /^go: (?:reading go\.work: |errors parsing (?:\S*\/)?go\.(?:mod|work):)[\s\S]*/m],
  ['workspace', /^go: invalid GOWORK: .*/m],
];

/** Messages of a Go that is too old for the workspace. */
const tooOld = /unknown directive: (?:toolchain|tool|ignore|godebug)\b|invalid go version|\(running go/;

export function refusalIn({ load, local }: AskedEnvironment): Refusal | null {
  for (const fact of [local, load]) {
    if (fact === null || fact.code === 0 || fact.timedOut) continue;
    for (const [kind, pattern] of known) {
      const words = pattern.exec(fact.output)?.[0].trim();
      if (words !== undefined && !(kind === 'workspace' && tooOld.test(words))) return { kind, words };
    }
  }
  return null;
}
