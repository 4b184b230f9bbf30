import { describe, expect, test } from "vitest";
import { startMessage } from "@/server/http/start-message";

const options = {
  host: "0.0.0.0",
  port: 3000,
  basePath: "/board",
  lanOrigins: ["http://192.168.1.5:3000", "http://172.17.0.1:3000"],
  hasColours: false,
};

describe("startMessage", () => {
  test("tells every address", () => {
    const message = startMessage(options);

    expect(message).toContain("http://localhost:3000/board\n");
    expect(message).toContain("http://192.168.1.5:3000/board\n");
    expect(message).toContain("http://172.17.0.1:3000/board\n");
  });

  test("shows a code of half blocks for the likeliest address", () => {
    const lines = startMessage(options).split("\n");
    const code = lines.filter((line) => /^ {2}[█▀▄ ]+$/.test(line));

    // 29 modules for an address of this length, two empty ones on each side, two in a line.
    expect(code).toHaveLength(Math.ceil((29 + 4) / 2));
    expect(new Set(code.map((line) => line.length))).toEqual(
      new Set([2 + 29 + 4]),
    );
  });

  test("shows it in black on white where there are colours", () => {
    expect(startMessage({ ...options, hasColours: true })).toContain(
      "\u001b[30;107m",
    );
    expect(startMessage(options)).not.toContain("\u001b");
  });

  test("shows no code when nobody else can come", () => {
    expect(startMessage({ ...options, lanOrigins: [] })).not.toMatch(/[█▀▄]/);
  });

  test("names the address that it listens on alone", () => {
    expect(startMessage({ ...options, host: "10.1.2.3" })).toContain(
      "http://10.1.2.3:3000/board\n",
    );
  });
});
