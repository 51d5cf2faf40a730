/**
 * Exports the metrics of a trace as OpenMetrics text and by OTLP, with OpenTelemetry's SDK. It is a
 * bundle of its own, loaded only when one of the two is requested.
 */
import { ExportResultCode } from '@opentelemetry/core';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AggregationType, MeterProvider, MetricReader, type ResourceMetrics } from '@opentelemetry/sdk-metrics';
import { holdOf, waitOf } from './lock-figures.ts';
import type { LockTrace } from './lock-trace.ts';

/** From a file lock held for microseconds to a stalled download. */
const boundariesSeconds = [0.0001, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300];

/**
 * Uses only gauges and histograms: OpenMetrics and Prometheus' own format name counters differently,
 * and both can read the rest. Source: OpenMetrics 1.0, "Counter"; prometheus/common, expfmt.
 */
export async function openMetricsText(trace: LockTrace, version: string): Promise<string> {
  const text = new PrometheusSerializer('', false, undefined, true, true).serialize(await metricsOf(trace, version));
  return `${text}# EOF\n`;
}

/**
 * @param url of the collector, with or without /v1/metrics.
 * @returns why the collector refused; null: it accepted. Not thrown, since this bundle has its own error
 * classes.
 */
export async function sendOtlp(trace: LockTrace, version: string, url: string): Promise<Error | null> {
  const whole = new URL(url);
  if (whole.pathname === '/') whole.pathname = '/v1/metrics';
  const exporter = new OTLPMetricExporter({ url: whole.href, timeoutMillis: 10_000 });
  const metrics = await metricsOf(trace, version);
  try {
    return await new Promise((resolve) => {
      exporter.export(metrics, ({ code, error }) => {
        resolve(code === ExportResultCode.SUCCESS ? null : (error ?? new Error('it gave no reason')));
      });
    });
  } finally {
    await exporter.shutdown();
  }
}

class OneReading extends MetricReader {
  protected override onShutdown = () => Promise.resolve();
  protected override onForceFlush = () => Promise.resolve();
}

async function metricsOf(trace: LockTrace, version: string): Promise<ResourceMetrics> {
  const reader = new OneReading();
  // One series per file, mode and errno, however many files: no "overflow" series.
  const series = 8 * (trace.locks.length + 1);
  const provider = new MeterProvider({
    readers: [reader],
    resource: resourceFromAttributes({ 'service.name': 'unlatch', 'service.version': version }),
    views: [
      {
        instrumentName: '*_seconds',
        aggregation: { type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM, options: { boundaries: boundariesSeconds } },
        aggregationCardinalityLimit: series,
      },
      ...['acquisitions', 'waiters', 'failures'].map((what) => ({
        instrumentName: `unlatch_lock_${what}`,
        aggregationCardinalityLimit: series,
      })),
    ],
  });
  const meter = provider.getMeter('unlatch', version);
  const seconds = (name: string, description: string) => meter.createHistogram(name, { description, unit: 'seconds' });
  const holds = seconds('unlatch_lock_hold_seconds', 'Time that a lock was held.');
  const waits = seconds('unlatch_lock_wait_seconds', 'Time that a process waited for a lock, if it had to wait.');
  const acquisitions = meter.createGauge('unlatch_lock_acquisitions', {
    description: 'Locks granted, and locks still waited for.',
  });
  const waiters = meter.createGauge('unlatch_lock_waiters', { description: 'Acquisitions that had to wait.' });
  const failures = meter.createGauge('unlatch_lock_failures', { description: 'flock calls that failed.' });
  const contention = meter.createGauge('unlatch_lock_contention_ratio', {
    description: 'Waiters divided by acquisitions, over all lock files.',
  });
  const gaps = meter.createGauge('unlatch_trace_gaps', {
    description: 'Gaps in the trace; 0: it contains every lock request.',
  });
  for (const use of trace.uses) {
    const series = { lock_file: use.file, mode: use.mode };
    const holdMs = holdOf(use, trace.ms);
    if (holdMs !== null) holds.record(holdMs / 1000, series);
    if (use.waited) waits.record(waitOf(use, trace.ms) / 1000, series);
  }
  for (const { file, acquisitions: taken, waited, failed } of trace.locks) {
    acquisitions.record(taken, { lock_file: file });
    waiters.record(waited, { lock_file: file });
    for (const [errno, times] of Object.entries(failed)) failures.record(times, { lock_file: file, errno });
  }
  contention.record(trace.total.contention);
  gaps.record(trace.gaps.length);
  const { resourceMetrics, errors } = await reader.collect();
  await provider.shutdown();
  const [error] = errors;
  if (error !== undefined) throw error;
  return resourceMetrics;
}
