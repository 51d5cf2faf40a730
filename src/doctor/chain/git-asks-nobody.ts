/** An environment in which git asks no person, and waits for no silent server. Source: git(1), gitcredentials(7), ssh_config(5). */
import type { ProcessFact } from '../process-fact.ts';

/**
 * @param git with all below it: who waits decides what is turned off.
 * @param env of that git: entries of GIT_CONFIG_COUNT that are there stay.
 */
export function gitAsksNobody(git: readonly ProcessFact[], env: ProcessFact['env']): Readonly<Record<string, string>> {
  return {
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: 'true',
    SSH_ASKPASS: 'true',
    GCM_INTERACTIVE: 'never',
    // A server that is silent after the login too.
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=10 -o ServerAliveCountMax=2',
    GIT_HTTP_LOW_SPEED_LIMIT: '1',
    GIT_HTTP_LOW_SPEED_TIME: '10',
    ...(git.some(isCredentialHelper) ? withoutHelpers(Number(env?.['GIT_CONFIG_COUNT'] ?? 0) || 0) : {}),
  };
}

/** git runs "git credential-store get", "/usr/bin/helper get", or a shell with such a line. */
function isCredentialHelper({ command }: ProcessFact): boolean {
  return command.some((word) => /\bcredential-/.test(word)) || / get$/.test(command.join(' '));
}

/** An empty helper takes back all that were named before. */
function withoutHelpers(count: number): Readonly<Record<string, string>> {
  return {
    GIT_CONFIG_COUNT: `${count + 1}`,
    [`GIT_CONFIG_KEY_${count}`]: 'credential.helper',
    [`GIT_CONFIG_VALUE_${count}`]: '',
  };
}
