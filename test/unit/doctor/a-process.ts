/** A go command that does nothing and has nothing. A test of one fact changes that fact. */
import type { ConnectionFact, ProcessFact } from '../../../src/doctor/process-fact.ts';

export const aProcess: ProcessFact = {
  pid: 4_000_001,
  ppid: 4_000_000,
  group: 4_000_001,
  name: 'go',
  command: ['go', 'list'],
  state: 'S',
  uid: 0,
  ageMs: 60_000,
  startTicks: 1,
  did: { busyMs: 0, ioBytes: 0, children: 0 },
  cwd: '/nowhere',
  env: {},
  settings: {},
  editor: null,
  workspace: null,
  aside: null,
  tracer: null,
  container: null,
  orphan: false,
  threads: [],
  files: [],
  connections: [],
  pipes: [],
};

/** A connection with a request sent and no byte received. */
export const aConnection: ConnectionFact = {
  inode: 1,
  local: '127.0.0.1:50000',
  remote: '127.0.0.1:8080',
  state: 'ESTABLISHED',
  sendQueueBytes: 0,
  receiveQueueBytes: 0,
  silentMs: null,
  sentMs: 20_000,
  ackedMs: 20_000,
  receivedBytes: 0,
  receivedMeanwhile: 0,
};
