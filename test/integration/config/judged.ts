/** The findings for a workspace of these files, without asking gopls or go. */

import type { ConfigFinding } from '../../../src/config/finding.ts';
import { gatherFacts } from '../../../src/config/gather-facts.ts';
import { judgeConfig } from '../../../src/config/judge.ts';
import { aFolder, limits } from './real-tools.ts';

export type Files = Readonly<Record<string, string>>;

const nobody = { gopls: async () => null, go: async () => null };

export async function judged(files: Files): Promise<readonly ConfigFinding[]> {
  await using folder = await aFolder();
  for (const [name, text] of Object.entries(files)) await folder.write(name, text);
  return judgeConfig(await gatherFacts(folder.path, nobody, {}, limits(30_000)));
}

/** "go-version .github/workflows/ci.yml:6" */
export function inShort({ id, place }: ConfigFinding): string {
  return `${id} ${place.file}:${place.line}`;
}

export async function judgedInShort(files: Files): Promise<readonly string[]> {
  return (await judged(files)).map(inShort);
}
