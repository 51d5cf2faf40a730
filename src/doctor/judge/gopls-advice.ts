/** Steps for an error of go that gopls shows. */
import { decide, environment, restart, run, type Step } from '../remedy/remedy.ts';

const advice: readonly { readonly says: RegExp; readonly steps: (folder: string) => readonly Step[] }[] = [
  {
    says: /parsing \$GOFLAGS|unknown flag .*\$GOFLAGS/,
    steps: () => [
      decide(
        'correct GOFLAGS where the editor gets it (environment, `go env -w` or settings): each flag is one word, like -mod=vendor',
      ),
      restart('gopls'),
    ],
  },
  {
    says: /-mod may only be set to readonly or vendor when in workspace mode/,
    steps: () => [
      decide(
        'remove -mod=mod from GOFLAGS and from the build flags of gopls, or set GOWORK=off to use one module alone',
      ),
      restart('gopls'),
    ],
  },
  {
    says: /build cache is disabled by GOCACHE=off/,
    steps: () => [environment({ GOCACHE: null }, 'go has needed its build cache since 1.12'), restart('gopls')],
  },
  {
    says: /failed to initialize build cache at .*: file exists/,
    steps: () => [
      decide('GOCACHE is a file or a dangling link: create the folder it points to, or set another GOCACHE'),
      restart('gopls'),
    ],
  },
  {
    says: /inconsistent vendoring/i,
    steps: (folder) => [
      run(['go', 'mod', 'vendor'], 'updates vendor/modules.txt from go.mod; in a workspace use `go work vendor`', {
        cwd: folder,
      }),
      restart('gopls'),
    ],
  },
  {
    says: /go\.work lists go |go work use|requires go >= .*go\.work/,
    steps: (folder) => [
      run(['go', 'work', 'use'], 'sets the go line of go.work to what its modules require', { cwd: folder }),
      restart('gopls'),
    ],
  },
  {
    says: /unknown directive: (<<<<<<<|=======|>>>>>>>)/,
    steps: () => [decide('resolve the merge conflict in go.mod')],
  },
];

export function goplsAdvice(words: string, folder: string): readonly Step[] {
  return (
    advice.find(({ says }) => says.test(words))?.steps(folder) ?? [
      decide('fix what gopls reports, then restart gopls in the editor'),
    ]
  );
}
