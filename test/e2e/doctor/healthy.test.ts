/** Law: the doctor raises no false alarm on healthy work. UNLATCH_SAMPLES sets the number of looks; bench/healthy.ts looks far more often. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../../../bench/healthy/kinds.ts';
import { aYard, type Yard } from '../../../bench/healthy/look-at-kind.ts';
import { matrixVersions } from '../../../src/cli/matrix-versions.ts';
import { stepText } from '../../../src/doctor/remedy/remedy.ts';
import { moduleProxy, provisionGopls } from '../../../src/go/provision/provision-gopls.ts';
import { aRealGo } from '../../integration/lab/a-real-go.ts';

const looks = Math.ceil(Number(process.env['UNLATCH_SAMPLES'] ?? 150) / kinds.length);

describe.concurrent('healthy work that is looked at again and again', { timeout: 900_000 }, () => {
  let yard: Yard;
  beforeAll(async () => {
    const { go } = await aRealGo();
    const newest = matrixVersions().gopls.at(-1)?.gopls ?? '';
    const { path } = await provisionGopls(newest, { env: process.env });
    yard = await aYard({
      goroot: go.goroot,
      gopls: path,
      goproxy: await moduleProxy({ env: process.env }),
      light: true,
    });
  }, 900_000);
  afterAll(() => yard?.[Symbol.asyncDispose]());

  test.each(kinds)('$name', async (kind) => {
    const { missing, seen, accused } = await yard.look(kind, looks);
    // Its absence is told by the name of the program in the output.
    if (missing !== null) return console.warn(`${kind.name}: not looked at, ${missing}`);
    if (kind.brief !== true) expect(seen).toBeGreaterThan(0);
    expect(
      accused.map(({ finding: { severity, id, summary, evidence, remedy } }) => ({
        text: `${severity} ${id}: ${summary}`,
        evidence,
        remedy: remedy.map(stepText),
      })),
    ).toEqual([]);
  });
});
