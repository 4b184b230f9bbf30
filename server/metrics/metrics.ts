/** One number of a metric; those of the same metric differ in their labels. */
export interface Sample {
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
  /** What follows the metric's name, as histograms have it. Default: nothing. */
  readonly suffix?: "_bucket" | "_sum" | "_count";
}

export interface Metric {
  /** Such as `boardwalk_rooms`. Times are in seconds, sizes in bytes, and counters end in `_total`. */
  readonly name: string;
  /** One sentence for the operator. */
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  /** Called whenever somebody reads the metrics. */
  readonly read: () => Iterable<Sample>;
}

/** The MIME type of what `Metrics.render` returns. */
export const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** Everything that the server tells about itself in numbers. Each part adds its own; a name is added once. */
export class Metrics {
  readonly #metrics = new Map<string, Metric>();

  add(metric: Metric): void {
    if (this.#metrics.has(metric.name))
      throw new Error(`There are two metrics named "${metric.name}".`);
    this.#metrics.set(metric.name, metric);
  }

  /** Adds a number that rises and falls. */
  gauge(name: string, help: string, read: () => number): void {
    this.add({ name, help, type: "gauge", read: () => [{ value: read() }] });
  }

  /** Adds a number that only rises. */
  counter(name: string, help: string, read: () => number): void {
    this.add({ name, help, type: "counter", read: () => [{ value: read() }] });
  }

  /** All of them as they are now, in the text format of Prometheus. */
  render(): string {
    return [...this.#metrics.values()].map(renderMetric).join("");
  }
}

function renderMetric({ name, help, type, read }: Metric): string {
  const lines = [
    `# HELP ${name} ${escapeText(help)}`,
    `# TYPE ${name} ${type}`,
    ...[...read()].map(
      ({ suffix = "", labels = {}, value }) =>
        `${name}${suffix}${renderLabels(labels)} ${renderNumber(value)}`,
    ),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function renderLabels(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(
    ([label, value]) =>
      `${label}="${escapeText(value).replaceAll('"', '\\"')}"`,
  );
  return pairs.length > 0 ? `{${pairs.join(",")}}` : "";
}

function renderNumber(value: number): string {
  if (Number.isFinite(value)) return String(value);
  if (Number.isNaN(value)) return "NaN";
  return value > 0 ? "+Inf" : "-Inf";
}

const escapeText = (text: string): string =>
  text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
