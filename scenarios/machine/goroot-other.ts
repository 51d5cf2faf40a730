import { defineScenario, eachFailsWith } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'go compiles nothing while GOROOT names another Go than the one on PATH ("version X does not match go tool version Y"), and no go command runs if that folder is gone.',
  source: 'cmd/go/main.go, "cannot find GOROOT directory"; cmd/go/internal/work/gc.go, -goversion',
  cells: [{ expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.13
-- m.go --
package m
`,
  // The other Go is the same Go, but its VERSION and its compiler report each digit one higher.
  setup: [
    'goroot=$(go env GOROOT) tools=$(go env GOTOOLDIR)',
    'version=$(go version | cut -d" " -f3)',
    'other=$(tr 0-9 1-90 <<<"$version")',
    'own=$LAB/other/${tools#"$goroot"/}',
    'mkdir -p "$own"',
    'ln -s "$goroot"/[!pV]* $LAB/other && ln -s "$goroot"/pkg/[!t]* $LAB/other/pkg && ln -s "$tools"/* "$own"',
    'echo "$other" >$LAB/other/VERSION',
    'rm "$own/compile" && sed "s/$version/$other/g" "$tools/compile" >"$own/compile" && chmod +x "$own/compile"',
  ],
  workers: [
    // Its own cache, so that go must compile.
    {
      name: 'other',
      run: 'export GOROOT=$LAB/other GOCACHE=$LAB/own; $DOCTOR --at symptom; go build -gcflags=-N .',
    },
    { name: 'gone', after: 'exited other', run: 'export GOROOT=/nonexistent; $DOCTOR --at symptom; go build .' },
  ],
  mitigations: {
    'unset GOROOT': {
      run: { other: 'unset GOROOT; $DOCTOR --at end; go build .', gone: 'unset GOROOT; go build .' },
    },
    'GOROOT of the go on PATH': {
      run: {
        other: 'GOROOT=$(go env GOROOT); export GOROOT; $DOCTOR --at end; go build .',
        gone: 'GOROOT=$(go env GOROOT) go build .',
      },
    },
    'the bin of that GOROOT first on PATH, whatever is gone': {
      run: {
        other: 'export GOROOT=$LAB/other PATH=$LAB/other/bin:$PATH GOCACHE=$LAB/own; go build -gcflags=-N .',
        gone: 'PATH=/nonexistent/bin:$PATH GOROOT=/nonexistent go build .',
      },
      expect: 'fails',
    },
    'go clean -cache': {
      run: {
        other: 'go clean -cache; GOROOT=$LAB/other GOCACHE=$LAB/own go build -gcflags=-N .',
        gone: 'go clean -cache; GOROOT=/nonexistent go build .',
      },
      expect: 'fails',
      source: 'folk advice (F1)',
    },
  },
  remedy: {
    run: {
      other:
        'export GOROOT=$LAB/other GOCACHE=$LAB/own; go build -gcflags=-N . 2>/dev/null || :; eval "$(remedy)"; go build -gcflags=-N .',
      gone: 'export GOROOT=/nonexistent; go build . 2>/dev/null || :; eval "$(remedy)"; go build .',
    },
  },
  check: eachFailsWith({
    other: /version "?go[^"\s]+[^"]*"? does not match go tool version "?go/,
    gone: /cannot find GOROOT directory: \/nonexistent/,
  }),
  // The doctor runs several times in sequence.
  deadlineMs: 180_000,
  doctorFinding: 'goroot-other',
});
