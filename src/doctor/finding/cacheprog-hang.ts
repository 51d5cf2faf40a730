import type { Finder } from '../finding.ts';
import { ageText, childrenOf, isBusy, isGo, processText } from '../wait-chain.ts';

const patienceMs = 2000;

/** go waits for the program that GOCACHEPROG names, and tells so only on its stderr, which the editor does not show. */
export const cacheprogHang: Finder = (snapshot) =>
  snapshot.processes.flatMap((process) => {
    const prog = process.env?.['GOCACHEPROG'] || snapshot.go.env?.['GOCACHEPROG'] || '';
    const children = childrenOf(process, snapshot);
    const [helper] = children;
    const idle = ![process, ...children].some(isBusy);
    if (
      !isGo(process) ||
      prog === '' ||
      helper === undefined ||
      children.length > 1 ||
      !idle ||
      process.ageMs < patienceMs
    )
      return [];
    return [
      {
        id: 'cacheprog-hang',
        severity: 'error' as const,
        summary: `${processText(process)} waits for its GOCACHEPROG (pid ${helper.pid}) since ${ageText(helper.ageMs)}`,
        evidence: [`GOCACHEPROG=${prog}`, `pid ${helper.pid}: ${helper.command.join(' ')}`],
        remedy: 'unset GOCACHEPROG (go env -u GOCACHEPROG), or end the helper and see why it does not answer',
        source: 'cmd/go/internal/cache/prog.go: no limit',
      },
    ];
  });
