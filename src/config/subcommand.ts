import type { Flag } from './declarations.ts';
import { flagName } from './probe/judge-flags.ts';

/** Flags before the subcommand that take their value from the next argument, unless they have a "=". */
const withValue = new Set(['remote', 'listen', 'logfile', 'debug', 'profile.cpu', 'profile.mem', 'profile.trace']);

/** The subcommand among the arguments of gopls: "mcp". gopls without one is `gopls serve`. */
export function subcommandOf(flags: readonly Flag[]): string {
  for (let at = 0; at < flags.length; at++) {
    const text = flags[at]?.text ?? '';
    if (!text.startsWith('-')) return text;
    if (!text.includes('=') && withValue.has(flagName(text))) at++;
  }
  return 'serve';
}
