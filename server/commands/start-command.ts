import type { Command } from "./command";

/** Runs the server. @param start Resolves once it has started, or ends the process with the reason. */
export function startCommand(start: () => Promise<void>): Command {
  return {
    name: "start",
    parameters: "",
    summary: "Runs the server, as npm start does",
    help: [
      "It prints where it can be visited and runs until it is told to stop by SIGTERM or Ctrl C. Then it",
      "ends within 10 s, with 0 only if everything is stored.",
    ],
    words: { min: 0, max: 0 },
    async run() {
      await start();
      return undefined;
    },
  };
}
