import * as core from '@actions/core';
import { stabilizeMtimes } from '../../cache/stabilize-mtimes.ts';
import { messageOf } from '../../errors.ts';
import type { Env } from '../../go/context.ts';

/** `stable-mtimes: true`. Without it tests run again that need not: a fault here is a warning, and fails no job. */
export async function stabilize(workspace: string, env: Env): Promise<void> {
  try {
    const { files, folders, leftAlone, ms, why } = await stabilizeMtimes(workspace, env);
    if (why !== null) core.warning(`stable-mtimes: nothing was done: ${why}`);
    else {
      core.info(
        `stable-mtimes: ${files} files and ${folders} folders in ${ms.toFixed(0)} ms; ${leftAlone} left alone, which are not as git has them`,
      );
    }
  } catch (error) {
    core.warning(`stable-mtimes: ${messageOf(error)}`);
  }
}
