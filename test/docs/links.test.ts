import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';

const root = packageRoot();
const above = (await readdir(root)).filter((name) => name.endsWith('.md'));
const pages = [...above, ...(await readdir(join(root, 'docs'))).map((name) => `docs/${name}`), 'bench/README.md'];

test.each(pages.filter((name) => name.endsWith('.md')))('%s links to nothing that is not there', async (page) => {
  const text = await readFile(join(root, page), 'utf8');
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const broken = targets.filter((target) => {
    const [path = '', anchor] = target.split('#');
    if (/^[a-z]+:/.test(target)) return false;
    if (path === '') return !anchors(text).includes(anchor ?? '');
    return !existsSync(join(root, dirname(page), path));
  });
  expect(broken).toEqual([]);
});

/** As GitHub makes them of headings. */
function anchors(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}
