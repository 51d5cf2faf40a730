/** Stops a program of the sandbox as soon as it runs, so that its waiters keep waiting on a machine of any speed. */
import { type Fault, timesOfHits } from './fault.ts';

/**
 * Sends SIGSTOP to every process of the sandbox that runs this program with this argument, except to the
 * children that it forks. Each is a hit; one that ends within some milliseconds is missed.
 */
export function programStops(program: string, argument: string): Fault {
  return {
    name: `${program} ${argument} stops`,
    needs: ['procfs'],
    hold: [
      'declare -A seen=()',
      'stop() {',
      '  local cmdline pid words stat parent others',
      '  for cmdline in /proc/[0-9]*/cmdline; do',
      '    pid=${cmdline#/proc/} pid=${pid%/cmdline}',
      '    [[ -z ${seen[$pid]-} ]] && mapfile -d "" -t words <"$cmdline" || continue',
      `    [[ \${words[0]##*/} == ${program} && " \${words[*]} " == *" ${argument} "* ]] || continue`,
      // A forked child has its parent's command line until its own exec, which may come before the signal.
      '    read -r stat <"/proc/$pid/stat" && read -r _ parent _ <<<"${stat##*) }" || continue',
      '    others=() && mapfile -d "" -t others <"/proc/$parent/cmdline"; [[ "${others[*]}" != "${words[*]}" ]] || continue',
      // Without namespaces, other processes of this machine may run it too.
      '    grep -qzxF "LAB=$LAB" "/proc/$pid/environ" && kill -STOP "$pid" || continue',
      '    seen[$pid]=1',
      '    printf "at %s\\nstruck %s %s\\n" "$EPOCHREALTIME" "$pid" "${words[*]}"',
      '  done',
      '} 2>/dev/null',
      `(exec -a ${program} bash -c 'read -r <> <(:)' - ${argument}) & canary=$!`,
      'until [[ $(<"/proc/$canary/stat") == *") T "* ]]; do kill -0 $canary || exit; stop >/dev/null; done',
      'kill -KILL $canary; echo armed >"$FAULT_LOG"',
      'while :; do stop >>"$FAULT_LOG"; pause 0.02; done',
    ].join('\n'),
    hit: '^struck ',
    count: (log) => ({
      armed: log.startsWith('armed'),
      hits: log.split('\n').filter((line) => line.startsWith('struck ')).length,
    }),
    times: timesOfHits,
  };
}
