import type { Rule } from '../../finding.ts';
import { flagName } from '../../probe/judge-flags.ts';
import { subcommandOf } from '../../subcommand.ts';

/** Several agents of a workspace that each start a gopls mcp over stdio. */
export const ownServer: Rule = ({ declarations }) => {
  const starts = declarations.goplsFlags
    .filter(
      ({ flags }) =>
        subcommandOf(flags) === 'mcp' && !flags.some(({ text }) => /^-/.test(text) && flagName(text) === 'listen'),
    )
    .flatMap(({ flags: [first] }) => first ?? []);
  const files = [...new Set(starts.map(({ place }) => place.file))];
  if (files.length < 2) return [];
  return starts.map(({ place }) => ({
    id: 'own-server',
    severity: 'note',
    place,
    summary: `the settings of ${files.length} agents start gopls mcp: each session of each agent has a gopls server of its own, besides those of the editors`,
    evidence: [`gopls mcp is in ${files.join(', ')}`],
    remedy:
      'none is needed: if one of them crashes, the others keep theirs. End an agent that you do not use, and its gopls ends too',
    source: 'scenarios gopls-per-agent, gopls-daemon-killed, gopls-mcp',
  }));
};
