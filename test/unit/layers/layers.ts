/** Who may import whom: the one table of it. ARCHITECTURE.md tells the same in a line. */

/** A layer is a folder of the repository; the longest one that fits a file is its own. Each lists the layers that it may import. */
export const layers: Readonly<Record<string, readonly string[]>> = {
  'src/process': [],
  'src/terminal': [],
  'src/go': ['src/process', 'docker'],
  'src/lsp': ['src/process'],
  'src/trace': ['src/go', 'src/process'],
  'src/config': ['src/go', 'src/lsp', 'src/process'],
  'src/doctor': ['src/go', 'src/process'],
  'src/clean': ['src/go', 'src/process'],
  'src/cache': ['src/go', 'src/process'],
  'src/lab': ['src/go', 'src/lsp', 'src/process', 'src/trace'],
  'src/lab/report': ['src/lab', 'src/terminal'],
  'src/action': ['src/go', 'src/cache', 'src/clean', 'src/process'],
  'src/cli': [
    'scenarios',
    'src/clean',
    'src/config',
    'src/doctor',
    'src/go',
    'src/lab',
    'src/lab/report',
    'src/lsp',
    'src/process',
    'src/terminal',
    'src/trace',
  ],
  scenarios: [],
};

/** What every layer may import: files that lie in src/ itself, and import nothing else than each other. */
const common = /^src\/(errors|group-by|is-folder|is-there|package-root|redact|temporary-folder)\.ts$/;

/** Files that may import what their layer may not, or that others may import. */
const exceptions: readonly { readonly from: RegExp; readonly to: RegExp }[] = [
  { from: /^src\/cli\.ts$/, to: /^src\/cli\// },
  { from: /^src\/cli\/package-version\.ts$/, to: /^package\.json$/ },
  { from: /^scenarios\//, to: /^src\/lab\/vocabulary\.ts$/ },
  { from: /^scenarios\/index\.ts$/, to: /^src\/lab\/scenario\/scenario\.ts$/ },
];

/** Packages that one place alone may import; the others are open to all. */
export const packages: Readonly<Record<string, string>> = {
  dockerode: 'src/lab/runtime/docker/',
  '@actions/core': 'src/action/',
  '@actions/exec': 'src/action/run-in-step.ts',
  '@actions/cache': 'src/cache/store/store-worker.ts',
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

/** "src/lab/report" of "src/lab/report/html.ts"; null of what lies in no layer. */
export function layerOf(file: string): string | null {
  const [longest] = Object.keys(layers)
    .filter((layer) => file.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length);
  return longest ?? (file.startsWith('docker/') ? 'docker' : null);
}

/**
 * @param from a file of src/ or scenarios/
 * @param to a file of the repository, or the name of a package
 * @returns why the one may not import the other; null: it may.
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
