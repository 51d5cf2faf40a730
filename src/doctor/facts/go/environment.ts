/** The variables that a snapshot may contain: those that go, gopls and git read, without secrets. */
import { redact } from '../../../redact.ts';
import type { Environment } from '../../snapshot.ts';

const kept =
  /^(GO[A-Z0-9_]*|CGO_ENABLED|CC|CXX|GOPLSCACHE|XDG_[A-Z_]+|HOME|USER|TMPDIR|PATH|CI|(https?|no|all)_proxy|GIT_(SSH|SSH_COMMAND|TERMINAL_PROMPT|ASKPASS|DIR|CONFIG_[A-Z]+)|GCM_INTERACTIVE|USERPROFILE|LOCALAPPDATA)$/i;
/** GOAUTH may hold a command with a token. */
const secret = /^(GOAUTH|.*(TOKEN|SECRET|PASSWORD|CREDENTIAL).*)$/i;

export function keptEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  return Object.fromEntries(
    Object.entries(env)
      .filter(
        (entry): entry is [string, string] => entry[1] !== undefined && kept.test(entry[0]) && !secret.test(entry[0]),
      )
      .map(([name, value]) => [name, /_proxy$/i.test(name) ? redactedProxy(value) : redact(value)]),
  );
}

/** A proxy may lack a scheme; its password may hold anything. Source: golang.org/x/net/http/httpproxy, parseProxy. */
function redactedProxy(value: string): string {
  return value.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/i, '$1***@');
}
