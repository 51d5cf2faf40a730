import { Command } from 'commander';
import { inChild, whoAsks } from '../../doctor/doctor-child.ts';
import type { DoctorOptions } from './execute.ts';

/** `unlatch doctor`: which process holds and waits for what on this machine now. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('show what go and gopls wait for, which process holds it, and what helps')
    .argument('[dir]', 'the workspace', '.')
    .option(
      '--connect',
      'open a session with gopls as the editor does, and show where it is stuck and what gopls reports',
    )
    .option('--as <pid>', 'with --connect: use the arguments, environment and daemon of this gopls')
    .option('--pid <pid>', 'show more about this gopls, from its debug pages if it has any, else from its threads')
    .option('--dlv', 'with --pid, if that gopls has no debug pages: attach delve, which stops it for some seconds')
    .option('--log <file>', 'judge the log of an editor (VS Code, Neovim, Emacs, Helix, GoLand) or of gopls')
    .option(
      '--deep',
      'also run go mod verify and go list, which read every module of the workspace, and look at all of GOCACHE',
    )
    .option('--fix', 'carry out the remedies: show each step, ask, and look again')
    .option('--yes', 'with --fix: do not ask')
    .option('--timeout <seconds>', 'time limit of each command and each phase', '10')
    .option('--json', 'print one JSON document')
    .option('--html <file>', 'write the diagnosis as one page, to attach to a bug report')
    .option('--snapshot <file>', 'write the facts to this file, without secrets')
    .option('--from <file>', 'judge the facts in such a file instead of this machine')
    .action(async (folder: string, options: DoctorOptions) => {
      const tell = whoAsks(process.env);
      if (tell === null) {
        process.exitCode = await inChild(process.env);
        return;
      }
      // Loaded here so that the other commands start without it.
      const { runDoctor } = await import('./execute.ts');
      const status = await runDoctor(folder, options);
      process.stdout.write('', () => tell(status));
    });
}
