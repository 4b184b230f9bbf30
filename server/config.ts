import * as z from "zod";
import { ROOM_NAMES_PER_MINUTE } from "@/core/protocol/limits";

/** Everything that can be set from outside. docs/operating.md lists it for operators. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** "" or such as `/board`: begins with a slash and does not end with one. */
  readonly basePath: string;
  /** Origins whose pages may connect besides our own. */
  readonly allowedOrigins: readonly string[];
  /** How many proxies stand before us, each of which has written a forwarding header. */
  readonly trustedProxies: number;
  readonly logLevel: LogLevel;
  /** Whether /bench is served. */
  readonly isBench: boolean;
  /** Different rooms that one address may ask for in a minute. */
  readonly roomRate: number;
  /** Signs the session cookies; kept in the data folder when it is not given. */
  readonly sessionSecret: string | undefined;
  /** Whether the pages are compiled as they are asked for. */
  readonly isDevelopment: boolean;
}

const LOG_LEVELS = ["silent", "error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The settings are not usable. Each problem is one line that says what to do. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

const wholeNumber = (
  cure: string,
  { min, max }: { min: number; max: number },
) =>
  z
    .string()
    .regex(/^\d{1,9}$/, cure)
    .transform(Number)
    .pipe(z.number().min(min, cure).max(max, cure));

const choice = <const T extends string>(values: readonly T[], cure: string) =>
  z.enum(values, { error: cure });

const PROXIES =
  "give true for one proxy before Boardwalk, a number from 0 to 9 for several, or false.";

const variables = z.object({
  PORT: wholeNumber("give a whole number from 0 to 65535, such as 3000.", {
    min: 0,
    max: 65_535,
  }).default(3000),
  HOST: z.string().default("0.0.0.0"),
  DATA_DIR: z.string().default("./data"),
  BASE_PATH: z
    .string()
    .regex(
      /^(\/[\w.~-]+)+$/,
      "begin with a slash and end without one, such as /board, or leave it empty.",
    )
    .default(""),
  ALLOWED_ORIGINS: z
    .string()
    .transform((list) => list.split(",").map((one) => one.trim()))
    .pipe(
      z.array(
        z
          .string()
          .refine(
            isOrigin,
            "list origins with commas between them, such as https://example.org,http://localhost:8080.",
          ),
      ),
    )
    .default([]),
  TRUST_PROXY: z
    .string()
    .regex(/^(true|false|\d)$/, PROXIES)
    .transform((value) => (value === "true" ? 1 : Number(value) || 0))
    .default(0),
  LOG_LEVEL: choice(
    LOG_LEVELS,
    `give one of ${LOG_LEVELS.join(", ")}.`,
  ).default("warn"),
  BENCH: choice(["0", "1"], "give 1 to serve /bench, or 0.").default("0"),
  ROOM_RATE: wholeNumber("give a whole number from 1 up, such as 30.", {
    min: 1,
    max: 999_999_999,
  }).default(ROOM_NAMES_PER_MINUTE),
  SESSION_SECRET: z
    .string()
    .min(32, "give at least 32 characters that nobody can guess.")
    .optional(),
  NODE_ENV: z.string().default("production"),
});

/** The names of the environment variables that are read. */
export const SETTINGS: readonly string[] = Object.keys(variables.shape);

/** Reads the settings. Throws a ConfigError that names every one that is wrong. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  // A variable that is set to nothing, as container files do, is one that is not set.
  const given = Object.entries(environment).filter(([, value]) => value !== "");
  const parsed = variables.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new ConfigError(problemsOf(parsed.error));
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    basePath: data.BASE_PATH,
    allowedOrigins: data.ALLOWED_ORIGINS,
    trustedProxies: data.TRUST_PROXY,
    logLevel: data.LOG_LEVEL,
    isBench: data.BENCH === "1",
    roomRate: data.ROOM_RATE,
    sessionSecret: data.SESSION_SECRET,
    isDevelopment: data.NODE_ENV === "development",
  };
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/** One line for each variable, however much is wrong with it. */
function problemsOf({ issues }: z.ZodError): string[] {
  const lines = new Map<string, string>();
  for (const { path, message } of issues) {
    const variable = String(path[0]);
    if (!lines.has(variable))
      lines.set(variable, `${variable} is not right: ${message}`);
  }
  return [...lines.values()];
}
