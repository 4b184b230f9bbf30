/** The value that so many percent of `values` do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.ceil((percent / 100) * sorted.length) - 1;
  return sorted[Math.max(0, index)] ?? NaN;
}

/** Prints rows under a title, the first column to the left and numbers to the right. */
export function printTable(
  title: string,
  rows: readonly (readonly (string | number)[])[],
): void {
  console.log(`\n${title}`);
  for (const [name, ...cells] of rows) {
    const columns = cells.map((cell) => format(cell).padStart(12));
    console.log(`  ${String(name).padEnd(30)}${columns.join("")}`);
  }
}

function format(cell: string | number): string {
  if (typeof cell === "string") return cell;
  return cell < 1_000 ? cell.toFixed(2) : Math.round(cell).toString();
}
