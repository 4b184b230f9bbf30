import { expect, test } from "vitest";
import { seededRandom } from "@/core/base/random";
import { effort } from "../support/effort";
import { requestAll } from "../support/fuzz/hostile-requests";
import { RawClient } from "../support/raw-client";
import { startProcess } from "../support/server-process";
import { temporaryFolder } from "../support/storage/temporary-folder";

const REQUESTS_A_ROUND = 10_000;
const SPARE_HEAP_BYTES = 24 * 1024 * 1024;
const MINUTE = 60_000;

const firstSeed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
const rounds = Math.ceil(effort.hostileRequests / REQUESTS_A_ROUND);

test(
  `the pages, the API and the doors of the rooms survive ${effort.hostileRequests} hostile requests`,
  { timeout: (1 + rounds) * 2 * MINUTE },
  async () => {
    console.log(`SEED=${firstSeed}`);
    const server = await startProcess({
      DATA_DIR: await temporaryFolder(),
      ROOM_RATE: "1000000",
      LOG_LEVEL: "error",
    });
    const ada = await RawClient.join(`${server.syncUrl}/plans`);
    ada.doc.getMap("shapes").set("a", 1);
    await ada.saved();
    const port = Number(new URL(server.url).port);
    const before = await server.heapUsed();

    for (let i = 0; i < rounds; i++) {
      const seed = firstSeed + i;
      const report = await requestAll(port, {
        requests: REQUESTS_A_ROUND,
        random: seededRandom(seed),
      });
      console.log(
        `SEED=${seed}: ${report.requests} requests, ${report.unanswered} unanswered;`,
        Object.fromEntries(report.statuses),
      );
      expect(report.statuses.has(500), `SEED=${seed}`).toBe(false);
      expect(report.unanswered, `SEED=${seed}`).toBe(0);
      expect(server.output(), `SEED=${seed}`).not.toContain('"level":50');
    }

    ada.doc.getMap("shapes").set("b", 2);
    await ada.saved();
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    const after = await server.heapUsed();
    expect(after - before).toBeLessThan(SPARE_HEAP_BYTES);
  },
);
