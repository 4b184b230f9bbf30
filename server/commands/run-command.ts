import { parseArgs } from "node:util";
import { ConfigError } from "../config";
import {
  type Call,
  type Command,
  optionsOf,
  type Terminal,
  UsageError,
} from "./command";
import { helpFor, overview } from "./help";

/** What a process ends with. */
export const ExitCode = { done: 0, failed: 1, misused: 2 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/**
 * Runs the command that was typed. Resolves with the exit code, or with undefined when it goes on by itself. Never rejects: what went
 * wrong is told in a line.
 *
 * @param typed What was typed after `boardwalk`.
 */
export async function runCommand(
  typed: readonly string[],
  commands: readonly Command[],
  terminal: Terminal,
): Promise<ExitCode | undefined> {
  try {
    return await run(typed, commands, terminal);
  } catch (error) {
    const problems = error instanceof ConfigError ? error.problems : [error];
    for (const problem of problems)
      terminal.complain(
        problem instanceof Error ? problem.message : String(problem),
      );
    return error instanceof UsageError ? ExitCode.misused : ExitCode.failed;
  }
}

async function run(
  typed: readonly string[],
  commands: readonly Command[],
  terminal: Terminal,
): Promise<ExitCode | undefined> {
  const command = commands.find(({ name }) => startsWith(typed, name));
  if (!command) return showOverview(typed, commands, terminal);
  const call = parse(typed.slice(command.name.split(" ").length), command);
  if (call.options["help"]) {
    for (const line of helpFor(command)) terminal.print(line);
    return ExitCode.done;
  }
  const { min, max } = command.words;
  if (call.words.length < min || call.words.length > max)
    throw new UsageError(
      `It is: boardwalk ${command.name} ${command.parameters}`.trim(),
    );
  const isDone = await command.run(call, terminal);
  if (isDone === undefined) return undefined;
  return isDone ? ExitCode.done : ExitCode.failed;
}

function parse(typed: readonly string[], command: Command): Call {
  try {
    const { values, positionals } = parseArgs({
      args: [...typed],
      options: optionsOf(command) ?? {},
      allowPositionals: true,
    });
    return { words: positionals, options: values as Call["options"] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // Node goes on to explain how an option would be written that begins with a dash and is none.
    const [sentence] = reason.split(". ", 1);
    throw new UsageError(`${sentence}. See: boardwalk ${command.name} --help`);
  }
}

/** The list of commands, of all or of those that begin with what was typed; a mistake unless it was asked for. */
function showOverview(
  typed: readonly string[],
  commands: readonly Command[],
  terminal: Terminal,
): ExitCode {
  const words = typed.filter((word) => word !== "--help" && word !== "-h");
  const meant = commands.filter(({ name }) =>
    startsWith(name.split(" "), words.join(" ")),
  );
  const isAsked = words.length < typed.length || words.length === 0;
  if (meant.length === 0)
    throw new UsageError(
      `There is no command "${words.join(" ")}". See: boardwalk --help`,
    );
  for (const line of overview(meant))
    if (isAsked) terminal.print(line);
    else terminal.complain(line);
  return isAsked ? ExitCode.done : ExitCode.misused;
}

/** Whether a list of words begins with these words. */
function startsWith(list: readonly string[], words: string): boolean {
  if (words === "") return true;
  return words.split(" ").every((word, at) => list[at] === word);
}
