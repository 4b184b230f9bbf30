const FLOOR = { major: 20, minor: 19 };

/**
 * Ends the process with one sentence when this Node is too old to run Boardwalk.
 * Every script calls it first, before anything that an old Node could not load.
 */
export function requireSupportedNode(version = process.versions.node) {
  if (isSupported(version)) return;
  console.error(
    `Boardwalk needs Node ${FLOOR.major}.${FLOOR.minor} or newer (24 LTS is recommended), but this is Node ${version}.`,
  );
  process.exit(1);
}

/** @param {string} version for example "20.19.1" */
export function isSupported(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > FLOOR.major || (major === FLOOR.major && minor >= FLOOR.minor);
}
