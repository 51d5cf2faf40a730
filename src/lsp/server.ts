/** The gopls of a session: a child process over stdio, or a server behind a socket. */
import type { ChildProcess, ChildProcessWithoutNullStreams } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as after } from 'node:timers/promises';
import { killGroup } from '../process/end-group.ts';
import { startChild } from '../process/start-child.ts';

export interface StartOptions {
  readonly folder: string;
  readonly server: { readonly command: string; readonly args: readonly string[] } | { readonly socket: string };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly started?: (pid: number) => void;
}

export interface Server {
  readonly output: Readable;
  readonly input: Writable;
  /** Settles when the process has ended or the socket is closed. */
  readonly gone: Promise<void>;
  readonly exit: () => { readonly code: number | null; readonly signal: NodeJS.Signals | null } | null;
  readonly ending: () => string;
  readonly stderr: () => string;
  /** Kills what this session started; a server behind a socket keeps running. */
  readonly end: () => Promise<void>;
}

const lastWordsMs = 50;
const killedMs = 1000;

export async function startServer(options: StartOptions): Promise<Server> {
  return 'socket' in options.server
    ? await openSocket(options.server.socket)
    : await startProcess(options, options.server);
}

function startProcess(
  options: StartOptions,
  { command, args }: { command: string; args: readonly string[] },
): Promise<Server> {
  return new Promise((resolve, reject) => {
    // Its own process group: gopls's children are killed with it.
    const child = startChild(command, args, {
      cwd: options.folder,
      env: { ...options.env },
      stdio: 'pipe',
      detached: true,
    }) as ChildProcessWithoutNullStreams;
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-2000);
    });
    // The pipe breaks when the server dies; its exit tells why.
    child.stdin.on('error', () => undefined);
    const closed = new Promise<void>((settle) => child.once('close', () => settle()));
    const exited = new Promise<void>((settle) => child.once('exit', () => settle()));
    // Its last output may still be in the pipe, and a process it left behind may hold the pipe forever.
    // The timer keeps no process alive: an open pipe does.
    const gone = exited.then(() => Promise.race([closed, after(lastWordsMs, undefined, { ref: false })]));
    child.once('error', reject);
    child.once('spawn', () => {
      if (child.pid !== undefined) options.started?.(child.pid);
      resolve({
        output: child.stdout,
        input: child.stdin,
        gone,
        exit: () => (hasEnded(child) ? { code: child.exitCode, signal: child.signalCode } : null),
        ending: () => `${child.signalCode ?? `exit ${child.exitCode}`}${stderr === '' ? '' : `, ${stderr.trim()}`}`,
        stderr: () => stderr,
        end: async () => {
          // Its `go list` may hold a lock until it is gone.
          await Promise.all([killGroup(child.pid, killedMs), gone]);
          // A process outside the group may hold the other ends forever; do not wait for it.
          for (const stream of child.stdio) stream?.destroy();
        },
      });
    });
  });
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function openSocket(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(path);
    socket.once('error', reject);
    socket.once('connect', () => {
      const gone = new Promise<void>((settle) => socket.once('close', () => settle()));
      resolve({
        output: socket,
        input: socket,
        gone,
        exit: () => null,
        ending: () => 'the socket was closed',
        stderr: () => '',
        end: async () => {
          socket.destroy();
          await gone;
        },
      });
    });
  });
}
