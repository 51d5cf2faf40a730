/**
 * The figures of a trace as OpenMetrics text, and by OTLP, through OpenTelemetry's SDK. A bundle of its own, which is loaded when one of
 * both is asked for.
 */
import { ExportResultCode } from '@opentelemetry/core';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AggregationType, MeterProvider, MetricReader, type ResourceMetrics } from '@opentelemetry/sdk-metrics';
import { holdOf, waitOf } from './lock-figures.ts';
import type { LockTrace } from './lock-trace.ts';

/** From a file's own lock, which is held for microseconds, to a download that stalls. */
const boundariesSeconds = [0.0001, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300];

/**
 * Gauges and histograms alone: a counter is called otherwise in OpenMetrics than in Prometheus' own format, and what has no counter
 * both can read. Source: OpenMetrics 1.0, "Counter"; prometheus/common, expfmt.
 */
export async function openMetricsText(trace: LockTrace, version: string): Promise<string> {
  const text = new PrometheusSerializer('', false, undefined, true, true).serialize(await metricsOf(trace, version));
  return `${text}# EOF\n`;
}

/**
 * @param url of the collector, with or without /v1/metrics.
 * @returns why the collector did not take it, and null when it did: this bundle's classes of errors are not those of its caller.
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
  // One series a file, and no "overflow" where they are many; each has its modes and errors.
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
  const holds = seconds('unlatch_lock_hold_seconds', 'How long a lock was held.');
  const waits = seconds('unlatch_lock_wait_seconds', 'How long a lock was waited for, by those that had to wait.');
  const acquisitions = meter.createGauge('unlatch_lock_acquisitions', {
    description: 'Locks that were taken, or are still waited for.',
  });
  const waiters = meter.createGauge('unlatch_lock_waiters', { description: 'Those of them that had to wait.' });
  const failures = meter.createGauge('unlatch_lock_failures', { description: 'Calls of flock that failed.' });
  const contention = meter.createGauge('unlatch_lock_contention_ratio', {
    description: 'Waiters by acquisitions, of all lock files.',
  });
  const gaps = meter.createGauge('unlatch_trace_gaps', {
    description: 'What the trace lacks; with 0 every lock that was asked for is in it.',
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
