/** The completions, asked of the shells themselves. */

import { spawnSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cliForAll, placeForAll } from './cli-of-file.ts';

const cli = cliForAll();
const place = placeForAll(cli);
beforeAll(async () => {
  const program = `#!/bin/sh\nexec '${process.execPath}' '${cli.script}' "$@"\n`;
  await place.write('bin/unlatch', program);
  spawnSync('chmod', ['755', join(place.path, 'bin/unlatch')]);
  await mkdir(join(place.path, 'here/a folder'), { recursive: true });
  for (const file of ['here/my report.json', 'here/mine.ts']) await place.write(file, '');
  for (const shell of shells) await place.write(`completion.${shell}`, (await place.run(['completion', shell])).stdout);
});

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

/** What each shell proposes for the last word of a line, one a line: a program of that shell, which gets the line as its argument. */
const ask: Readonly<Record<Shell, string>> = {
  // bash itself calls the function for a Tab only; the words are split as readline does it.
  bash: `source ../completion.bash
line=$1
[[ $line == *' ' ]] && last= || { last=\${line##* }; }
COMP_WORDS=()
read -ra words <<<"\${line% *}"
for word in "\${words[@]}"; do COMP_WORDS+=("$word"); done
if [[ $last == --*=* ]]; then COMP_WORDS+=("\${last%%=*}" = "\${last#*=}"); else COMP_WORDS+=("$last"); fi
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
[[ $(complete -p unlatch) == 'complete -F _unlatch unlatch' ]] || exit 9
_unlatch
printf '%s\\n' "\${COMPREPLY[@]}"`,
  // A terminal of its own: what would be inserted or listed goes through compadd.
  zsh: `zmodload zsh/zpty
zpty z zsh -f -i
lines=(
  'PS1= PS2= LISTMAX=10000; autoload -Uz compinit; compinit -u -D; source ../completion.zsh'
  'compadd() { local -a got; if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi; builtin compadd -O got "$@"; print -rl -- $got >>../got; builtin compadd "$@" }'
  'finished() { print all""done }; zle -N finished; bindkey "^Xd" finished'
)
for one in $lines; do zpty -w z "$one"; done
zpty -w -n z "$1"$'\\t'$'\\x18d'
zpty -r z output '*alldone*'
[[ ! -e ../got ]] || cat ../got`,
  fish: `source ../completion.fish
complete -C "$argv[1]" | string replace --regex '\\t.*' ''
true`,
};

async function proposed(shell: Shell, line: string): Promise<readonly string[]> {
  const args = shell === 'fish' ? ['--no-config', '-c', ask.fish, '--', line] : ['-f', '-c', ask[shell], '-', line];
  if (shell === 'bash') args.splice(0, 1, '--norc');
  await rm(join(place.path, 'got'), { force: true });
  const { stdout, stderr, status } = spawnSync(shell, args, {
    cwd: join(place.path, 'here'),
    encoding: 'utf8',
    // Against a shell that waits for more of the line.
    timeout: 30_000,
    killSignal: 'SIGKILL',
    env: { PATH: `${join(place.path, 'bin')}:${process.env['PATH']}`, HOME: place.path, TERM: 'xterm' },
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  const words = stdout.split('\n').map((word) => word.trim().replace(/[=/]$/, ''));
  return [...new Set(words.filter((word) => word !== ''))].sort();
}

const lacking = (shell: Shell) => spawnSync(shell, ['-c', ':']).status !== 0;

describe.each(shells.map((shell) => ({ shell })))('$shell', ({ shell }) => {
  const here = test.skipIf(lacking(shell));

  here(`completes the commands (needs: ${shell})`, async () => {
    const commands = Array.from(
      (await place.run(['--help'])).stdout.split('\nCommands:\n')[1]?.matchAll(/^ {2}(\w+)/gm) ?? [],
      ([, name]) => name,
    );
    expect(commands.length).toBeGreaterThan(9);
    expect(await proposed(shell, 'unlatch ')).toEqual(commands.sort());
    expect(await proposed(shell, 'unlatch doc')).toEqual(['doctor']);
    expect(await proposed(shell, 'unlatch help che')).toEqual(['check']);
  });

  here(`completes the options of the command that the line names (needs: ${shell})`, async () => {
    const all = await proposed(shell, 'unlatch clean --');
    const inHelp = (await place.run(['clean', '--help'])).stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm);
    expect(all.filter((word) => word.startsWith('--'))).toEqual(Array.from(inHelp, ([, option]) => option).sort());
    expect(await proposed(shell, 'unlatch run check --mar')).toEqual(['--markdown']);
    expect(await proposed(shell, 'unlatch list --mar')).toEqual([]);
  });

  here(`completes values: words, files, folders (needs: ${shell})`, async () => {
    expect(await proposed(shell, 'unlatch run --runtime ')).toEqual(['auto', 'docker', 'host']);
    expect(await proposed(shell, 'unlatch completion ')).toEqual(['bash', 'fish', 'zsh']);
    expect((await proposed(shell, 'unlatch run --runtime=d')).map((word) => word.replace('--runtime=', ''))).toEqual([
      'docker',
    ]);
    const files = await proposed(shell, 'unlatch run --json m');
    expect(files.map((word) => word.replaceAll('\\', ''))).toEqual(['mine.ts', 'my report.json']);
    const folders = await proposed(shell, 'unlatch run --out ');
    expect(folders.map((word) => word.replaceAll('\\', ''))).toEqual(['a folder']);
    expect(await proposed(shell, 'unlatch run --jobs ')).toEqual([]);
  });

  here(`completes ids of scenarios, and files of one's own (needs: ${shell})`, async () => {
    expect(await proposed(shell, 'unlatch run vcs-st')).toEqual(['vcs-stamping']);
    expect(await proposed(shell, 'unlatch run --full lock-hea')).toEqual(['lock-health', 'lock-health-sick']);
    expect(await proposed(shell, 'unlatch list mine')).toEqual(['mine.ts']);
  });

  here(`takes what follows trace -- for another command (needs: ${shell})`, async () => {
    expect(await proposed(shell, 'unlatch trace -- unlat')).toEqual(['unlatch']);
    expect(await proposed(shell, 'unlatch trace --json x -- cat min')).toEqual(['mine.ts']);
  });
});

test('any other shell is refused', async () => {
  expect(await place.run(['completion', 'csh'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^unlatch: .*'csh' is invalid.*bash, zsh, fish/),
  });
});
