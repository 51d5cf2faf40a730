import { readEditorLog } from '../doctor/editor-log.ts';
import { exitStatus, UserError } from '../errors.ts';
import { readStored } from './read-stored.ts';

/** `unlatch doctor --log FILE`. @returns the exit status: 1 when gopls was stuck, or left a request without an answer. */
export async function judgeLog(file: string, json: boolean): Promise<number> {
  const log = readEditorLog(await readStored('--log', file));
  if (log.starts === 0) {
    throw new UserError(
      `--log ${file}: no start of gopls in it; VS Code writes such a log with "go.trace.server": "verbose", gopls with -rpc.trace -logfile=FILE`,
    );
  }
  const { starts, timeline, stuck, unanswered } = log;
  const restarts = starts === 1 ? '' : ` It was started ${starts} times; this is about the last.`;
  const waits = unanswered.length === 0 ? '' : ` Never answered: ${unanswered.join('; ')}.`;
  const verdict = `${stuck === null ? 'gopls loaded the workspace.' : `gopls is stuck in "${stuck}".`}${waits}${restarts}`;
  process.stdout.write(
    json
      ? `${JSON.stringify({ schema: 1, verdict, log }, null, 1)}\n`
      : `${[verdict, '', ...timeline.map((line) => `  ${line}`)].join('\n')}\n`,
  );
  return stuck === null && unanswered.length === 0 ? exitStatus.expected : exitStatus.differs;
}
