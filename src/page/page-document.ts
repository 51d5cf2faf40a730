/** The frame of every page: one file that asks for nothing else. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { packageRoot } from '../package-root.ts';
import { escapeHtml } from './escape-html.ts';

export interface PageDocument {
  readonly title: string;
  /** Markup, already escaped. */
  readonly body: string;
  /** What the script reads; null: the page has no script. */
  readonly data: unknown;
}

/** The built script and style (build.ts). */
function built(name: 'page.js' | 'page.css'): string {
  return readFileSync(join(packageRoot(), 'dist', name), 'utf8').trim();
}

/**
 * The whole document. Its policy lets no request out and runs no script but its own, whatever a
 * worker's output holds.
 */
export function pageDocument({ title, body, data }: PageDocument): string {
  const script = data === null ? null : built('page.js');
  const may = script === null ? '' : `; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  const tail =
    script === null
      ? ''
      : `<script type="text/plain" id="data">${deflated(data)}</script>\n<script>${script}</script>\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${may}">
<title>${escapeHtml(title)}</title>
<style>${built('page.css')}</style>
</head>
<body>
${body}${tail}</body>
</html>
`;
}

/** Raw deflate has no header, so that one report gives one text on every system. */
function deflated(data: unknown): string {
  return deflateRawSync(JSON.stringify(data), { level: 9 }).toString('base64');
}
