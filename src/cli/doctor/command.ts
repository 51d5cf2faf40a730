import { Command } from 'commander';
import { inChild, whoAsks } from '../../doctor/doctor-child.ts';
import type { DoctorOptions } from './execute.ts';

/** `unlatch doctor`: what holds what on this machine, just now. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say what go and gopls wait for, who holds it, and what helps')
    .argument('[dir]', 'the workspace', '.')
    .option(
      '--connect',
      'connect to gopls as the editor of the workspace does, and tell where it is stuck and what gopls shows',
    )
    .option('--as <pid>', 'with --connect: be like this gopls, with its arguments, environment and daemon')
    .option('--pid <pid>', 'say more of this gopls, from its debug pages when it has them, else from its threads')
    .option('--dlv', 'where that gopls has no debug pages: attach delve to it, which stops it for some seconds')
    .option('--log <file>', 'judge the log of an editor (VS Code, Neovim, Emacs, Helix, GoLand) or of gopls')
    .option('--deep', 'ask go mod verify and go list too, which read every module of the workspace')
    .option('--fix', 'carry out what helps: show each step, ask, and look again')
    .option('--yes', 'with --fix: do not ask')
    .option('--timeout <seconds>', 'how long each command and each phase may take', '10')
    .option('--json', 'print one JSON document')
    .option('--snapshot <file>', 'write the facts to this file; secrets are not among them')
    .option('--from <file>', 'judge the facts of such a file instead of this machine')
    .action(async (folder: string, options: DoctorOptions) => {
      const tell = whoAsks(process.env);
      if (tell === null) {
        process.exitCode = await inChild(process.env, { forward: options.fix === true });
        return;
      }
      // Loaded here, so that the other commands start without it.
      const { runDoctor } = await import('./execute.ts');
      const status = await runDoctor(folder, options);
      process.stdout.write('', () => tell(status));
    });
}
