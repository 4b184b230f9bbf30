import type { Command } from "./command";

const EXIT_CODES =
  "It ends with 0 when it has done what it was asked to, with 1 when it has not, and with 2 when it was not understood.";
const SETTINGS =
  "Settings are environment variables, the same as the server's: see docs/operating.md.";

/** The list of commands. */
export function overview(commands: readonly Command[]): string[] {
  const rows = commands.map(({ name, parameters, summary }) => [
    `${name} ${parameters}`.trim(),
    summary,
  ]);
  return [
    "Usage: boardwalk COMMAND",
    "",
    ...table(rows).map((line) => `  ${line}`),
    "",
    "boardwalk COMMAND --help tells more about each.",
    SETTINGS,
    EXIT_CODES,
  ];
}

/** What there is to know about one command. */
export function helpFor(command: Command): string[] {
  const { name, parameters, summary, help } = command;
  return [
    `Usage: boardwalk ${name} ${parameters}`.trim(),
    "",
    summary,
    ...(help.length > 0 ? ["", ...help] : []),
    "",
    EXIT_CODES,
  ];
}

/** Rows in columns; the last column is as wide as it needs. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
