import * as core from '@actions/core';
import type { Env } from '../../go/context.ts';
import type { ProvisionedGo } from '../../go/provision/provision-go.ts';
import { mirrorName } from '../../go/source/mirror.ts';
import type { SourceAnswer } from '../../go/source/source-answer.ts';

/**
 * Logs what each source of Go answered. Warns, in the log and in the job summary, about a Go
 * without a published checksum.
 *
 * @param namesMirror whether the workflow names a mirror: then falling back to another source is
 * worth a warning
 */
export function reportSources(namesMirror: boolean, env: Env) {
  const answers: SourceAnswer[] = [];
  return {
    onAnswer: (answer: SourceAnswer): void => {
      answers.push(answer);
      core.info(`${answer.source}: ${answer.said}`);
    },
    end: async (go: ProvisionedGo): Promise<void> => {
      const mirror = answers.find(({ source }) => source === mirrorName);
      if (namesMirror && go.source !== 'mirror' && mirror !== undefined) {
        core.warning(`Go ${go.version} is not from go-download-base-url, which answered: ${mirror.said}`);
      }
      const found = answers.find(({ outcome }) => outcome === 'found');
      if (found?.verified !== false) return;
      const sentence = `${found.said}, so whoever can change that file can change this job's Go. To reject such a Go, set \`verify: required\`.`;
      core.warning(sentence);
      if ((env['GITHUB_STEP_SUMMARY'] ?? '') !== '') {
        await core.summary.addRaw(`> [!WARNING]\n> Go ${go.version}: ${sentence}\n`, true).write();
      }
    },
  };
}
