import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findNeededModules } from '../../../../src/cache/modules/needed-modules.ts';
import { aModule } from '../a-module.ts';

test('what a private module needs is found without asking its git server', async () => {
  await using module = await aModule({
    'go.mod': 'module example.com/m\n\ngo 1.21\n\nrequire git.example.com/private/dep.git v1.0.0\n',
    'go.sum': 'git.example.com/private/dep.git v1.0.0 h1:AAAA=\n',
    'm.go': 'package m\n',
  });
  // Replaces git with a program that records go's requests to a server and answers nothing.
  const bin = join(module.folder, 'bin');
  const asked = join(module.folder, 'asked');
  await mkdir(bin);
  await writeFile(
    join(bin, 'git'),
    `#!/bin/sh\ncase "$*" in *git.example.com*) echo "$*" >>${asked} ;; esac\nPATH=$\{PATH#*:} exec git "$@"\n`,
  );
  await chmod(join(bin, 'git'), 0o755);
  await writeFile(asked, '');
  const env = { ...module.env, PATH: `${bin}:${module.env['PATH']}`, GOPRIVATE: 'git.example.com' };
  const { selected } = await findNeededModules({ ...module.request, env }, []);
  expect([...selected]).toEqual(['git.example.com/private/dep.git@v1.0.0']);
  expect(await readFile(asked, 'utf8')).toBe('');
});
