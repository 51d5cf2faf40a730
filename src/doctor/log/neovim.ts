import { asRecord, type LogEvent, type LogFormat, namesGopls, rpcMessage } from './log-format.ts';
import { readLua } from './read-lua.ts';

/** "[DEBUG][2026-11-28 19:25:50] .../vim/lsp/rpc.lua:347", up to 0.5 "[ DEBUG ] 2021-02-04T22:13:07+0530 ] ….lua:455 ]". */
const line =
  /^\[ ?(START|TRACE|DEBUG|INFO|WARN|ERROR) ?\] ?\[?([^\]]+?) ?\](?: (\S+?\.lua):\d+(?: \])?)?(?:\t(.*)| .*)?$/;

/**
 * Neovim's log of its language clients (runtime/lua/vim/lsp/log.lua): "rpc.send" and "rpc.receive" at
 * level DEBUG, gopls's log at INFO, its stderr at every level. Observed with 0.7.2; the header of 0.5 is
 * from nvim-lspconfig's issue 720. Messages name no server: if several servers are logged, gopls's
 * messages are those after a line with its name.
 */
export const neovimLog: LogFormat = {
  name: "Neovim's lsp.log",
  from: "vim.lsp.set_log_level('debug'), then the file that vim.lsp.get_log_path() returns",
  recognises: (text) =>
    /^\[ ?(?:START|TRACE|DEBUG|INFO|WARN|ERROR) ?\] ?\[?\d{4}-\d\d-\d\d[T ][^\]]*\] (?:LSP logging initiated|\S+\.lua:\d+)/m.test(
      text,
    ),
  read,
};

function read(text: string): readonly LogEvent[] {
  const events: LogEvent[] = [];
  const mixed = text.split('\n').some((each) => /"Starting RPC client"|"LSP\[/.test(each) && otherServer(each));
  let isGopls = !mixed;
  const waiting = new Set<string>();
  for (const each of text.split('\n')) {
    const [, level, time = '', file = '', rest] = line.exec(each) ?? [];
    if (level === undefined || rest === undefined) continue;
    const fields = rest.split('\t');
    const what = readLua(fields[0] ?? '');
    if (what === 'Starting RPC client') {
      isGopls = !otherServer(each);
      if (isGopls) events.push({ kind: 'started', time });
    } else if (typeof what === 'string' && what.startsWith('LSP[')) {
      isGopls = !otherServer(each);
      if (isGopls && fields[1] === '"initialized"') events.push({ kind: 'initialized', time });
    } else if (what === 'rpc.send') {
      const message = rpcMessage(readLua(fields[1] ?? ''));
      if (mixed && !isGopls) continue;
      if (message.id !== undefined && message.method !== undefined) waiting.add(message.id);
      events.push({ kind: 'message', time, from: 'editor', message });
    } else if (what === 'rpc.receive') {
      const message = rpcMessage(readLua(fields[1] ?? ''));
      const server = asRecord(asRecord(message.result)['serverInfo'])['name'];
      if (mixed && server !== undefined && server !== 'gopls') continue;
      if (mixed && message.method === undefined && !waiting.delete(message.id ?? '')) continue;
      if (mixed && message.method === 'window/showMessage' && !/\bgo(?:pls)?\b|\bpackages\b/i.test(each)) continue;
      events.push({ kind: 'message', time, from: 'gopls', message });
    } else if (what === 'rpc') {
      const [program, stream, said] = fields.slice(1).map((field) => readLua(field));
      if (stream === 'stderr' && namesGopls(String(program)))
        events.push({ kind: 'stderr', time, text: String(said).trim() });
    } else if (file.endsWith('handlers.lua') && typeof what === 'string' && fields.length === 1) {
      events.push({ kind: 'said', time, how: 'log', text: what });
    }
  }
  return events;
}

function otherServer(text: string): boolean {
  const named = /"LSP\[([^\]]*)\]"/.exec(text)?.[1];
  if (named !== undefined) return !/gopls/.test(named);
  const command =
    /\bcmd = (?:\{ *)?["']([^"']*)["']/.exec(text)?.[1] ??
    /"Starting RPC client"\t\{ *["']([^"']*)["']/.exec(text)?.[1];
  return command !== undefined && !namesGopls(command);
}
