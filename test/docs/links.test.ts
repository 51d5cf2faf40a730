import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';

const root = packageRoot();
const above = (await readdir(root)).filter((name) => name.endsWith('.md'));
const below = (await readdir(join(root, 'docs'), { recursive: true })).map((name) => `docs/${name}`);
const pages = [...above, ...below.filter((name) => name.endsWith('.md')), 'bench/README.md'];

test.each(pages)('%s links to nothing that is not there', async (page) => {
  const text = await readFile(join(root, page), 'utf8');
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const broken = [];
  for (const target of targets.filter((one) => !/^[a-z]+:/.test(one))) {
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? join(root, page) : join(root, dirname(page), path);
    const found = existsSync(file) && (anchor === undefined || anchors(await readFile(file, 'utf8')).includes(anchor));
    if (!found) broken.push(target);
  }
  expect(broken).toEqual([]);
});

/** The anchors that GitHub generates from headings. */
function anchors(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}
