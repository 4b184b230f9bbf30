/** @import { Linter } from "eslint" */

const PRODUCT = [
  "core/**",
  "client/**",
  "components/**",
  "app/**",
  "server/**",
];

const TIMERS = [
  "setTimeout",
  "setInterval",
  "setImmediate",
  "clearTimeout",
  "clearInterval",
  "clearImmediate",
].map((name) => ({ name, message: "Take a Clock (core/base/clock.ts)." }));

const FRAMES = ["requestAnimationFrame", "cancelAnimationFrame"].map(
  (name) => ({
    name,
    message: "Only what paints knows of frames: client/ and components/.",
  }),
);

const CLOCK = {
  object: "Date",
  property: "now",
  message: "Take a Clock (core/base/clock.ts).",
};

const CHANCE = {
  object: "Math",
  property: "random",
  message: "Take a Random (core/base/random.ts).",
};

const ENVIRONMENT = {
  object: "process",
  property: "env",
  message: "Settings are read in server/config.ts.",
};

/**
 * @param {readonly string[]} files
 * @param {readonly { name: string, message: string }[]} globals
 * @returns {Linter.Config}
 */
function banGlobals(files, globals) {
  return {
    files: [...files],
    rules: {
      "no-restricted-globals": [
        "error",
        // As `window.setTimeout` and the like, too.
        {
          globals: [...globals],
          checkGlobalObject: true,
          globalObjects: ["window", "self"],
        },
      ],
    },
  };
}

/**
 * @param {readonly string[]} files
 * @param {readonly { object: string, property: string, message: string }[]} properties
 * @returns {Linter.Config}
 */
function banProperties(files, properties) {
  return {
    files: [...files],
    rules: { "no-restricted-properties": ["error", ...properties] },
  };
}

/**
 * Time, chance and settings enter as parameters. A later entry replaces the earlier ones for its files.
 *
 * @type {Linter.Config[]}
 */
export const globalFences = [
  banGlobals(PRODUCT, [...TIMERS, ...FRAMES]),
  banGlobals(["client/**", "components/**"], TIMERS),
  banGlobals(["core/base/clock.ts"], FRAMES),
  banProperties(PRODUCT, [CLOCK, CHANCE, ENVIRONMENT]),
  banProperties(["core/base/clock.ts"], [CHANCE, ENVIRONMENT]),
  banProperties(["core/base/random.ts"], [CLOCK, ENVIRONMENT]),
  banProperties(["server/config.ts"], [CLOCK, CHANCE]),
  // What looks like a setting there is a constant, which Next writes in while it builds.
  banProperties(["components/base-path.ts"], [CLOCK, CHANCE]),
];
