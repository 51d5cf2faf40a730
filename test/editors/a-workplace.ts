/** A separate machine with a workspace, an editor, and a module proxy that may fall silent. */

import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Finding } from '../../src/doctor/finding.ts';
import type { Step } from '../../src/doctor/remedy/remedy.ts';
import { parseTxtar } from '../../src/lab/scenario/txtar.ts';
import { proxyFiles, serveModule, splitModules } from '../../src/lab/trial/go-proxy.ts';
import type { Cli } from '../e2e/cli/a-cli.ts';
import { aGoHome, newestTools } from '../e2e/doctor/a-go-home.ts';
import { aMachine, type Machine } from '../e2e/doctor/a-machine.ts';
import { type Editor, mainGo } from './an-editor.ts';
import { onePid } from './one-pid.ts';

type Variables = Readonly<Record<string, string | null>>;

export interface Start {
  /** Variables of the editor only; the doctor's shell does not have them. */
  readonly env?: Readonly<Record<string, string>>;
  /** Variables for `build.env` in gopls's settings. */
  readonly set?: Variables;
  readonly args?: string;
}

export interface Running {
  /** Whether gopls has answered the editor so far. */
  readonly hasAnswer: () => Promise<boolean>;
  /** Waits for the next answer. If the editor ends first, returns "ended: " and its last output. */
  readonly answer: () => Promise<string>;
}

export interface Workplace extends AsyncDisposable {
  /** $HOME of everything that runs there. */
  readonly path: string;
  readonly folder: string;
  readonly sh: (lines: string) => Promise<string>;
  /** The process that a command line prints, once it prints only one. */
  readonly pid: (line: string) => Promise<number>;
  readonly write: (name: string, text: string) => Promise<string>;
  readonly start: (start?: Start) => Promise<Running>;
  /** Sends SIGKILL to the last editor, to its gopls, or to both at once. Resolves when gopls has ended too. */
  readonly kill: (who: readonly ('editor' | 'gopls')[]) => Promise<void>;
  /** Ends the last editor as a user does. */
  readonly quit: () => Promise<void>;
  /** Runs the doctor until it reports that finding for the editor's gopls. `others`: other warnings and errors meanwhile, which are false alarms. */
  readonly found: (id: string) => Promise<{ readonly finding: Finding; readonly others: readonly string[] }>;
  /** Runs the doctor once. `accused`: its warnings and errors. `tree`: the processes. */
  readonly look: () => Promise<{ readonly accused: readonly string[]; readonly tree: string }>;
  /** Runs `doctor --fix --yes`. @param id the finding whose remedy counts. */
  readonly fix: (id: string) => Promise<Fixed>;
  /** Resolves once the proxy has a request that it does not answer. */
  readonly asked: () => Promise<void>;
  /** From now on the proxy answers new requests; earlier ones still wait. */
  readonly mendProxy: () => void;
  /** Answers the earlier requests. */
  readonly answerLate: () => void;
}

export interface Fixed {
  /** The steps of the finding's remedy as "KIND OUTCOME", each once: gopls may start the same command again before the editor has the new environment. */
  readonly steps: readonly string[];
  /** The variables that the doctor asks the user to set. */
  readonly environment: Variables;
  /** Warnings and errors that remain. */
  readonly left: readonly string[];
}

interface FixDocument extends Pick<Document, 'findings'> {
  readonly done: readonly { readonly finding: string; readonly step: Step; readonly outcome: string }[];
  readonly environment: Variables;
}

export interface WorkplaceOptions {
  /** The test's signal: after its time limit nothing that it started remains. */
  readonly signal: AbortSignal;
  /** Paths for which the proxy sends nothing. */
  readonly silent?: RegExp;
}

/** Far more than necessary; ends the search if the doctor misses the finding. */
const mostLooks = 40;

const toolchain = '/golang.org/toolchain/@v/v0.0.1-go1.99.1.linux-amd64';

