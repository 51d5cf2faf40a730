import { asRecord, type LogEvent, type RpcMessage } from './log-format.ts';

export type LogPhase = 'initialize' | 'go env' | 'go list';

/** The state of one gopls, updated by events, from its start to the next start or the end of the log. */
export class OneStart {
  readonly timeline: string[] = [];
  /** Requests of the editor that wait for gopls, by id. */
  readonly waiting = new Map<string, string>();
  /** Requests of gopls that wait for the editor. */
  readonly asked = new Map<string, string>();
  /** null: the log begins after the start of gopls and has not yet shown its progress. */
  reached: LogPhase | 'answer' | null;
  /** Why gopls could not load the workspace, in its words. */
  failed: string | null = null;
  ended: string | null = null;
  /** Whether the log contains anything that gopls did. */
  heard = false;
  stderr: string[] = [];
  #hasInitialize = false;
  #left = false;
  #load: string | null = null;
  #critical: string | null = null;
  readonly #shown = new Map<string, string>();
  readonly #diagnostics = new Map<string, readonly string[]>();

  constructor(reached: LogPhase | null) {
    this.reached = reached;
  }

  /** Whether this event starts another gopls. */
  isFollowedBy(event: LogEvent): boolean {
    if (event.kind === 'said') return this.ended !== null && event.text.includes('Created View');
    if (event.kind === 'started') return this.reached === null || this.#hasInitialize || this.timeline.length > 1;
    if (event.kind !== 'message' || event.from !== 'editor' || event.message.method !== 'initialize') return false;
    return this.reached !== 'initialize' || this.#hasInitialize;
  }

  take(event: LogEvent): void {
    switch (event.kind) {
      case 'started':
        this.#note(event.time, 'gopls started');
        return;
      case 'initialized':
        this.#initialized(event.time);
        return;
      case 'message':
        if (event.from === 'editor') this.#sent(event.time, event.message);
        else this.#received(event.time, event.message);
        return;
      case 'said':
        if (event.how !== 'log') this.#show(event.how, event.text);
        this.#logged(event.time, event.text);
        return;
      case 'stderr':
        this.heard = true;
        this.stderr.push(event.text);
        return;
      case 'ended':
        if (this.#left || this.ended !== null) return;
        this.ended = event.how;
        this.#note(event.time, `gopls ended${event.how === '' ? '' : ` (${event.how})`}`);
    }
  }

  /** Errors and warnings that gopls showed and has not cleared. */
  get said(): readonly string[] {
    return [...new Set([...this.#shown.values(), ...[...this.#diagnostics.values()].flat()])];
  }

  #note(time: string, what: string): void {
    this.timeline.push(`${time} ${what}`.trim());
  }

  #initialized(time: string): void {
    this.heard = true;
    if (this.reached !== 'initialize') return;
    this.reached = 'go env';
    this.#note(time, 'initialize answered');
  }

  #sent(time: string, message: RpcMessage): void {
    const { method, id } = message;
    if (method === undefined || isAnswer(message)) {
      if (id !== undefined) this.asked.delete(id);
      return;
    }
    if (method === 'initialize') {
      this.#hasInitialize = true;
      this.#note(time, 'initialize');
    }
    if (method === 'shutdown' || method === 'exit') this.#left = true;
    if (id !== undefined) this.waiting.set(id, time === '' ? `${method} (${id})` : `${method} (${id}), ${time}`);
  }

  #received(time: string, received: RpcMessage): void {
    const { method, id, params, error } = received;
    this.heard = true;
    if (id !== undefined && isAnswer(received)) {
      const asked = this.waiting.get(id)?.split(' ')[0] ?? method;
      // The method of the answer must match: the log may have lost the request with this id.
      if (method === undefined || method === asked) this.waiting.delete(id);
      if (asked === 'initialize') {
        if (error === undefined) this.#initialized(time);
        else this.#fail(time, `initialize: ${String(asRecord(error)['message'] ?? '')}`);
      }
      return;
    }
    if (id !== undefined && method !== undefined) this.asked.set(id, time === '' ? method : `${method}, ${time}`);
    const { message, token, value, type, uri, diagnostics } = asRecord(params);
    if (method === 'window/logMessage') this.#logged(time, String(message));
    if (method === 'window/showMessage' || method === 'window/showMessageRequest') {
      if (type === 1 || type === 2) this.#show(type === 1 ? 'error' : 'warning', String(message));
      this.#loadMessage(time, String(message));
    }
    if (method === '$/progress') this.#progress(time, String(token), asRecord(value));
    if (method === 'textDocument/publishDiagnostics') this.#diagnosed(String(uri), diagnostics);
  }

