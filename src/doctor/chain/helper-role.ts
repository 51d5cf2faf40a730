/**
 * What a child is to the go or gopls that started it. The go command waits for these helpers without
 * a timeout: version control (modfetch/codehost, vcs), GOAUTH commands (auth/userauth.go),
 * GOCACHEPROG (cache/prog.go), -toolexec and the C compiler (work/shell.go, work/exec.go), -vettool
 * (vet/vetflag.go). Children of `go run`, `go test`, `go generate` and `go tool` are the user's own
 * work and may wait for anything.
 */
import { basename } from 'node:path';
import { shortCommand } from '../facts/process/short-command.ts';
import type { ProcessFact } from '../process-fact.ts';

export type HelperRole =
  | 'git'
  | 'version control'
  | 'its GOAUTH command'
  | 'its GOCACHEPROG'
  | 'its -toolexec program'
  | 'its -vettool'
  | 'the C compiler'
  | 'pkg-config'
  | 'the packages driver'
  | 'a program that it has started';

/** Go's own tools, which work as long as they live. */
const toolsOfGo =
  /^(go|gofmt|compile|link|asm|cgo|vet|fix|buildid|pack|cover|covdata|preprofile|nm|objdump|test2json)$/;
const versionControl = /^(hg|svn|bzr|brz|fossil)$/;
const compilers = /^(.*-)?(cc|c\+\+|gcc|g\+\+|clang|clang\+\+|gfortran|tcc|zig)(-[\d.]+)?$/;
const pkgConfig = /^(.*-)?(pkg-config|pkgconf)$/;

/** null: no helper but its work, like a Go compiler, a test or `go list`. */
export function helperRoleOf(child: ProcessFact, parent: ProcessFact, siblings: number): HelperRole | null {
  if (parent.name === 'gopls') return isPackagesDriver(child, parent) ? 'the packages driver' : null;
  // A script named go, as version managers install, starts anything, including the real go.
  if (parent.name !== 'go' || basename(parent.command[0] ?? '') !== 'go') return null;
  const command = shortCommand(parent);
  const cacheProg = programOf(settingOf(parent, 'GOCACHEPROG'));
  if (cacheProg !== null && runs(child, cacheProg)) return 'its GOCACHEPROG';
  if (isToolOfGo(child) || /^go (generate|bug|doc)\b/.test(command)) return null;
  if (child.name === 'git') return 'git';
  const own = ownRole(child, parent);
  // A test or a program may have any name, even that of hg or a compiler.
  if (own !== null || /^go (run|test|tool)\b/.test(command)) return own;
  // A script that execs another program has that program's name. While go works it has more children than its GOCACHEPROG.
  if (cacheProg !== null && siblings === 1) return 'its GOCACHEPROG';
  if (authPrograms(parent).length > 0) return 'its GOAUTH command';
  if (flagOf(parent, 'toolexec') !== null) return 'its -toolexec program';
  if (flagOf(parent, 'vettool') !== null) return 'its -vettool';
  return 'a program that it has started';
}

function ownRole(child: ProcessFact, parent: ProcessFact): HelperRole | null {
  const users = /^go (run|test|tool)\b/.test(shortCommand(parent));
  const called = (pattern: RegExp) => namesOf(child).some((name) => pattern.test(name));
  const toolexec = flagOf(parent, 'toolexec');
  if (toolexec !== null && runs(child, toolexec)) return 'its -toolexec program';
  const vettool = flagOf(parent, 'vettool');
  if (vettool !== null && runs(child, vettool)) return 'its -vettool';
  if (authPrograms(parent).some((program) => runs(child, program))) return 'its GOAUTH command';
  if (users) return null;
  if (called(versionControl)) return 'version control';
  const set = ['CC', 'CXX', 'FC'].flatMap((name) => programOf(settingOf(parent, name)) ?? []);
  if (called(compilers) || set.some((program) => runs(child, program))) return 'the C compiler';
  const configured = programOf(settingOf(parent, 'PKG_CONFIG'));
  return called(pkgConfig) || (configured !== null && runs(child, configured)) ? 'pkg-config' : null;
}

function isToolOfGo({ name, command: [program = ''] }: ProcessFact): boolean {
  return toolsOfGo.test(name) || program.includes('/pkg/tool/');
}

/** A script's process has the interpreter's name; the script is the next word. */
function namesOf({ name, command }: ProcessFact): readonly string[] {
  return [name, ...command.slice(0, 2).map((word) => basename(word))];
}

/** Whether the program is the first word, or follows an interpreter and its options. */
export function runs({ command }: Pick<ProcessFact, 'command'>, program: string): boolean {
  return command.slice(0, 3).some((word) => word !== '' && basename(word) === basename(program));
}

function settingOf({ settings, env }: ProcessFact, name: string): string {
  return settings?.[name] || env?.[name] || '';
}

/** The first word of a command, which may be quoted. Source: cmd/internal/quoted, Split. */
function programOf(command: string): string | null {
  const [, quote, plain] = /^\s*(?:["']([^"']+)["']|(\S+))/.exec(command) ?? [];
  return quote ?? plain ?? null;
}

/** Keeps only the names of the programs: an argument may be a token. */
export function authPrograms(parent: ProcessFact): readonly string[] {
  return settingOf(parent, 'GOAUTH')
    .split(';')
    .flatMap((command) => programOf(command) ?? [])
    .filter((program) => !/^(off|netrc|git)$/.test(program));
}

/** The program that a flag on the command line or in GOFLAGS names. */
function flagOf(parent: ProcessFact, flag: string): string | null {
  const { command } = parent;
  const pattern = new RegExp(`^--?${flag}(?:=(.*))?$`, 's');
  for (const [index, word] of command.entries()) {
    const found = pattern.exec(word);
    if (found !== null) return programOf(found[1] ?? command[index + 1] ?? '');
  }
  const [, quote, plain] =
    new RegExp(`(?:^|\\s)["']?--?${flag}=(?:["']([^"']+)["']|(\\S+))`).exec(settingOf(parent, 'GOFLAGS')) ?? [];
  return programOf(quote ?? plain ?? '');
}

function isPackagesDriver(child: ProcessFact, parent: ProcessFact): boolean {
  if (/^(go|git|gopls)$/.test(child.name)) return false;
  if (child.command.some((word) => basename(word) === 'gopackagesdriver')) return true;
  const named = parent.env?.['GOPACKAGESDRIVER'];
  return named !== undefined && named !== '' && named !== 'off';
}
