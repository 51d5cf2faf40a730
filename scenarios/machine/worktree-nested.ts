import { defineScenario, failsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    "go commands fail in a git worktree below the folder of its repository, as agents make them, when an untracked go.work lies there: go takes the first module for the worktree's.",
  source: 'MaxGhenis/openmessage#164; cmd/go/internal/modload/init.go, FindGoWork',
  cells: [
    { go: '<1.18', expect: 'not-reproduced' },
    { go: '>=1.18', expect: 'reproduced' },
  ],
  files: `
-- go.mod --
module example.com/m

go 1.13
-- main.go --
package main

func main() {}
-- .gitignore --
go.work
`,
  setup: [
    'git init -q .; git add .; git -c user.name=a -c user.email=a@example.com commit -qm a',
    'printf "go 1.18\\n\\nuse .\\n" >go.work',
    'git worktree add -q .claude/worktrees/one; git worktree add -q $LAB/beside',
  ],
  workers: [{ name: 'build', run: 'cd .claude/worktrees/one && go list ./...' }],
  mitigations: {
    'GOWORK=off': { env: { GOWORK: 'off' } },
    'a worktree beside the repository': { run: { build: 'cd $LAB/beside && go list ./...' } },
    'a go.work of its own': {
      run: { build: 'cd .claude/worktrees/one && printf "go 1.18\\n\\nuse .\\n" >go.work && go list ./...' },
    },
    // Then two folders of the workspace are the same module.
    'go work use': {
      run: { build: 'cd .claude/worktrees/one && go work use . && go list ./...' },
      expect: 'fails',
    },
  },
  check: failsWith(
    /does not contain (?:package|modules listed)|outside (?:available modules|modules listed in go\.work)|not one of the workspace modules|appears multiple times in workspace/,
  ),
});
