import type { Flag } from '../../declarations.ts';
import type { ConfigFinding, Rule } from '../../finding.ts';
import { flagName } from '../../probe/judge-flags.ts';
import { subcommandOf } from '../../subcommand.ts';

/** Flags that make gopls a client of a daemon, or a daemon itself. */
export const sharedSocket: Rule = ({ declarations }) =>
  declarations.goplsFlags.flatMap(({ flags }) =>
    // `gopls mcp -listen` is meant to be a server.
    subcommandOf(flags) === 'serve'
      ? flags.flatMap((flag, at) => {
          const name = flag.text.startsWith('-') ? flagName(flag.text) : '';
          const value = flag.text.includes('=') ? flag.text.replace(/^[^=]*=/, '') : (flags[at + 1]?.text ?? '');
          if (name === 'listen') return [listens(flag)];
          if (name !== 'remote') return [];
          if (value === 'auto') return [shares(flag)];
          return value.startsWith('auto;') ? [] : [needsListener(flag, value)];
        })
      : [],
  );

function listens({ place, text }: Flag): ConfigFinding {
  return {
    id: 'shared-socket',
    severity: 'error',
    place,
    summary: `with ${text} gopls listens for other clients and never answers the editor that started it, which waits forever`,
    evidence: ['it never answers the request initialize on its stdin'],
    remedy: 'remove it; -remote=auto starts a daemon if there is none',
    source: 'gopls help serve; test/integration/config/rule.test.ts connects to such a gopls',
  };
}

function shares({ place, text }: Flag): ConfigFinding {
  return {
    id: 'shared-socket',
    severity: 'note',
    place,
    summary: `with ${text} all windows and workspaces of this user share one daemon: if it dies, all lose gopls`,
    evidence: ['a workspace that waits for the network does not block the others (scenario gopls-workspace-socket)'],
    remedy: '`unlatch config --socket` prints the settings for a daemon of this workspace alone',
    source: 'scenarios gopls-workspace-socket, gopls-daemon-killed, gopls-daemon-stopped',
  };
}

function needsListener({ place, text }: Flag, address: string): ConfigFinding {
  return {
    id: 'shared-socket',
    severity: 'warning',
    place,
    summary: `with ${text} gopls exits at once if nothing listens on ${address}: only -remote=auto starts a daemon`,
    evidence: ['gopls: "connecting to remote: dialing remote: …"'],
    remedy:
      'write -remote=auto;NAME, which `unlatch config --socket` prints for this workspace, or start a daemon before the editor',
    source: 'gopls/internal/lsprpc/dialer.go; test/integration/config/rule.test.ts runs it',
  };
}
