import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "@/server/config";

function problemsIn(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe("readConfig", () => {
  test("has a default for everything", () => {
    const defaults = {
      port: 3000,
      host: "0.0.0.0",
      dataDir: "./data",
      basePath: "",
      allowedOrigins: [],
      trustedProxies: 0,
      logLevel: "warn",
      isBench: false,
      roomRate: 30,
      sessionSecret: undefined,
      isDevelopment: false,
    };

    expect(readConfig({})).toEqual(defaults);
    expect(readConfig({ PORT: "", BASE_PATH: "", TRUST_PROXY: "" })).toEqual(
      defaults,
    );
  });

  test("takes what it is given", () => {
    expect(
      readConfig({
        PORT: "0",
        HOST: "127.0.0.1",
        DATA_DIR: "/var/lib/boardwalk",
        BASE_PATH: "/tools/board",
        ALLOWED_ORIGINS: "https://a.example, http://localhost:8080",
        TRUST_PROXY: "true",
        LOG_LEVEL: "debug",
        BENCH: "1",
        ROOM_RATE: "1000",
        SESSION_SECRET: "s".repeat(32),
        NODE_ENV: "development",
      }),
    ).toEqual({
      port: 0,
      host: "127.0.0.1",
      dataDir: "/var/lib/boardwalk",
      basePath: "/tools/board",
      allowedOrigins: ["https://a.example", "http://localhost:8080"],
      trustedProxies: 1,
      logLevel: "debug",
      isBench: true,
      roomRate: 1000,
      sessionSecret: "s".repeat(32),
      isDevelopment: true,
    });
  });

  test.each([
    ["TRUST_PROXY", "false", "trustedProxies", 0],
    ["TRUST_PROXY", "2", "trustedProxies", 2],
    ["BENCH", "0", "isBench", false],
    ["NODE_ENV", "test", "isDevelopment", false],
  ] as const)("understands %s=%s", (variable, value, key, result) => {
    expect(readConfig({ [variable]: value })[key]).toBe(result);
  });

  test.each([
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "3000.5"],
    ["BASE_PATH", "board"],
    ["BASE_PATH", "/board/"],
    ["BASE_PATH", "/"],
    ["ALLOWED_ORIGINS", "example.org"],
    ["ALLOWED_ORIGINS", "https://example.org/"],
    ["TRUST_PROXY", "yes"],
    ["LOG_LEVEL", "loud"],
    ["BENCH", "on"],
    ["ROOM_RATE", "0"],
    ["SESSION_SECRET", "short"],
  ])("refuses %s=%s in one line", (variable, value) => {
    const [problem, ...others] = problemsIn({ [variable]: value });

    expect(problem).toMatch(new RegExp(`^${variable} is not right: .+\\.$`));
    expect(others).toEqual([]);
  });

  test("names all that is wrong at once, and never a secret", () => {
    const problems = problemsIn({
      PORT: "x",
      ALLOWED_ORIGINS: "a,b",
      SESSION_SECRET: "hush",
    });

    expect(problems.map((line) => line.split(" ")[0])).toEqual([
      "PORT",
      "ALLOWED_ORIGINS",
      "SESSION_SECRET",
    ]);
    expect(problems.join()).not.toContain("hush");
  });
});
