import type { Finder } from '../../finding.ts';
import { decide } from '../../remedy/remedy.ts';
import type { OomKill } from '../../snapshot.ts';
import { ageText, countText } from '../../text/process-text.ts';

/** An older kill no longer matters: the program was restarted or is not missed. */
const recentMs = 10 * 60_000;

/** Go's programs and those that go starts. */
const ofGo = /^(go|gopls|compile|link|asm|cgo|vet|dlv|staticcheck|golangci-lint)$/;

/**
 * The kernel's OOM killer just killed a Go program. The counter of the cgroup alone is a note: it
 * never goes down and names no program.
 */
export const outOfMemory: Finder = ({ host }) => {
  const victims = host.oomVictims.filter(({ name, agoMs }) => ofGo.test(name) && agoMs < recentMs);
  const kills = host.oomKills ?? 0;
  if (victims.length === 0 && kills === 0) return [];
  const names = victims.map(({ name, pid, agoMs }) => `${name} (pid ${pid}, ${ageText(agoMs)} ago)`);
  return [
    {
      id: 'out-of-memory',
      severity: victims.length > 0 ? ('warning' as const) : ('note' as const),
      summary:
        victims.length > 0
          ? `out of memory: the kernel killed ${names.join(', ')}`
          : `out of memory: the kernel has killed ${countText(kills, 'process', 'processes')} of this cgroup since it was created; it does not say which or when`,
      evidence: [
        ...(kills > 0 ? [`oom_kill ${kills} of this cgroup`] : []),
        ...host.oomVictims.map(line),
        'gopls reports a killed go list as "signal: killed", the editor a killed gopls as "server got closed"',
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
