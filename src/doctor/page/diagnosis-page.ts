/** A diagnosis as one page without a script, to attach to a bug report. Pure; it has no more than `--json` has. */
import { escapeHtml, escapeLines } from '../../page/escape-html.ts';
import { pageDocument } from '../../page/page-document.ts';
import type { Finding } from '../finding.ts';
import type { Diagnosis } from '../judge/diagnose.ts';
import { type Step, stepText } from '../remedy/remedy.ts';
import type { Snapshot } from '../snapshot.ts';
import { chainsHtml } from './chains-html.ts';

export interface DiagnosisExtras {
  readonly unlatch: string;
  /** What a session with gopls, or a look at one, showed: lines of text. */
  readonly lines: readonly string[];
  /** Where the page of a finding is, by its id: a URL, or a path in the repository. */
  readonly docsOf: (id: string) => string;
}

export function diagnosisPage(
  snapshot: Snapshot,
  { verdict, findings }: Diagnosis,
  { unlatch, lines, docsOf }: DiagnosisExtras,
): string {
  const grave = findings.filter(({ severity }) => severity !== 'note');
  const notes = findings.filter(({ severity }) => severity === 'note');
  const sections = [
    section('chain', 'Who waits for whom', chainsHtml(snapshot)),
    section('findings', 'Findings', grave.map((finding) => findingHtml(finding, docsOf(finding.id))).join('')),
    section('notes', 'Worth knowing', notes.map((finding) => findingHtml(finding, docsOf(finding.id))).join('')),
    section(
      'session',
      'The session with gopls',
      lines.length === 0 ? '' : `<pre>${escapeLines(lines.join('\n'))}</pre>`,
    ),
    section('unseen', 'Not seen', list(snapshot.unseen)),
  ].filter(({ html }) => html !== '');
  const contents = sections.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join('');
  const body = `<header><h1>unlatch: diagnosis</h1>
<nav aria-label="Contents"><ul>${contents}</ul></nav></header>
<main>
<p class="verdict"><strong>${escapeHtml(verdict)}</strong></p>
${sections.map(({ html }) => html).join('')}</main>
<footer><p class="soft">${escapeHtml(machineText(snapshot, unlatch))}</p></footer>
`;
  return pageDocument({ title: `unlatch: ${verdict}`, body, data: null });
}

function machineText({ at, folder, host, go }: Snapshot, unlatch: string): string {
  const version = go.env?.['GOVERSION'] ?? 'no go';
  return `unlatch ${unlatch}, ${version}, ${host.platform} ${host.kernel}, folder ${folder}, ${at}`;
}

interface Section {
  readonly id: string;
  readonly title: string;
  /** '': it has nothing to say. */
  readonly html: string;
}

function section(id: string, title: string, html: string): Section {
  if (html === '') return { id, title, html };
  return {
    id,
    title,
    html: `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>\n${html}</section>\n`,
  };
}

/** What it means for the reader, beside its colour. */
const signs = { error: '✗', warning: '!', note: '·' } as const;
const outcomes = { error: 'differs', warning: 'inconclusive', note: 'skipped' } as const;

function findingHtml({ id, severity, summary, evidence, consequences, remedy, source }: Finding, docs: string): string {
  return `<article class="finding"><h3><span class="${outcomes[severity]}">${signs[severity]} ${severity}</span> ${escapeHtml(id)}</h3>
<p>${escapeHtml(summary)}</p>
${block('Evidence', evidence.length === 0 ? '' : `<ul>${evidence.map((text) => `<li class="lines">${escapeLines(text.trimEnd())}</li>`).join('')}</ul>`)}${block('Because of it', list(consequences))}${block('Remedy', remedy.length === 0 ? '' : `<ol>${remedy.map(stepHtml).join('')}</ol>`)}<p class="soft">Source: ${escapeHtml(source)}. More: ${docsHtml(docs)}</p></article>
`;
}

function docsHtml(docs: string): string {
  const text = escapeHtml(docs);
  return /^https:/.test(docs) ? `<a href="${text}">${text}</a>` : text;
}

function block(title: string, html: string): string {
  return html === '' ? '' : `<h4>${title}</h4>${html}\n`;
}

function list(texts: readonly string[]): string {
  return texts.length === 0 ? '' : `<ul>${texts.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>\n`;
}

/** What can be copied is code; the rest is for a person. */
function stepHtml(step: Step): string {
  const text = escapeHtml(stepText(step));
  return `<li>${step.kind === 'signal' || step.kind === 'run' ? `<code>${text}</code>` : text}</li>`;
}
