/** `unlatch doctor --connect`: a session with gopls, and a snapshot while it is stuck or before it ends. */

import { type Heard, sessionFact } from '../../doctor/facts/gopls/session-fact.ts';
import { ownMarker } from '../../doctor/facts/process/processes.ts';
import type { Snapshot } from '../../doctor/snapshot.ts';
import type { SessionReport } from '../../lsp/session.ts';
import { connectAs } from './connect-as.ts';

/** The report of the session, with what gopls was started with. */
export interface Connected extends SessionReport {
  readonly as: string;
  readonly from: readonly string[];
  /** Errors and warnings that gopls showed and did not clear. */
  readonly shown: readonly string[];
}

export interface ConnectOptions {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly limitMs: number;
  /** The gopls to imitate; null: the one that serves the folder. */
  readonly as: number | null;
  readonly take: () => Promise<Snapshot>;
}

export async function connect(
  options: ConnectOptions,
): Promise<{ readonly snapshot: Snapshot; readonly session: Connected }> {
  const { folder, env, limitMs, as, take } = options;
  const like = await connectAs(folder, env, limitMs, as);
  const { openSession } = await import('../../lsp/session.ts');
  const heard: Heard[] = [];
  let snapshot: Snapshot | undefined;
  let pid: number | null = null;
  const report = await openSession({
    folder,
    server: like.server,
    env: { ...like.env, [ownMarker]: `${process.pid}` },
    settings: like.settings,
    phaseMs: limitMs,
    started: (started) => {
      pid = started;
    },
    heard: (method, params) => {
      heard.push({ method, params });
    },
    beforeEnd: async () => {
      snapshot = await take();
    },
  });
  const { stuck, why } = report;
  const session = sessionFact(heard, { pid, stuck, why, from: [like.as, ...like.from] });
  const { said, from } = session;
  return {
    snapshot: { ...(snapshot ?? (await take())), session },
    session: { ...report, as: like.as, from: from.slice(1), shown: said },
  };
}

export function sessionLines({ phases, stuck, why, diagnostics, as, from }: Connected): readonly string[] {
  const times = Object.entries(phases).map(([phase, ms]) => `${phase} ${ms} ms`);
  return [
    `Connected ${as}: ${times.join(', ')}${stuck === null ? '' : `; stuck in "${stuck}": ${why}`}`,
    ...from.map((text) => `  ${text}`),
    ...diagnostics.slice(0, 5).map((text) => `  ${text}`),
  ];
}
