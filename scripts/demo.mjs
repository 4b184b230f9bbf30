import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { requireSupportedNode } from "./lib/node-version.mjs";

// Starts the server as `npm start` does, and simulated people in a new room: `npm run demo -- --people 8`.

const MOST_PEOPLE = 100;

requireSupportedNode();
const { values } = parseArgs({
  options: { people: { type: "string", default: "8" } },
});
const people = Number(values.people);
if (!Number.isInteger(people) || people < 1 || people > MOST_PEOPLE) {
  console.error(`Give --people a whole number from 1 to ${MOST_PEOPLE}.`);
  process.exit(2);
}
const port = process.env["PORT"] || "3000";
if (port === "0") {
  console.error("Give a PORT for the demo, such as 3000.");
  process.exit(2);
}

await import("./start.mjs");

const site = `127.0.0.1:${port}${process.env["BASE_PATH"] ?? ""}`;
const answer = await fetch(`http://${site}/api/rooms`, { method: "POST" });
const { room } = /** @type {{ room: string }} */ (await answer.json());
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { bundleForNode } = await import("./lib/bundle-for-node.mjs");
const program = await bundleForNode("demo/main.ts");
const drawings = "demo/quickdraw/drawings.ndjson";
// A process of its own, so that the server has its thread for itself.
const crowd = spawn(
  process.execPath,
  [fileURLToPath(program), `ws://${site}/sync`, room, `${people}`, drawings],
  { stdio: ["ignore", "inherit", "inherit", "ipc"] },
);
process.once("exit", () => crowd.kill());
console.log(
  `  ${people} simulated people are at work: http://localhost:${port}${process.env["BASE_PATH"] ?? ""}/r/${room}\n`,
);
