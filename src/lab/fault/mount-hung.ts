/**
 * A filesystem that does not answer: its server is stopped, and every call on it blocks in the kernel, as
 * with a network mount whose server is gone.
 * Source: fs/fuse/dev.c, request_wait_answer: a request that the server has not read dies with its process.
 */
import type { Fault } from './fault.ts';

/**
 * Mounts the folder at the place with bindfs and stops that server until the trial ends. Armed when a stat
 * of the place does not return; each process that waits for it is a hit.
 */
export function mountHung(folder: string, place: string): Fault {
  return {
    name: `${folder} mounted at ${place}, where nothing answers`,
    needs: ['fuse', 'procfs'],
    hold: [
      `mkdir -p "${folder}" "${place}" && touch "${folder}/canary" || exit`,
      // No kernel caching: every call asks the server again.
      `bindfs -f --no-allow-other -o entry_timeout=0,attr_timeout=0,negative_timeout=0 "${folder}" "${place}" &`,
      'server=$!',
      `until [[ -e ${place}/canary ]]; do kill -0 $server || exit; pause 0.02; done`,
      `rm "${folder}/canary" && kill -STOP $server || exit`,
      `stat "${place}/canary" & asked=$!`,
      'until [[ $(<"/proc/$asked/wchan") == request_wait_answer ]]; do kill -0 $asked || exit; pause 0.02; done',
      'kill -KILL $asked; echo armed >"$FAULT_LOG"; wait $server',
    ].join('\n'),
    note: [
      'for waiting in /proc/[0-9]*/task/*/wchan; do',
      '  [[ $(<"$waiting") == request_wait_answer ]] && task=${waiting%/task/*} && echo "waits ${task#/proc/}" >>"$FAULT_LOG"',
      'done 2>/dev/null',
    ].join('\n'),
    hit: '^waits ',
    count: (log) => ({
      armed: log.startsWith('armed'),
      hits: new Set(log.split('\n').filter((line) => line.startsWith('waits '))).size,
    }),
  };
}
