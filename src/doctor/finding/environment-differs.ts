import { askedEnvironments } from '../facts/go/asked-environment.ts';
import type { Finder } from '../finding.ts';
import { refusalIn } from '../judge/go-refusal.ts';
import { decide } from '../remedy/remedy.ts';

/** `go env -json` does not answer with JSON: a wrapper that prints, no HOME, no go. gopls makes no view then. */
export const environmentDiffers: Finder = (snapshot) => {
  const { go, env } = snapshot;
  // Where go says itself what it minds, that is a finding of its own.
  const asked = askedEnvironments(snapshot);
  const [here, editor] = asked.map(refusalIn);
  const source = 'gopls/internal/cache/view.go, FetchGoEnv; golang/vscode-go#297';
  const remedy = [
    decide(
      'Let the editor have the environment of the terminal (go.toolsEnvVars, go.alternateTools), and wrappers of go print to stderr only',
    ),
  ];
  if (go.env === null && !go.local.timedOut && here == null) {
    const missing = go.local.code === null;
    return [
      {
        id: 'environment-differs',
        severity: 'error',
        summary: missing
          ? 'there is no go on PATH'
          : 'go env -json does not answer with JSON: gopls cannot make a view',
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
        summary: `go has no place for its module cache: neither HOME, GOPATH nor GOMODCACHE is set ${homeless.where}`,
        evidence: [`HOME=${homeless.variables['HOME'] ?? ''}`, 'go env: GOPATH and GOMODCACHE are empty'],
        pids: homeless.pids,
        consequences: [],
        remedy: [decide('Set one of the three where the editor is started; each of them alone helps')],
        source: 'cmd/go/internal/modload/init.go; scenario gopls-no-home',
      },
    ];
  }
  if (go.editor === null || go.editor.code === 0 || go.editor.timedOut || editor != null) return [];
  return [
    {
      id: 'environment-differs',
      severity: 'error',
      summary: `with the environment of gopls (pid ${go.editor.pid}) go env -json does not answer with JSON, and here it does`,
      evidence: [`exit ${go.editor.code ?? 'none'}: ${go.editor.output}`],
      pids: [go.editor.pid],
      consequences: [],
      remedy,
      source,
    },
  ];
};
