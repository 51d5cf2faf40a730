/** Random edits of a module between two jobs, and what must hold for its caches afterwards. */
import fc from 'fast-check';
import { restoreCaches } from '../../../src/cache/restore.ts';
import { saveCaches } from '../../../src/cache/save.ts';
import type { SavePolicy } from '../../../src/cache/save-policy.ts';
import { type AModule, always, aModule, publish } from './a-module.ts';

const packages = ['a', 'b', 'c'] as const;
const dependencies = ['example.com/one', 'example.com/two', 'example.com/Three'] as const;
const versions = ['v1.0.0', 'v1.1.0', 'v1.2.0-rc.1'] as const;

type Edit =
  | { readonly do: 'change'; readonly package: (typeof packages)[number]; readonly value: number }
  | { readonly do: 'import'; readonly package: (typeof packages)[number]; readonly of: readonly string[] }
  | { readonly do: 'require'; readonly dependency: string; readonly version: string }
  | { readonly do: 'remove'; readonly package: (typeof packages)[number] }
  | { readonly do: 'nothing' };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant('change' as const), package: fc.constantFrom(...packages), value: fc.nat(5) }),
  fc.record({
    do: fc.constant('import' as const),
    package: fc.constantFrom(...packages),
    of: fc.subarray([...dependencies, ...packages.map((name) => `example.com/m/${name}`)]),
  }),
  fc.record({
    do: fc.constant('require' as const),
    dependency: fc.constantFrom(...dependencies),
    version: fc.constantFrom(...versions),
  }),
  fc.record({ do: fc.constant('remove' as const), package: fc.constantFrom(...packages) }),
  fc.record({ do: fc.constant('nothing' as const) }),
);

interface Package {
  readonly value: number;
  readonly imports: readonly string[];
}

const everyTime: SavePolicy = { ...always, refreshAbovePercent: -1 };

/**
 * Runs sequences of one to four edits. Each edit is a job on a fresh HOME (restore, edit, `go build`, `go vet`,
 * `go list -m all`, save). A last job has an unchanged tree and no network: it may compile nothing, and no module may be
 * missing.
 *
 * @throws an error with the shortest sequence found that loses something.
 */
export async function runEditSequences(count: number, seed: number): Promise<void> {
  await using module = await aModule({ 'go.mod': 'module example.com/m\n\ngo 1.24\n' });
  for (const dependency of dependencies) {
    for (const version of versions) {
      const name = dependency.split('/')[1]?.toLowerCase();
      // The first depends on the second, and is too old for a pruned graph: go reads the go.mod of versions that it
      // does not select.
      const above = dependency === 'example.com/one' ? `\nrequire example.com/two ${version}\n` : '';
      const use = above === '' ? '' : '\nimport "example.com/two"\n\nvar X = two.Version\n';
      await publish(module, dependency, version, {
        'go.mod': `module ${dependency}\n\ngo 1.16\n${above}`,
        'x.go': `package ${name}\n${use}\nconst Version = "${version}"\n`,
      });
    }
  }
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      await module.shell(`rm -rf ${JSON.stringify(module.storeFolder)} a b c go.sum`);
      await module.write({ 'go.mod': 'module example.com/m\n\ngo 1.24\n' });
      let tree: ReadonlyMap<string, Package> = new Map([['a', { value: 0, imports: ['example.com/one'] }]]);
      const required = new Map([
        ['example.com/one', 'v1.0.0'],
        ['example.com/two', 'v1.1.0'],
      ]);
      for (const step of edits) {
        await module.freshHome();
        tree = await apply(module, tree, required, step);
        await module.go('mod tidy');
        await module.commit();
        await module.freshHome();
        const restored = await restoreCaches(module.request);
        await module.go('build ./...');
        await module.go('vet ./...');
        // A build alone does not read the whole module graph.
        await module.go('list -m all');
        const saved = await saveCaches(module.request, restored, everyTime);
        await checkUnchanged(module, saved.build.saved);
      }
    }),
    { numRuns: count, seed, endOnFailure: count > 20 },
  );
}

async function checkUnchanged(module: AModule, saved: boolean): Promise<void> {
  await module.freshHome();
  const { modules, build } = await restoreCaches(module.request);
  for (const { hit, why } of [modules, build]) {
    if (hit === 'damaged') throw new Error(`a good archive was refused: ${why}`);
  }
  const offline = { GOPROXY: 'off' };
  const compiled = await module.go('build -v ./...', offline);
  if (saved && compiled !== '' && !/matched no packages/.test(compiled)) throw new Error(`compiled again: ${compiled}`);
  await module.go('vet ./...', offline);
  await module.go('list -m all', offline);
  await module.go('mod verify', offline);
}

async function apply(
  module: AModule,
  tree: ReadonlyMap<string, Package>,
  required: Map<string, string>,
  step: Edit,
): Promise<ReadonlyMap<string, Package>> {
  const next = new Map(tree);
  const before = (name: string): Package => next.get(name) ?? { value: 0, imports: [] };
  if (step.do === 'change') next.set(step.package, { ...before(step.package), value: step.value });
  if (step.do === 'import') next.set(step.package, { ...before(step.package), imports: step.of });
  if (step.do === 'remove' && next.size > 1) next.delete(step.package);
  if (step.do === 'require') required.set(step.dependency, step.version);
  await module.shell('rm -rf a b c');
  for (const [name, { value, imports }] of next) {
    // Imports only packages that sort before this one, so that there is no import cycle.
    const possible = imports.filter((path) => {
      const own = /^example\.com\/m\/(.)$/.exec(path)?.[1];
      return own === undefined || (own < name && next.has(own));
    });
    const lines = possible.map((path) => `import _ "${path}"\n`).join('');
    await module.write({ [`${name}/${name}.go`]: `package ${name}\n\n${lines}\nconst Value = ${value}\n` });
  }
  const lines = [...required].map(([path, version]) => `require ${path} ${version}\n`).join('');
  await module.write({ 'go.mod': `module example.com/m\n\ngo 1.24\n\n${lines}` });
  return next;
}
