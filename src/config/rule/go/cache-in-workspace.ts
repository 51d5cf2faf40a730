import type { ConfigFinding, Rule } from '../../finding.ts';
import { insideWorkspace, isRelative } from '../../resolve-path.ts';

const caches = ['GOCACHE', 'GOMODCACHE', 'GOPATH', 'GOLANGCI_LINT_CACHE', 'GOPLSCACHE', 'XDG_CACHE_HOME'];

/** A cache in the workspace, or with a path that go does not accept. */
export const cacheInWorkspace: Rule = ({ declarations, folder }) =>
  declarations.variables
    .filter(({ name }) => caches.includes(name))
    .flatMap(({ place, name, value, reader }): readonly ConfigFinding[] => {
      const inside = insideWorkspace(value, folder, reader);
      if (inside !== null) {
        // go skips such folders in ./... (go help packages).
        const hidden = /^[._]/.test(inside) || inside.startsWith('testdata');
        const modules = name === 'GOPATH' || name === 'GOMODCACHE';
        return [
          {
            id: 'cache-in-workspace',
            severity: modules && !hidden ? 'error' : 'warning',
            place,
            summary: `${name} is in the workspace, in ${inside === '' ? 'its root' : inside}`,
            evidence: [
              modules && !hidden
                ? 'go treats the modules in it as packages of ./...: it lists them, or fails with "outside main module or its selected dependencies"'
                : 'every tool that scans the tree scans it too: git (untracked files mark builds as modified), the editor, linters, docker build',
            ],
            remedy: 'move it out of the workspace: in CI below ${{ runner.temp }}, else to the default of go',
            source: 'go help packages; test/integration/config/rule.test.ts runs it',
          },
        ];
      }
      if (!['GOCACHE', 'GOMODCACHE', 'GOPATH'].includes(name) || value === 'off' || !isRelative(value, reader))
        return [];
      return [
        {
          id: 'cache-in-workspace',
          severity: 'error',
          place,
          summary: `${name}=${value} is not an absolute path, and go accepts no other`,
          evidence: ['nothing expands a "~" or a variable in it'],
          remedy: 'write the absolute path, or remove the variable',
          source: 'cmd/go: "GOCACHE is not an absolute path", "GOPATH entry is relative; must be absolute path"',
        },
      ];
    });
