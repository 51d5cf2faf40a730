import * as core from '@actions/core';
import type { Env } from '../../go/context.ts';
import type { ProvisionedGo } from '../../go/provision/provision-go.ts';
import { mirrorName } from '../../go/source/mirror.ts';
import type { SourceAnswer } from '../../go/source/source-answer.ts';

/**
 * Tells in the log what each source of Go said, and warns, in the log and in the job summary, of a Go that nothing vouches for.
 *
 * @param namesMirror whether the workflow names a mirror: then that another source had to help out is worth a warning
 */
export function tellSources(namesMirror: boolean, env: Env) {
  const answers: SourceAnswer[] = [];
  return {
    onAnswer: (answer: SourceAnswer): void => {
      answers.push(answer);
      core.info(`${answer.source}: ${answer.said}`);
    },
    end: async (go: ProvisionedGo): Promise<void> => {
      const mirror = answers.find(({ source }) => source === mirrorName);
      if (namesMirror && go.source !== 'mirror' && mirror !== undefined) {
        core.warning(`Go ${go.version} is not from go-download-base-url, for that said: ${mirror.said}`);
      }
      const found = answers.find(({ outcome }) => outcome === 'found');
      if (found?.vouched !== false) return;
      const sentence = `${found.said}: there is no SHA-256 of it, and whoever can change it there can change this job's Go. With \`verify: required\` it is refused.`;
      core.warning(sentence);
      if ((env['GITHUB_STEP_SUMMARY'] ?? '') !== '') {
        await core.summary.addRaw(`> [!WARNING]\n> Go ${go.version}: ${sentence}\n`, true).write();
      }
    },
  };
}
