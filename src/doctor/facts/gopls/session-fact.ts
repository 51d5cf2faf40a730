/** Turns the messages of a session into facts. */
import { redact } from '../../../redact.ts';
import { rpcMessage } from '../../log/log-format.ts';
import { OneStart } from '../../log/one-start.ts';
import type { SessionFact } from '../../snapshot.ts';

/** A notification of gopls. */
export interface Heard {
  readonly method: string;
  readonly params: unknown;
}

/** @param heard oldest first. */
export function sessionFact(
  heard: readonly Heard[],
  session: Pick<SessionFact, 'pid' | 'stuck' | 'why' | 'from'>,
): SessionFact {
  const start = new OneStart('go env');
  for (const { method, params } of heard) {
    start.take({ kind: 'message', time: '', from: 'gopls', message: rpcMessage({ method, params }) });
  }
  const { pid, stuck, why, from } = session;
  return {
    pid,
    stuck,
    why: why === null ? null : redact(why),
    failed: start.failed === null ? null : redact(start.failed),
    said: start.said.map(redact),
    from: from.map(redact),
  };
}
