import { defineScenario, failsWith, memoryLimited } from '../../src/lab/vocabulary.ts';

export default defineScenario({
  claim:
    'If the kernel kills a Go program at the memory limit of its container, go run says "signal: killed" and does not mention memory, although half of the heap is garbage.',
  source: 'golang/go#41998; golang/vscode-go#2007; runtime/debug, SetMemoryLimit',
  // Not in the catalogue: on the host runtime a trial has no memory limit; test/docker runs it. GOMEMLIMIT exists since Go 1.19.
  cells: [{ go: '>=1.19', expect: 'reproduced' }],
  files: `
-- go.mod --
module example.com/m

go 1.19
-- main.go --
package main

const mib = 1 << 20

var kept, garbage []byte

// touched returns n bytes with every page resident.
func touched(n int) []byte {
	b := make([]byte, n)
	for i := 0; i < n; i += 4096 {
		b[i] = 1
	}
	return b
}

func main() {
	kept = touched(1300 * mib)
	for i := 0; i < 3000; i++ {
		garbage = touched(mib)
	}
	println(len(kept), len(garbage))
}
`,
  workers: [{ name: 'run', run: 'go run .' }],
  fault: memoryLimited(),
  mitigations: {
    'GOMEMLIMIT below the limit of the container': {
      run: { run: 'go build -o $LAB/m . && GOMEMLIMIT=1500MiB $LAB/m' },
      avoids: true,
    },
    'a lower GOGC': { run: { run: 'go build -o $LAB/m . && GOGC=10 $LAB/m' }, avoids: true },
    'GOMEMLIMIT above the limit of the container': {
      run: { run: 'GOMEMLIMIT=4GiB go run .' },
      expect: 'fails',
    },
  },
  // The kernel may end go as well, for which the shell has the word.
  check: failsWith(/signal: killed|\bKilled\b/),
  doctorFinding: 'out-of-memory',
  remedy: { decide: 'echo export GOMEMLIMIT=1500MiB', causeStays: true },
  exclusive: true,
  deadlineMs: 120_000,
});
