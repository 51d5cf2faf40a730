import { askedEnvironments } from '../../facts/go/asked-environment.ts';
import type { Finder } from '../../finding.ts';
import { refusalIn } from '../../judge/go-refusal.ts';
import { decide } from '../../remedy/remedy.ts';

/** `go env -json` prints no JSON (a chatty wrapper, no HOME, no go), so gopls creates no view. */
export const environmentDiffers: Finder = (snapshot) => {
  const { go, env } = snapshot;
  // If go itself names the cause, another finding reports it.
  const asked = askedEnvironments(snapshot);
  const [here, editor] = asked.map(refusalIn);
  const source = 'gopls/internal/cache/view.go, FetchGoEnv; golang/vscode-go#297';
  const remedy = [
    decide(
      'Give the editor the environment of the terminal (go.toolsEnvVars, go.alternateTools), and make wrappers of go print to stderr only',
    ),
  ];
  if (go.env === null && !go.local.timedOut && here == null) {
    const missing = go.local.code === null;
    return [
      {
        id: 'environment-differs',
        severity: 'error',
        summary: missing ? 'there is no go on PATH' : 'go env -json does not print JSON: gopls cannot create a view',
        evidence: [`exit ${go.local.code ?? 'none'}: ${go.local.output}`, `PATH=${env['PATH'] ?? ''}`],
        pids: [],
        consequences: [],
        remedy,
        source,
      },
    ];
  }
  const homeless = asked.find(({ go: own }) => own !== null && own['GOMODCACHE'] === '' && !own['GOPATH']);
  if (homeless !== undefined) {
    return [
      {
        id: 'environment-differs',
        severity: 'error',
        summary: `go has no place for its module cache: none of HOME, GOPATH and GOMODCACHE is set ${homeless.where}`,
        evidence: [`HOME=${homeless.variables['HOME'] ?? ''}`, 'go env: GOPATH and GOMODCACHE are empty'],
        pids: homeless.pids,
        consequences: [],
        remedy: [decide('Set any one of the three in the environment that starts the editor')],
        source: 'cmd/go/internal/modload/init.go; scenario gopls-no-home',
      },
    ];
  }
  if (go.editor === null || go.editor.code === 0 || go.editor.timedOut || editor != null) return [];
  return [
    {
      id: 'environment-differs',
      severity: 'error',
      summary: `go env -json does not print JSON in the environment of gopls (pid ${go.editor.pid}); here it does`,
      evidence: [`exit ${go.editor.code ?? 'none'}: ${go.editor.output}`],
      pids: [go.editor.pid],
      consequences: [],
      remedy,
      source,
    },
  ];
};
