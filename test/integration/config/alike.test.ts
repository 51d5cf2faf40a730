import pico from 'picocolors';
import { expect, test } from 'vitest';
import { configText } from '../../../src/config/config-text.ts';
import { gatherFacts } from '../../../src/config/gather-facts.ts';
import { judgeConfig } from '../../../src/config/judge.ts';
import type { Files } from './judged.ts';
import { aFolder, limits } from './real-tools.ts';

const nobody = { gopls: async () => null, go: async () => null };
const step = "      - uses: actions/setup-go@v6\n        with:\n          go-version: '1.22'\n";
const job = (name: string, steps: string) => `  ${name}:\n    steps:\n${steps}`;

async function looked(files: Files) {
  await using folder = await aFolder();
  for (const [name, text] of Object.entries(files)) await folder.write(name, text);
  const facts = await gatherFacts(folder.path, nobody, {}, limits(30_000));
  return { found: judgeConfig(facts), text: configText(facts, judgeConfig(facts), [], pico.createColors(false)) };
}

test('one warning of eight places is told once, with the places and how many they are', async () => {
  const jobs = Array.from({ length: 8 }, (_, at) => job(`j${at}`, step)).join('');
  const { found, text } = await looked({
    'go.mod': 'module m\n\ngo 1.26\n',
    '.github/workflows/ci.yml': `jobs:\n${jobs}`,
  });
  expect(found).toHaveLength(8);
  expect(text.match(/warning go-version/g)).toHaveLength(1);
  expect(text).toMatch(/· 8 times, also at \.github\/workflows\/ci\.yml:11:23, /);
});

test('one place that several jobs come to is found once', async () => {
  const jobs = `jobs:\n${job('a', `&steps\n${step}`).replace('steps:\n&steps\n', 'steps: &steps\n')}  b:\n    steps: *steps\n`;
  const { found } = await looked({ 'go.mod': 'module m\n\ngo 1.26\n', '.github/workflows/ci.yml': jobs });
  expect(found).toHaveLength(1);
});

test('what differs in a word, and has its evidence and its remedy in common, is told below it in full', async () => {
  const jobs = job('a', step) + job('b', step.replace('1.22', '1.23')) + job('c', step.replace('1.22', '1.23'));
  const { text } = await looked({ 'go.mod': 'module m\n\ngo 1.26\n', '.github/workflows/ci.yml': `jobs:\n${jobs}` });
  expect(text.match(/warning go-version/g)).toHaveLength(1);
  expect(text).toMatch(/· likewise at \S+ci\.yml:11:23, \S+ci\.yml:16:23: actions\/setup-go installs Go 1\.23/);
  expect(text).not.toContain('times');
});

test('what has another remedy is told apart', async () => {
  const files = {
    'go.mod': 'module m\n',
    '.vscode/settings.json': '{"go.languageServerFlags":["-listen=:1","-remote=auto"]}',
  };
  const { text } = await looked(files);
  expect(text.match(/(?:error|note) shared-socket/g)).toEqual(['error shared-socket', 'note shared-socket']);
});
