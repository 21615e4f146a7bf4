/** What is counted while the assistant runs, as Prometheus reads it. Labels name channels and outcomes, never people. */
export interface Metrics {
  count(name: CounterName, labels: Record<string, string>, by?: number): void;
  /** A duration in seconds. */
  observe(name: HistogramName, labels: Record<string, string>, seconds: number): void;
  /** The text of `/metrics`, with what is measured just now. */
  text(gauges: readonly Gauge[]): string;
}

export interface Gauge {
  name: string;
  help: string;
  labels?: Record<string, string>;
  value: number;
}

const COUNTERS = {
  tro_ly_events_total: 'Events taken, by channel and outcome (taken, known, dropped)',
  tro_ly_replies_total: 'Events answered, by channel and outcome (answered, failed)',
  tro_ly_deliveries_total: 'Messages that left the outbox, by channel and outcome',
  tro_ly_web_failures_total: 'Requests of the page that failed',
} as const;
const HISTOGRAMS = {
  tro_ly_answer_seconds: 'From an event taken to its answer kept',
  tro_ly_delivery_seconds: 'From a message kept to its being sent',
} as const;
type CounterName = keyof typeof COUNTERS;
type HistogramName = keyof typeof HISTOGRAMS;

const BOUNDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

interface Histogram {
  counts: number[];
  sum: number;
  total: number;
}

export function openMetrics(): Metrics {
  const counters = new Map<CounterName, Map<string, number>>();
  const histograms = new Map<HistogramName, Map<string, Histogram>>();
  return {
    count(name, labels, by = 1) {
      const series = counters.getOrInsertComputed(name, () => new Map());
      const key = written(labels);
      series.set(key, (series.get(key) ?? 0) + by);
    },
    observe(name, labels, seconds) {
      const series = histograms.getOrInsertComputed(name, () => new Map());
      const empty = (): Histogram => ({ counts: BOUNDS.map(() => 0), sum: 0, total: 0 });
      const histogram = series.getOrInsertComputed(written(labels), empty);
      for (const [at, bound] of BOUNDS.entries()) if (seconds <= bound) histogram.counts[at]! += 1;
      histogram.sum += seconds;
      histogram.total += 1;
    },
    text(gauges) {
      const lines: string[] = [];
      for (const [name, help] of Object.entries(COUNTERS) as [CounterName, string][]) {
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} counter`);
        for (const [labels, value] of counters.get(name) ?? [])
          lines.push(`${name}${braced(labels)} ${value}`);
      }
      for (const [name, help] of Object.entries(HISTOGRAMS) as [HistogramName, string][]) {
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} histogram`);
        for (const [labels, histogram] of histograms.get(name) ?? [])
          lines.push(...histogramLines(name, labels, histogram));
      }
      for (const [name, of] of Map.groupBy(gauges, gauge => gauge.name)) {
        lines.push(`# HELP ${name} ${of[0]!.help}`, `# TYPE ${name} gauge`);
        for (const { labels, value } of of) lines.push(`${name}${braced(written(labels ?? {}))} ${value}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

function histogramLines(name: string, labels: string, { counts, sum, total }: Histogram): string[] {
  const and = labels === '' ? '' : `${labels},`;
  return [
    ...BOUNDS.map((bound, at) => `${name}_bucket{${and}le="${bound}"} ${counts[at]}`),
    `${name}_bucket{${and}le="+Inf"} ${total}`,
    `${name}_sum${braced(labels)} ${sum}`,
    `${name}_count${braced(labels)} ${total}`,
  ];
}

function written(labels: Record<string, string>): string {
  const escaped = (value: string): string => value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',');
}

const braced = (labels: string): string => (labels === '' ? '' : `{${labels}}`);
