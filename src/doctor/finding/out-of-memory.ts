import type { Finder } from '../finding.ts';
import { decide } from '../remedy/remedy.ts';
import type { OomKill } from '../snapshot.ts';
import { ageText, countText } from '../text/process-text.ts';

/** Older than this, it is history: whoever was struck has been started again, or is not missed. */
const recentMs = 10 * 60_000;

/** Programs of Go, and what go starts. */
const ofGo = /^(go|gopls|compile|link|asm|cgo|vet|dlv|staticcheck|golangci-lint)$/;

/**
 * The kernel killed a program of Go for want of memory, just now. The count of a cgroup alone never goes down, and does not tell whom it
 * struck: that is a note.
 */
export const outOfMemory: Finder = ({ host }) => {
  const struck = host.oomVictims.filter(({ name, agoMs }) => ofGo.test(name) && agoMs < recentMs);
  const kills = host.oomKills ?? 0;
  if (struck.length === 0 && kills === 0) return [];
  const names = struck.map(({ name, pid, agoMs }) => `${name} (pid ${pid}, ${ageText(agoMs)} ago)`);
  return [
    {
      id: 'out-of-memory',
      severity: struck.length > 0 ? ('warning' as const) : ('note' as const),
      summary:
        struck.length > 0
          ? `the kernel has killed ${names.join(', ')} for want of memory`
          : `the kernel has killed ${countText(kills, 'process', 'processes')} of this cgroup for want of memory since it was made; when, and which, it does not say`,
      evidence: [
        ...(kills > 0 ? [`oom_kill ${kills} of this cgroup`] : []),
        ...host.oomVictims.map(line),
        'of a go list that was killed gopls says "signal: killed", of gopls the editor "server got closed"',
      ],
      pids: [],
      consequences: [],
      remedy: [
        decide('Raise the memory limit, share one gopls between editors (-remote=auto), or set GOMEMLIMIT for it'),
      ],
      source: 'golang/go#41998; golang/vscode-go#2007; scenario memory-limit',
    },
  ];
};

function line({ name, pid, agoMs }: OomKill): string {
  return `dmesg: killed ${name} (pid ${pid}) ${ageText(agoMs)} ago`;
}
