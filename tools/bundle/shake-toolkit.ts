import type { Plugin } from 'esbuild';

/**
 * @actions/core includes a client for identity tokens, and with it an HTTP client: half a megabyte that never runs. The
 * package does not declare its modules free of side effects, so this does.
 */
export const shakeToolkit: Plugin = {
  name: 'shake-toolkit',
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /^@actions\/(core|http-client)|\/oidc-utils/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === 'shaken') return null;
      const { kind, importer, namespace, resolveDir } = from;
      const found = await resolve(path, { kind, importer, namespace, resolveDir, pluginData: 'shaken' });
      return { ...found, sideEffects: false };
    });
  },
};
