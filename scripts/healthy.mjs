// Whether the server on this machine lives, for whoever watches over a container: ends with 0 if it does.

const port = process.env["PORT"] || "3000";
const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(
  () => undefined,
);
process.exitCode = answer?.ok ? 0 : 1;
