/** A program of the sandbox stops as soon as it is seen to run: however fast the machine is, whoever waits for it waits on. */
import type { Fault } from './fault.ts';

/**
 * Sends SIGSTOP to every process of the sandbox that runs a program of this name with this argument. Each is a hit; one that has
 * ended within some milliseconds is missed.
 */
export function programStops(program: string, argument: string): Fault {
  return {
    name: `${program} ${argument} stops`,
    needs: ['procfs'],
    hold: [
      'declare -A seen=()',
      'stop() {',
      '  local cmdline pid words',
      '  for cmdline in /proc/[0-9]*/cmdline; do',
      '    pid=${cmdline#/proc/} pid=${pid%/cmdline}',
      '    [[ -z ${seen[$pid]-} ]] && mapfile -d "" -t words <"$cmdline" || continue',
      `    [[ \${words[0]##*/} == ${program} && " \${words[*]} " == *" ${argument} "* ]] || continue`,
      // Where there are no namespaces, others on this machine run it too.
      '    grep -qzxF "LAB=$LAB" "/proc/$pid/environ" && kill -STOP "$pid" || continue',
      '    seen[$pid]=1',
      '    echo "struck $pid ${words[*]}"',
      '  done',
      '} 2>/dev/null',
      `(exec -a ${program} bash -c 'read -r <> <(:)' - ${argument}) & canary=$!`,
      'until [[ $(<"/proc/$canary/stat") == *") T "* ]]; do kill -0 $canary || exit; stop >/dev/null; done',
      'kill -KILL $canary; echo armed >"$FAULT_LOG"',
      'while :; do stop >>"$FAULT_LOG"; read -rt 0.02 <> <(:); done',
    ].join('\n'),
    count: (log) => ({
      armed: log.startsWith('armed'),
      hits: log.split('\n').filter((line) => line.startsWith('struck ')).length,
    }),
  };
}
