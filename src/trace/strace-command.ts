/**
 * How strace is called to see locks, and little else: with a seccomp filter only the calls named here stop a process.
 *
 * A thread or process that strace has not yet seen in one of these calls is stopped at every call that it makes: strace learns only
 * then that the filter is in force there (strace.c, TE_SECCOMP). So the first call of a new thread is among them: gettid in Go
 * (runtime, sys_linux_*.s, clone), rseq and set_robust_list in glibc. Without them a warm `go build` has twenty times the stops.
 * close is not: it would be most of all stops, and Go unlocks before it closes (cmd/go/internal/lockedfile).
 */
const calls = [
  'flock',
  'gettid',
  'rseq',
  'set_robust_list',
  // Which thread and which process is whose; where a call is not there, as fork on arm64, the question mark lets it pass.
  '?clone',
  '?clone3',
  '?fork',
  '?vfork',
  'execve',
  '?execveat',
];

/**
 * The words before the traced command. `-y` names the file behind a descriptor, `-ttt` is CLOCK_REALTIME, `-T` the time in the call,
 * SIGURG is what Go preempts its goroutines by. Of a signal that is not asked for strace would not even say that it killed.
 * @param log a file; "$FILE" where a shell reads the words.
 */
export function straceWords(log: string): readonly string[] {
  return `strace -f --seccomp-bpf -q -ttt -T -y -s 256 -e signal=!SIGURG,SIGCHLD -e trace=${calls.join(',')} -o`
    .split(' ')
    .concat(log);
}
