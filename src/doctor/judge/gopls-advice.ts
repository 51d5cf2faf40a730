/** What to do about an error of go that gopls shows. */
import { decide, environment, restart, run, type Step } from '../remedy/remedy.ts';

const advice: readonly { readonly says: RegExp; readonly steps: (folder: string) => readonly Step[] }[] = [
  {
    says: /parsing \$GOFLAGS|unknown flag .*\$GOFLAGS/,
    steps: () => [
      decide(
        'correct GOFLAGS where the editor has it from: each flag is one word, as -mod=vendor; `go env -w` and settings count too',
      ),
      restart('gopls'),
    ],
  },
  {
    says: /-mod may only be set to readonly or vendor when in workspace mode/,
    steps: () => [
      decide('take -mod=mod out of GOFLAGS and of the build flags of gopls, or set GOWORK=off for a module of its own'),
      restart('gopls'),
    ],
  },
  {
    says: /build cache is disabled by GOCACHE=off/,
    steps: () => [environment({ GOCACHE: null }, 'go needs its build cache since 1.12'), restart('gopls')],
  },
  {
    says: /failed to initialize build cache at .*: file exists/,
    steps: () => [
      decide(
        'GOCACHE is a file, or a link that leads nowhere: make the folder that it leads to, or name another GOCACHE',
      ),
      restart('gopls'),
    ],
  },
  {
    says: /inconsistent vendoring/i,
    steps: (folder) => [
      run(['go', 'mod', 'vendor'], 'vendor/modules.txt again as go.mod has it; in a workspace `go work vendor`', {
        cwd: folder,
      }),
      restart('gopls'),
    ],
  },
  {
    says: /go\.work lists go |go work use|requires go >= .*go\.work/,
    steps: (folder) => [
      run(['go', 'work', 'use'], 'go.work gets a go line that its modules can do with', { cwd: folder }),
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
      decide('mend what gopls names, then start gopls again in the editor'),
    ]
  );
}
