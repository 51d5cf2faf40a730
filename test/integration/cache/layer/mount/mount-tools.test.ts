import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { imageFormats } from '../../../../../src/cache/layer/image-format.ts';
import { findMountTools } from '../../../../../src/cache/layer/mount/mount-tools.ts';
import { missingMounts } from '../a-mounted-module.ts';

const folder = mkdtempSync(join(tmpdir(), 'mounts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const missing = await missingMounts();

/** EROFS mounts files since Linux 6.12, unless it was built without. */
const [major = 0, minor = 0] = readFileSync('/proc/sys/kernel/osrelease', 'utf8').split('.').map(Number);
const isRecent = major > 6 || (major === 6 && minor >= 12);
/** Some kernels refuse an overlay on a file of an overlay: it would be one filesystem too many. */
const isOnOverlay = statfsSync(folder).type === 0x79_4c_76_30;

describe.skipIf(missing !== null)(`the trial of a mount (${missing ?? 'can be made here'})`, () => {
  it.each(imageFormats)('finds out how %s is mounted, and leaves nothing mounted', async (format) => {
    const found = await findMountTools(folder, [format]);
    if ('why' in found) expect(found.why).toContain(`${format}: `);
    else if (format !== 'erofs') expect(found).toMatchObject({ format, fromFile: false });
    else if (!isOnOverlay) expect(found).toMatchObject({ format, fromFile: isRecent });
    expect(readFileSync('/proc/self/mountinfo', 'utf8')).not.toContain(folder);
  });
});
