import * as core from '@actions/core';
import { stabilizeMtimes } from '../../cache/stabilize-mtimes.ts';
import { messageOf } from '../../errors.ts';
import type { Env } from '../../go/context.ts';

/**
 * `stable-mtimes: true`. A failure is only a warning: it costs cached test results and must not
 * fail the job.
 */
export async function stabilize(workspace: string, env: Env): Promise<void> {
  try {
    const { files, folders, leftAlone, ms, why } = await stabilizeMtimes(workspace, env);
    if (why !== null) core.warning(`stable-mtimes: changed nothing: ${why}`);
    else {
      core.info(
        `stable-mtimes: set ${files} files and ${folders} folders in ${ms.toFixed(0)} ms; skipped ${leftAlone} that differ from git`,
      );
    }
  } catch (error) {
    core.warning(`stable-mtimes: ${messageOf(error)}`);
  }
}
