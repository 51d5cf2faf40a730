import type { Plugin } from 'esbuild';

/**
 * These two are two thirds of the toolkit, and most requests to the cache service need neither: one is for a proxy, the
 * other for an archive that exists. Each has a separate bundle, loaded at the first `new` of one of these classes. If the
 * toolkit imports another name, esbuild fails.
 */
const classesApart: Readonly<Record<string, { readonly bundle: string; readonly classes: readonly string[] }>> = {
  undici: { bundle: 'undici', classes: ['ProxyAgent'] },
  '@azure/storage-blob': { bundle: 'storage-blob', classes: ['BlobClient', 'BlockBlobClient'] },
};

/** Gives @actions/* these classes from their bundles. */
export const loadLate: Plugin = {
  name: 'load-late',
  setup: ({ onResolve, onLoad }) => {
    const namespace = 'load-late';
    onResolve({ filter: /^(undici|@azure\/storage-blob)$/ }, ({ path, importer }) =>
      /[\\/]@actions[\\/]/.test(importer) ? { path, namespace } : null,
    );
    onResolve({ filter: /\.cjs$/, namespace }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace }, ({ path }) => {
      const { bundle = '', classes = [] } = classesApart[path] ?? {};
      const stand = `const late = (name) => new Proxy(function () {}, {
  construct: (_, args) => new (require("./${bundle}.cjs")[name])(...args),
  get: (_, key) => require("./${bundle}.cjs")[name][key],
});\n`;
      return { contents: stand + classes.map((name) => `export const ${name} = late("${name}");\n`).join('') };
    });
  },
};

/** The bundles and the packages in them. */
export const lateBundles = Object.fromEntries(Object.entries(classesApart).map(([name, { bundle }]) => [bundle, name]));
