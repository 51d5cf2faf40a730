/**
 * Makes child Node processes trust the system's certificates, as go does: the one that talks to the
 * cache service is behind the same proxy. Later steps do not see the variable. Node supports it
 * since 24.6.
 */
export function trustTheSystem(env: NodeJS.ProcessEnv): void {
  env['NODE_USE_SYSTEM_CA'] ??= '1';
}
