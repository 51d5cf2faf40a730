/** Parses a stored snapshot, for example from a bug report, and validates its whole shape. */
import * as v from 'valibot';
import { UserError } from '../errors.ts';
import { leftKinds } from './cache-fact.ts';
import type { Snapshot } from './snapshot.ts';

const number = v.nullable(v.number());
const text = v.nullable(v.string());
const environment = v.record(v.string(), v.string());
const command = { command: v.string(), code: number, timedOut: v.boolean(), ms: v.number(), output: v.string() };

const thread = v.object({ tid: v.number(), wchan: v.string(), flockFd: number });
const file = v.object({
  fd: v.number(),
  path: v.string(),
  inode: number,
  lockDevice: text,
  lock: v.nullable(v.picklist(['WRITE', 'READ'])),
  isOverlay: v.optional(v.boolean(), false),
});
const connection = v.object({
  inode: v.number(),
  local: v.string(),
  remote: v.string(),
  state: v.string(),
  sendQueueBytes: v.number(),
  receiveQueueBytes: v.number(),
  silentMs: number,
  sentMs: v.optional(number, null),
  ackedMs: v.optional(number, null),
  receivedBytes: v.optional(number, null),
  receivedMeanwhile: v.optional(number, null),
});
const pipe = v.object({ fd: v.number(), inode: v.number(), end: v.picklist(['read', 'write']) });
const process = v.object({
  pid: v.number(),
  ppid: v.number(),
  group: v.number(),
  name: v.string(),
  command: v.array(v.string()),
  state: v.string(),
  uid: number,
  ageMs: v.number(),
  startTicks: v.optional(v.number(), 0),
  busyMs: v.optional(v.number()),
  did: v.optional(v.object({ busyMs: v.number(), ioBytes: number, children: v.number() })),
  cwd: text,
  env: v.nullable(environment),
  settings: v.optional(v.nullable(environment), null),
  editor: v.optional(v.nullable(v.object({ name: v.string(), pid: v.number() })), null),
  workspace: v.optional(text, null),
  aside: v.optional(v.nullable(v.picklist(['telemetry', 'unlatch'])), null),
  tracer: v.optional(number, null),
  container: text,
  orphan: v.boolean(),
  threads: v.array(thread),
  files: v.array(file),
  connections: v.array(connection),
  pipes: v.optional(v.array(pipe), []),
});
const place = v.object({
  role: v.picklist([
    'workspace',
    'HOME',
    'TMPDIR',
    'GOTMPDIR',
    'GOCACHE',
    'GOMODCACHE',
    'GOMODCACHE/cache/download',
    'GOPATH/pkg/sumdb',
    'the cache of gopls',
    'XDG_RUNTIME_DIR',
  ]),
  path: v.string(),
  stat: v.nullable(v.union([v.literal('hung'), v.object({ uid: v.number(), mode: v.string() })])),
  shape: v.optional(v.nullable(v.picklist(['folder', 'file', 'dangling link'])), null),
  linkTo: v.optional(text, null),
  noexec: v.optional(v.boolean(), false),
  nfs: v.optional(
    v.nullable(v.object({ source: v.string(), mountPoint: v.string(), type: v.string(), options: v.string() })),
    null,
  ),
  notWritable: text,
  type: text,
  freeBytes: number,
  freeInodes: number,
  flock: v.nullable(
    v.object({ path: v.string(), result: v.picklist(['exclusive', 'busy', 'not exclusive', 'failed']), why: text }),
  ),
});
const foreign = v.object({
  role: v.picklist(['GOCACHE', 'GOMODCACHE', 'the cache of gopls']),
  cache: v.string(),
  path: v.string(),
  uid: v.number(),
  mode: v.string(),
});
const damaged = v.object({
  path: v.string(),
  bytes: v.number(),
  sha256: v.string(),
  entry: text,
  ageMs: v.number(),
});
const left = v.object({
  kind: v.picklist(leftKinds),
  path: v.string(),
  of: v.string(),
  ageMs: v.number(),
  busy: v.optional(v.boolean(), false),
});

