/**
 * Law: a history is stored, and judged again without Docker, Go or gopls. Those in test/histories come from real runs
 * (`npm run record`). With today's checkers, each must still give the verdict that its scenario expects.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/cli/catalogue.ts';
import { checkHistories } from '../../../src/lab/history/check-histories.ts';
import { packHistories, readHistories } from '../../../src/lab/history/history-store.ts';

const folder = join(import.meta.dirname, '../../histories');
const histories = await readHistories(folder);
const cells = checkHistories(histories, catalogue);

describe('stored histories', () => {
  test.each(cells.map((cell) => [`${cell.scenario} on Go ${cell.go}, ${cell.runtime}`, cell] as const))(
    'are judged as expected: %s',
    (_, cell) => {
      // asExpected includes the mitigations.
      expect({ verdict: cell.verdict, asExpected: cell.asExpected }).toEqual({
        verdict: cell.expect,
        asExpected: true,
      });
    },
  );

  test('are packed: one sorted file a scenario, byte for byte as written by `npm run record`', async () => {
    const scratch = await mkdtemp(join(tmpdir(), 'stored-histories-'));
    try {
      const packed = join(scratch, 'packed');
      await packHistories(packed, histories);
      const files = (await readdir(packed)).sort();
      expect((await readdir(folder)).sort()).toEqual(files);
      for (const file of files) {
        const same = (await readFile(join(folder, file))).equals(await readFile(join(packed, file)));
        expect({ file, same }).toEqual({ file, same: true });
      }
    } finally {
      await rm(scratch, { recursive: true });
    }
  });

  test('contain no path of the machine that recorded them', () => {
    const sandboxes = /\/(?:lab|root\/lab|tmp\/unlatch-\d+-\w{6})\b/g;
    const system = /(?<![\w./$-])\/(?:home|Users|root|var\/tmp|mnt|srv)\/[^\s"]+/;
    for (const history of histories) {
      const text = JSON.stringify(history).replaceAll(sandboxes, 'LAB');
      expect(text.match(system)?.[0] ?? null, `${history.scenario}, ${history.arm}`).toBeNull();
    }
  });
});
