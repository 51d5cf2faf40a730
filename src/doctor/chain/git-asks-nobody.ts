/**
 * An environment in which git prompts nobody and gives up on silent servers.
 * Source: git(1), gitcredentials(7), ssh_config(5).
 */
import type { ProcessFact } from '../process-fact.ts';

/**
 * @param git git and its descendants: they decide which helpers to turn off.
 * @param env the environment of that git; its GIT_CONFIG_COUNT entries stay.
 */
export function gitAsksNobody(git: readonly ProcessFact[], env: ProcessFact['env']): Readonly<Record<string, string>> {
  return {
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: 'true',
    SSH_ASKPASS: 'true',
    GCM_INTERACTIVE: 'never',
    // The keep-alives cover a server that falls silent after the login.
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes -o ConnectTimeout=10 -o ServerAliveInterval=10 -o ServerAliveCountMax=2',
    GIT_HTTP_LOW_SPEED_LIMIT: '1',
    GIT_HTTP_LOW_SPEED_TIME: '10',
    ...(git.some(isCredentialHelper) ? withoutHelpers(Number(env?.['GIT_CONFIG_COUNT'] ?? 0) || 0) : {}),
  };
}

/** git runs "git credential-store get", "/usr/bin/helper get" or a shell with such a command. */
function isCredentialHelper({ command }: ProcessFact): boolean {
  return command.some((word) => /\bcredential-/.test(word)) || / get$/.test(command.join(' '));
}

/** An empty helper clears those configured before. */
function withoutHelpers(count: number): Readonly<Record<string, string>> {
  return {
    GIT_CONFIG_COUNT: `${count + 1}`,
    [`GIT_CONFIG_KEY_${count}`]: 'credential.helper',
    [`GIT_CONFIG_VALUE_${count}`]: '',
  };
}
