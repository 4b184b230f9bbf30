import { describe, expect, test } from "vitest";
import { boardwalk } from "../support/command";
import { readDocument, sectionOf, tableIn } from "../support/markdown";
import { startProcess } from "../support/server-process";
import { temporaryFolder } from "../support/storage/temporary-folder";

const FILE = "docs/operating.md";
const operating = readDocument(FILE);

describe(`what ${FILE} says of`, () => {
  test("the metrics is every metric that a server shows", async () => {
    const { url } = await startProcess({ DATA_DIR: await temporaryFolder() });
    const shown = await (await fetch(`${url}/metrics`)).text();
    const help = new Map(
      [...shown.matchAll(/^# HELP (\w+) (.*)\.$/gm)].map(([, name, text]) => [
        name!,
        text!,
      ]),
    );
    const documented = tableIn(sectionOf(operating, "Metrics")).map(
      ([name]) => name!,
    );

    const missing = [...help].filter(([name]) => !documented.includes(name));
    expect([
      ...documented
        .filter((name) => !help.has(name))
        .map((name) => `take out of ${FILE}: ${name}`),
      ...missing.map(
        ([name, text]) => `add to ${FILE}: | \`${name}\` | ${text} |`,
      ),
    ]).toEqual([]);
  });

  test("the commands is every command, as it explains itself", async () => {
    const { output } = await boardwalk(["--help"]);
    const shown = [...output.matchAll(/^ {2}(\S.*?) {2,}/gm)].map(
      ([, command]) => command!,
    );
    const section = sectionOf(operating, "The command `boardwalk`");

    expect(tableIn(section).map(([command]) => command)).toEqual(shown);
    for (const command of shown) {
      const words = command.split(/ [A-Z[]/, 1)[0]!.split(" ");
      const help = await boardwalk([...words, "--help"]);
      expect(help).toMatchObject({ code: 0, errors: "" });
      expect(help.output).toContain(`Usage: boardwalk ${command}`);
    }
  });
});
