import type { Reason } from './reasons.ts';

export interface FileCase {
  readonly name: string;
  readonly text: string;
  readonly gotoolchain?: string;
  readonly reason?: Reason;
}

const mod = (text: string, more: Omit<Partial<FileCase>, 'text'> = {}): FileCase => ({ name: 'go.mod', text, ...more });
const file = (name: string, text: string, reason?: Reason): FileCase => ({ name, text, ...(reason ? { reason } : {}) });

export const files: readonly FileCase[] = [
  mod('module m\n\ngo 1.26\n'),
  mod('module m\n\ngo 1.26.8\n'),
  mod('module m\n\ngo 1.20\n'),
  mod('module m\n\ngo 1.25.0\n\ntoolchain go1.26.8\n'),
  mod('module m\n\ngo 1.25.0\n\ntoolchain go1.26.8\n', { gotoolchain: 'local' }),
  mod('module m\n\ngo 1.25.0\n\ntoolchain default\n'),
  mod('module m\n\ngo 1.26\n\ntoolchain go1.27rc1\n', { reason: 'prerelease' }),
  mod('module m\n\ngo 1.27rc1\n', { reason: 'comment' }),
  mod('module m\n\ngo 1.25.0\n\ntoolchain go1.26.8-ours\n'),
  mod('module m\n\ngo 1.26.8 // why\n'),
  mod('module m\n\n  go 1.26.8\n', { reason: 'comment' }),
  mod('module m\n\ngo  1.26.8\n', { reason: 'comment' }),
  mod('module m\r\n\r\ngo 1.26.8\r\n'),
  mod('module m\n'),
  mod(''),
  mod('module m\n\n// go 1.26\n'),
  mod('module example.com/go\n\nrequire example.com/x v1.2.3\n'),
  file('go.work', 'go 1.26\n\nuse ./a\n'),
  file('go.work', 'go 1.25.0\n\ntoolchain go1.26.8\n\nuse ./a\n'),
  file('go.work', 'use ./a\n'),
  file('tools.mod', 'module m\n\ngo 1.26\n', 'names'),
  file('.go-version', '1.26.8\n'),
  file('.go-version', '1.26'),
  file('.go-version', '  1.26.8  \n\n'),
  file('.go-version', '^1.26\n'),
  file('.go-version', 'stable\n'),
  file('.go-version', ''),
  file('.go-version', '\n'),
  file('.go-version', 'go1.26.8\n', 'prefix'),
  file('.go-version', '1.27rc1\n', 'prerelease'),
  file('.go-version', '# ours\n1.26.8\n', 'remark'),
  file('.go-version', '1.25.3\n1.26.8\n'),
  file('.tool-versions', 'golang 1.26.8\n'),
  file('.tool-versions', 'nodejs 24.1.0\ngolang 1.26.8 # why\n'),
  file('.tool-versions', 'golang 1.26\n'),
  file('.tool-versions', 'golang 1.26.8 1.25.3\n', 'tools'),
  file('.tool-versions', 'go 1.26.8\n', 'tools'),
  file('.tool-versions', 'golang-ci 1.2\n'),
  file('.tool-versions', 'nodejs 24.1.0\n'),
  file('.tool-versions', ''),
  file('VERSION', '1.26.8\n'),
];
