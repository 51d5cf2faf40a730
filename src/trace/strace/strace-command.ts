/**
 * The strace command that shows locks and little else. Its seccomp filter stops a process only at the
 * calls listed here.
 *
 * strace stops a new thread at every call until the thread makes a listed one: only then strace knows
 * that the filter is in force there (strace.c, TE_SECCOMP). So the list has the first call of a new
 * thread: gettid in Go (runtime, sys_linux_*.s, clone), rseq and set_robust_list in glibc. Without them
 * a warm `go build` has twenty times the stops. close is not listed: it would cause most of the stops,
 * and Go unlocks before it closes (cmd/go/internal/lockedfile).
 */
const calls = [
  'flock',
  'gettid',
  'rseq',
  'set_robust_list',
  // These show which process a thread belongs to. "?": strace accepts that the platform lacks the call, as arm64 lacks fork.
  '?clone',
  '?clone3',
  '?fork',
  '?vfork',
  'execve',
  '?execveat',
];

/**
 * The words before the traced command. `-y` names the file behind a descriptor, `-ttt` prints
 * CLOCK_REALTIME, `-T` prints the duration of a call. Go preempts its goroutines with SIGURG. strace
 * reports a fatal signal only if the filter includes it.
 *
 * @param log a file; "$FILE" if a shell reads the words.
 */
export function straceWords(log: string): readonly string[] {
  return `strace -f --seccomp-bpf -q -ttt -T -y -s 256 -e signal=!SIGURG,SIGCHLD -e trace=${calls.join(',')} -o`
    .split(' ')
    .concat(log);
}