export async function aWorkplace(cli: Cli, editor: Editor, { signal, silent }: WorkplaceOptions): Promise<Workplace> {
  const { go, gopls } = await newestTools();
  const place = await cli.place();
  const proxy = await aProxy(silent ?? null);
  await place.write('work/go.mod', 'module example.com/m\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n');
  await place.write('work/main.go', mainGo);
  await place.write(editor.script.name, editor.script.text);
  const env = await aGoHome(cli, place, [go], {
    GOMODCACHE: join(place.path, 'gopath/pkg/mod'),
    GOCACHE: join(place.path, 'gocache'),
    GOENV: 'off',
    GOPROXY: proxy.url,
    GOFLAGS: '-mod=mod -modcacherw',
    gopls,
  });
  const machine = aMachine(place.path, { ...env, doctor: `${env['doctor']} work --json` });
  signal.addEventListener('abort', () => machine[Symbol.asyncDispose]());
  const sh = async (lines: string) => {
    const { code, stdout } = await machine.sh(lines);
    if (code !== 0) throw new Error(`${lines}\nended with ${code}: ${stdout}`);
    return stdout.trim();
  };
  // Editors take the git repository for the project.
  await sh('git init -q work');
  let started = 0;
  return {
    path: place.path,
    folder: join(place.path, 'work'),
    sh,
    pid: (line) => onePid(line, sh),
    write: place.write,
    start: async ({ env = {}, set = {}, args = '' } = {}) => {
      started += 1;
      return await startEditor(sh, editor, started, {
        ...env,
        SERVER: `${gopls}${args === '' ? '' : ` ${args}`}`,
        SETTINGS: JSON.stringify(Object.keys(set).length === 0 ? {} : { 'build.env': set }),
      });
    },
    kill: async (names) => {
      const pid = { editor: '$editor', gopls: '$gopls' };
      await sh(
        `gopls=$(pgrep -P $editor -x gopls); kill -KILL ${names.map((name) => pid[name]).join(' ')}; { wait $editor; } 2>/dev/null
        tail --pid=$gopls -f /dev/null`,
      );
    },
    quit: async () => {
      await sh(`${editor.quit}; { wait $editor || :; } 2>/dev/null`);
    },
    look: async () => {
      const document = await look(machine);
      return { accused: loud(document).map(({ id }) => id), tree: document.tree.join('\n') };
    },
    found: async (id) => {
      const others: string[] = [];
      for (let looks = 0; looks < mostLooks; looks += 1) {
        const findings = loud(await look(machine));
        others.push(...findings.flatMap((finding) => (finding.id === id ? [] : [`${finding.id}: ${finding.summary}`])));
        const finding = findings.find((one) => one.id === id && one.severity === 'error' && names(one, editor));
        if (finding !== undefined) return { finding, others };
      }
      throw new Error(`${id} was not found; found instead: ${others.join('\n') || 'nothing'}`);
    },
    fix: async (id) => {
      const { stdout } = await machine.sh('$doctor --fix --yes 2>/dev/null');
      const { fix } = JSON.parse(stdout) as { fix: FixDocument };
      const own = fix.done.filter(({ finding }) => finding === id);
      return {
        steps: [...new Set(own.map(({ step, outcome }) => `${step.kind} ${outcome}`))],
        environment: fix.environment,
        left: loud(fix).map(({ summary }) => summary),
      };
    },
    asked: () => proxy.asked,
    mendProxy: proxy.mend,
    answerLate: proxy.answerLate,
    [Symbol.asyncDispose]: async () => {
      await machine[Symbol.asyncDispose]();
      await proxy.close();
      await place[Symbol.asyncDispose]();
    },
  };
}

async function startEditor(
  sh: (lines: string) => Promise<string>,
  { command }: Editor,
  number: number,
  env: Readonly<Record<string, string>>,
): Promise<Running> {
  const set = Object.entries(env).map(([name, value]) => `${name}='${value}'`);
  // Opened for reading and writing, so that the end of a writer is no end of file.
  await sh(`mkfifo said${number}; exec {said${number}}<>said${number}`);
  // A new session, as in a terminal: pid 1 is a shell here, and the parent of all that it starts.
  await sh(
    `(cd work && exec env ${set.join(' ')} setsid ${command}) </dev/null >said${number} 2>editor${number}.log & editor=$!
    (tail --pid=$editor -f /dev/null; echo "ended: $(tail -n 9 editor${number}.log | tr '\\n' ' ')" >said${number}) &`,
  );
  return {
    hasAnswer: async () => (await sh(`read -t 0 -u $said${number} && echo yes || echo no`)) === 'yes',
    answer: () => sh(`read -r line <&$said${number}; echo "$line"`),
  };
}

interface Document {
  readonly findings: readonly Finding[];
  readonly tree: readonly string[];
}

async function look(machine: Machine): Promise<Document> {
  return JSON.parse((await machine.sh('$doctor 2>/dev/null')).stdout) as Document;
}

function names({ summary, consequences }: Finding, { name }: Editor): boolean {
  return [summary, ...consequences].some((text) => text.includes(`, ${name}, `));
}

/** Omits out-of-memory: the kernel's log is the real machine's. */
function loud({ findings }: Pick<Document, 'findings'>): readonly Finding[] {
  return findings.filter(({ id, severity }) => severity !== 'note' && id !== 'out-of-memory');
}

async function aProxy(silent: RegExp | null) {
  const { modules } = splitModules(
    parseTxtar(
      '-- proxy/example.com/dep@v1.0.0/dep.go --\npackage dep\n\n// Hello greets the one who came.\nfunc Hello() {}\n',
    ),
  );
  const files = new Map<string, Uint8Array | string>(
    [...proxyFiles(modules.map(serveModule))].map(([name, data]) => [`/${name}`, data]),
  );
  files.set(`${toolchain}.info`, '{"Version":"v0.0.1-go1.99.1.linux-amd64"}');
  files.set(`${toolchain}.mod`, 'module golang.org/toolchain\n');
  let mended = false;
  let heard: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const unanswered: (() => void)[] = [];
  const server = createServer(({ url = '' }, response) => {
    const body = files.get(url);
    const answer = () => {
      response.writeHead(body === undefined ? 404 : 200).end(body);
    };
    if (mended || silent?.test(url) !== true) return answer();
    unanswered.push(answer);
    heard();
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    mend: () => {
      mended = true;
    },
    answerLate: () => {
      for (const answer of unanswered) answer();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
