/**
 * Has the Node processes that this one starts trust whom the system trusts, as go does: the one that speaks to the cache service is behind the
 * same proxy. Later steps do not see it. Node knows the variable since 24.6.
 */
export function trustTheSystem(env: NodeJS.ProcessEnv): void {
  env['NODE_USE_SYSTEM_CA'] ??= '1';
}
