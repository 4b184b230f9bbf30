import { describe, expect, test } from "vitest";
import { findNginx } from "../../../scripts/lib/nginx.mjs";

const PATH = "/bin:/opt/bin";

const machine = (
  files: readonly string[],
  env: Record<string, string> = {},
) => ({
  env: { PATH, ...env },
  runs: (file: string) => files.includes(file),
});

describe("findNginx", () => {
  test("takes the one that NGINX_PATH names before any other", () => {
    const files = ["/my/nginx", "/bin/nginx"];

    expect(findNginx(machine(files, { NGINX_PATH: "/my/nginx" }))).toBe(
      "/my/nginx",
    );
  });

  test("takes one of the machine, also where only root looks for programs", () => {
    expect(findNginx(machine(["/opt/bin/nginx"]))).toBe("/opt/bin/nginx");
    expect(findNginx(machine(["/usr/sbin/nginx"]))).toBe("/usr/sbin/nginx");
  });

  test("finds none where there is none", () => {
    expect(findNginx(machine([]))).toBeUndefined();
  });
});
