import { type EditorLogFact, readEditorLog } from '../../doctor/log/editor-log.ts';
import { logFormats } from '../../doctor/log/formats.ts';
import { exitStatus, UserError } from '../../errors.ts';
import { docsAt, findingDocs } from '../finding-docs.ts';
import { readStored } from './read-stored.ts';

/**
 * `unlatch doctor --log FILE`.
 * @returns the exit status: 1 if gopls was stuck, showed an error, ended by itself or left a request
 * unanswered.
 */
export async function judgeLog(file: string, json: boolean): Promise<number> {
  const read = readEditorLog(await readStored('--log', file));
  if (read === null) {
    const known = logFormats.map(({ name }) => name).join(', ');
    throw new UserError(`--log ${file}: unknown log format; known are ${known}`);
  }
  const { log, heard } = read;
  if (!heard) {
    const from = logFormats.find(({ name }) => name === log.format)?.from;
    throw new UserError(
      `--log ${file}: this is ${log.format}, but it has too little about gopls. To get more: ${from}`,
    );
  }
  const verdict = logVerdict(log);
  const docs = docsOf(log);
  const timeline = log.timeline.length === 0 ? [] : ['', ...log.timeline.map((line) => `  ${line}`)];
  process.stdout.write(
    json
      ? `${JSON.stringify({ schema: 1, verdict, docs, log }, null, 1)}\n`
      : `${[verdict, ...timeline, ...(docs === null ? [] : ['', docs])].join('\n')}\n`,
  );
  return isWell(log) ? exitStatus.expected : exitStatus.differs;
}

/** null: the log shows nothing wrong. What gopls says is the same finding as in a session of the doctor's own. */
function docsOf(log: EditorLogFact): string | null {
  if (isWell(log)) return null;
  return log.failed !== null || log.said.length > 0
    ? findingDocs('gopls-says')
    : docsAt('docs/doctor.md#logs-of-editors');
}

function isWell({ stuck, failed, said, ended, unanswered, loaded, stderr }: EditorLogFact): boolean {
  const silent = stuck === null && failed === null && said.length === 0 && ended === null && unanswered.length === 0;
  return silent && (loaded !== null || stderr === '');
}

function logVerdict(log: EditorLogFact): string {
  const { starts, said, unanswered, stderr, loaded, failed } = log;
  // Do not repeat the headline.
  const more = said.filter((text) => failed === null || !text.includes(failed));
  return [
    `${headline(log)}.`,
    more.length === 0 ? '' : `It showed: ${more.join('; ')}.`,
    stderr === '' || loaded !== false ? '' : `Its stderr: ${short(stderr)}.`,
    unanswered.length === 0 ? '' : `Never answered: ${unanswered.join('; ')}.`,
    starts > 1 ? `It started ${starts} times; this is about the last start.` : '',
    starts === 0 ? 'The log begins after its start.' : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function short(stderr: string): string {
  return stderr.replace(/\s+/g, ' ').slice(-400);
}

function headline({ stuck, loaded, failed, ended, editorOwes, stderr }: EditorLogFact): string {
  const how = ended === '' ? '' : ` (${ended})`;
  if (failed !== null) return `gopls could not load the workspace${stuck === null ? '' : ` ("${stuck}")`}: ${failed}`;
  if (ended !== null) return `gopls ended by itself${how}${stuck === null ? '' : `, in "${stuck}"`}`;
  if (stuck !== null) {
    const owes = editorOwes.find((request) => request.startsWith('workspace/configuration'));
    const why = stuck === 'go env' && owes !== undefined ? `: the editor did not answer ${owes}` : '';
    return `gopls is stuck in "${stuck}"${why}`;
  }
  if (loaded === true) return 'gopls loaded the workspace';
  return stderr === ''
    ? 'The log does not show whether gopls loaded the workspace'
    : `gopls wrote to stderr: ${short(stderr)}`;
}