const goroot = v.object({
  path: v.string(),
  file: text,
  there: v.boolean(),
  version: v.nullable(v.object(command)),
  compiler: v.nullable(v.object(command)),
});

const schema = v.object({
  schema: v.picklist([1, 2]),
  at: v.string(),
  windowMs: v.optional(v.number(), 0),
  host: v.object({
    platform: v.string(),
    kernel: v.string(),
    uid: v.number(),
    capabilities: v.optional(text, null),
    oomKills: number,
    oomVictims: v.optional(v.array(v.object({ pid: v.number(), name: v.string(), agoMs: v.number() })), []),
  }),
  folder: v.string(),
  env: environment,
  go: v.object({
    env: v.nullable(environment),
    local: v.object(command),
    plain: v.nullable(v.object(command)),
    load: v.optional(v.nullable(v.object(command)), null),
    goroot: v.optional(v.nullable(goroot), null),
    editor: v.nullable(
      v.object({
        ...command,
        pid: v.number(),
        env: v.optional(v.nullable(environment), null),
        load: v.optional(v.nullable(v.object(command)), null),
        goroot: v.optional(v.nullable(goroot), null),
        places: v.optional(v.array(place), []),
      }),
    ),
    gopls: text,
    driver: text,
    deep: v.nullable(
      v.object({ verify: v.object(command), list: v.object(command), listWithoutIndex: v.object(command) }),
    ),
  }),
  places: v.array(place),
  processes: v.array(process),
  sockets: v.array(
    v.object({
      path: v.string(),
      uid: number,
      inode: number,
      listeners: v.array(v.number()),
      backlog: v.number(),
    }),
  ),
  cache: v.object({
    left: v.array(left),
    withoutSum: v.array(v.string()),
    foreign: v.optional(v.array(foreign), []),
    readOnlyModule: v.optional(v.nullable(v.object({ path: v.string(), ageMs: v.number() })), null),
    trimAgeMs: number,
    entries: v.object({ seen: v.number(), olderThan5Days: v.number(), restored: v.optional(v.number(), 0) }),
    damaged: v.optional(v.array(damaged), []),
    folk: v.array(v.string()),
  }),
  conflicts: v.optional(v.array(v.string()), []),
  git: v.nullable(v.object({ root: v.string(), uid: v.number(), status: v.object(command) })),
  servers: v.optional(v.array(v.object({ name: v.string(), addresses: v.array(v.string()) })), []),
  session: v.optional(
    v.nullable(
      v.object({
        pid: number,
        stuck: text,
        why: text,
        failed: text,
        said: v.array(v.string()),
        from: v.array(v.string()),
      }),
    ),
    null,
  ),
  unseen: v.array(v.string()),
});

/**
 * @param name the file's name, for the message.
 * @throws UserError if it is no snapshot.
 */
export function parseSnapshot(name: string, content: string): Snapshot {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw new UserError(`${name}: not JSON; \`unlatch doctor --snapshot FILE\` writes a snapshot`, { cause: error });
  }
  const result = v.safeParse(schema, value);
  if (result.success) return upToDate(result.output);
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  throw new UserError(`${name}: not a snapshot of schema 1 or 2${path === null ? '' : ` (${path}: ${issue.message})`}`);
}

/** Schema 1 had only CPU time and did not mark telemetry processes. */
function upToDate({ processes, ...rest }: v.InferOutput<typeof schema>): Snapshot {
  return {
    ...rest,
    schema: 2,
    processes: processes.map(({ busyMs, did, ...process }) => ({
      ...process,
      aside: process.aside ?? (process.command.some((word) => word.includes('** telemetry **')) ? 'telemetry' : null),
      did: did ?? { busyMs: busyMs ?? 0, ioBytes: null, children: 0 },
    })),
  };
}
