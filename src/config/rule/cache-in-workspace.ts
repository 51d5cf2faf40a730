import type { ConfigFinding, Rule } from '../finding.ts';
import { insideWorkspace, isRelative } from '../resolve-path.ts';

const caches = ['GOCACHE', 'GOMODCACHE', 'GOPATH', 'GOLANGCI_LINT_CACHE', 'GOPLSCACHE', 'XDG_CACHE_HOME'];

/** A cache that lies in the workspace, or whose path is none that go takes. */
export const cacheInWorkspace: Rule = ({ declarations, folder }) =>
  declarations.variables
    .filter(({ name }) => caches.includes(name))
    .flatMap(({ place, name, value, reader }): readonly ConfigFinding[] => {
      const inside = insideWorkspace(value, folder, reader);
      if (inside !== null) {
        // go passes over such folders in ./... (go help packages).
        const hidden = /^[._]/.test(inside) || inside.startsWith('testdata');
        const modules = name === 'GOPATH' || name === 'GOMODCACHE';
        return [
          {
            id: 'cache-in-workspace',
            severity: modules && !hidden ? 'error' : 'warning',
            place,
            summary: `${name} lies in the workspace, in ${inside === '' ? 'its root' : inside}`,
            evidence: [
              modules && !hidden
                ? 'go takes the modules in it for packages of ./...: it lists them, or fails with "outside main module or its selected dependencies"'
                : 'whatever looks at the whole tree looks at it too: git, whose untracked files mark builds as modified, the editor, linters, docker build',
            ],
            remedy: 'put it beside the workspace: in CI below ${{ runner.temp }}, else where go puts it by itself',
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
          summary: `${name}=${value} is no absolute path, and go takes no other`,
          evidence: ['nobody replaces a "~" or a variable in it'],
          remedy: 'write the whole path, or leave it out',
          source: 'cmd/go: "GOCACHE is not an absolute path", "GOPATH entry is relative; must be absolute path"',
        },
      ];
    });