  #progress(time: string, token: string, { kind, title, message }: Readonly<Record<string, unknown>>): void {
    if (title === 'Setting up workspace') this.#load = token;
    if (title === 'Error loading workspace') this.#critical = token;
    if (token === this.#critical) {
      if (kind === 'end') this.#shown.delete('critical');
      else this.#shown.set('critical', `error: Error loading workspace: ${oneLine(String(message ?? ''))}`);
    }
    if (token === this.#load && kind === 'end') {
      this.#load = null;
      if (/^Error /.test(String(message))) this.#loadMessage(time, String(message));
      else this.#loaded(time);
    }
  }

  /** Clients without progress support get the same text as messages. */
  #loadMessage(time: string, text: string): void {
    const why = /^Error loading packages: (.*)/s.exec(text)?.[1];
    if (why !== undefined) this.#fail(time, why);
    else if (/^Finished loading packages/.test(text)) this.#loaded(time);
    else if (/^Loading packages/.test(text)) this.#load ??= '';
  }

  #logged(time: string, text: string): void {
    if (this.reached !== 'initialize') this.heard ||= /^\d{4}\/\d\d\/\d\d |Created View|go\/packages/.test(text);
    if (this.reached !== 'answer' && this.reached !== 'go list' && /Created View|\bgo info for /.test(text)) {
      this.#initialized(time);
      this.reached = 'go list';
      this.#note(time, 'view created');
    }
    const why = /initial workspace load failed: (.*)/s.exec(text)?.[1];
    if (why !== undefined) this.#fail(time, why);
    const listed = /go\/packages\.Load(?: #\d+)?\s*(?:\n|$)/.test(text);
    if (!listed) return;
    // A later successful load clears the first failure.
    if (this.failed !== null && this.reached !== null) this.failed = null;
    if (this.#load === null) this.#loaded(time);
  }

  #loaded(time: string): void {
    // gopls says "Finished loading packages." after a failure too.
    if (this.failed !== null || this.reached === 'answer') return;
    this.reached = 'answer';
    this.#note(time, 'packages loaded');
  }

  #fail(time: string, why: string): void {
    if (this.failed === null) this.#note(time, 'workspace could not be loaded');
    this.failed = words(why);
    if (this.reached === null) this.reached = 'go list';
  }

  #show(how: 'error' | 'warning', text: string): void {
    this.heard = true;
    const line = `${how}: ${oneLine(text)}`;
    this.#shown.set(line, line);
    const why = /failed to load view for \S+: (.*)/s.exec(text)?.[1];
    if (why !== undefined) this.failed ??= words(why);
  }

  #diagnosed(uri: string, all: unknown): void {
    const file = /[^/]*$/.exec(uri)?.[0] ?? '';
    if (file !== 'go.mod' && file !== 'go.work') return;
    const errors = (Array.isArray(all) ? all : []).map(asRecord).filter(({ severity }) => severity === 1);
    this.#diagnostics.set(
      uri,
      errors.map(({ message }) => `error: ${file}: ${oneLine(String(message))}`),
    );
  }
}

/** In a text trace answers have a method too. */
function isAnswer({ method, result, error }: RpcMessage): boolean {
  return method === undefined || result !== undefined || error !== undefined;
}

/** go's words, without gopls's prefix about its exit status. */
function words(why: string): string {
  return oneLine(why).replace(/^(?:packages\.Load error: )?(?:err: exit status \d+: stderr: )?/, '');
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
