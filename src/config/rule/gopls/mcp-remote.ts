import type { Rule } from '../../finding.ts';
import { flagName } from '../../probe/judge-flags.ts';
import { subcommandOf } from '../../subcommand.ts';

/** gopls mcp as the client of a daemon. */
export const mcpRemote: Rule = ({ declarations }) =>
  declarations.goplsFlags
    .filter(({ flags }) => subcommandOf(flags) === 'mcp')
    .flatMap(({ flags }) => flags.filter(({ text }) => text.startsWith('-') && flagName(text) === 'remote'))
    .map(({ place, text }) => ({
      id: 'mcp-remote',
      severity: 'warning',
      place,
      summary: `gopls mcp shares no daemon: with ${text} gopls 0.24 exits at once, and older ones exit unless a daemon already runs`,
      evidence: ['gopls 0.24.0: "mcp does not currently support remote mode"; gopls 0.21.1: "dialing remote: …"'],
      remedy: `remove ${text}: each agent then has a gopls server of its own`,
      source: 'gopls/internal/cmd/mcp.go; golang/go#78668; test/integration/config/mcp-remote.test.ts runs it',
    }));
