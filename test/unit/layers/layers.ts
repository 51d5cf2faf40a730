/** Who may import whom. ARCHITECTURE.md summarizes this table in a line. */

/** The layers that each layer may import. A layer is a folder; a file belongs to the longest one that contains it. */
export const layers: Readonly<Record<string, readonly string[]>> = {
  'src/process': [],
  'src/terminal': [],
  'src/go': ['src/process', 'docker'],
  'src/lsp': ['src/process'],
  'src/trace': ['src/go', 'src/process'],
  'src/trace/page': ['src/go', 'src/page', 'src/terminal', 'src/trace'],
  'src/config': ['src/go', 'src/lsp', 'src/process'],
  'src/doctor': ['src/go', 'src/process'],
  'src/doctor/page': ['src/doctor', 'src/go', 'src/page'],
  'src/clean': ['src/go', 'src/process'],
  'src/cache': ['src/go', 'src/process'],
  'src/lab': ['src/go', 'src/lsp', 'src/process', 'src/trace'],
  'src/page': ['src/terminal'],
  'src/page/browser': ['src/page'],
  'src/lab/report': ['src/go', 'src/lab', 'src/page', 'src/terminal'],
  'src/action': ['src/go', 'src/cache', 'src/clean', 'src/process'],
  'src/cli': [
    'scenarios',
    'src/cache',
    'src/clean',
    'src/config',
    'src/doctor',
    'src/doctor/page',
    'src/go',
    'src/lab',
    'src/lab/report',
    'src/lsp',
    'src/page',
    'src/process',
    'src/terminal',
    'src/trace',
    'src/trace/page',
  ],
  scenarios: [],
};

/** What every layer may import: files directly in src/ that import only each other. */
const common =
  /^src\/(errors|group-by|is-folder|is-there|last-line|package-root|quote-word|redact|settle-all|temporary-folder)\.ts$/;

/** Exceptions: imports that the layers do not allow. */
const exceptions: readonly { readonly from: RegExp; readonly to: RegExp }[] = [
  { from: /^src\/cli\.ts$/, to: /^src\/cli\// },
  { from: /^src\/cli\/(package-version|finding-docs)\.ts$/, to: /^package\.json$/ },
  { from: /^scenarios\//, to: /^src\/lab\/vocabulary\.ts$/ },
  { from: /^scenarios\/index\.ts$/, to: /^src\/lab\/scenario\/scenario\.ts$/ },
];

/** Packages that only one place may import. Every file may import the others. */
export const packages: Readonly<Record<string, string>> = {
  'd3-axis': 'src/page/browser/',
  'd3-scale': 'src/page/browser/',
  'd3-selection': 'src/page/browser/',
  dockerode: 'src/lab/runtime/docker/',
  '@actions/core': 'src/action/',
  '@actions/exec': 'src/action/run-in-step.ts',
  '@actions/cache': 'src/cache/store/store-worker.ts',
  '@aws-sdk/client-s3': 'src/cache/store/pool/s3-pool',
  '@aws-sdk/lib-storage': 'src/cache/store/pool/s3-pool.ts',
  commander: 'src/cli',
  'cli-progress': 'src/lab/report/',
  'cli-table3': 'src/lab/report/',
  '@opentelemetry/core': 'src/trace/telemetry.ts',
  '@opentelemetry/resources': 'src/trace/telemetry.ts',
  '@opentelemetry/sdk-metrics': 'src/trace/telemetry.ts',
  '@opentelemetry/exporter-metrics-otlp-http': 'src/trace/telemetry.ts',
  '@opentelemetry/exporter-prometheus': 'src/trace/telemetry.ts',
  'vscode-languageserver-protocol/node': 'src/lsp/',
};

/** "src/lab/report" for "src/lab/report/html.ts"; null: the file is in no layer. */
export function layerOf(file: string): string | null {
  const [longest] = Object.keys(layers)
    .filter((layer) => file.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length);
  return longest ?? (file.startsWith('docker/') ? 'docker' : null);
}

/**
 * @param from a file of src/ or scenarios/
 * @param to a file of the repository, or the name of a package
 * @returns why it may not import that; null: it may.
 */
export function faultOf(from: string, to: string): string | null {
  const only = packages[to];
  if (only !== undefined) return from.startsWith(only) ? null : `${from} imports ${to}, which only ${only} may`;
  if (!/^(src|scenarios|docker|dist|test|tools|bench)\/|^package\.json$/.test(to)) return null;
  if (exceptions.some((one) => one.from.test(from) && one.to.test(to))) return null;
  const [own, other] = [layerOf(from), layerOf(to)];
  if (common.test(to)) return own !== 'scenarios' ? null : `${from} imports ${to}, and a scenario only the vocabulary`;
  if (own !== null && own === other && (own !== 'scenarios' || from === 'scenarios/index.ts')) return null;
  if (own !== null && other !== null && layers[own]?.includes(other) === true) return null;
  return `${from} imports ${to}: ${own ?? 'it'} may import ${(own === null ? [] : (layers[own] ?? [])).join(', ') || 'no other layer'}`;
}
