import { readFile } from "node:fs/promises";
import type { Download } from "@playwright/test";
import Database from "better-sqlite3";
import { dataFiles } from "@/server/storage/data-folder";
import type { ScreenXY } from "../support/person";
import { RunningServer } from "../support/running-server";
import { expect, test } from "./people";

/** A page that could not reconnect for long tries again after up to half a minute. */
const LONGEST_WAIT = 45_000;

const strokeAt = (i: number): ScreenXY[] => [
  [420 + i * 40, 300],
  [440 + i * 40, 360],
];

test("a board that was made anew is never mixed with an old copy, which its holder can keep", async ({
  ada,
  ben,
}) => {
  test.slow();
  const server = await RunningServer.start();
  try {
    const link = await ada.createBoard(server.url);
    for (let i = 0; i < 2; i++) await ada.drawStroke(strokeAt(i));
    await ada.expectSaved();
    await server.kill();
    await ada.drawStroke(strokeAt(2));
    await expect(ada.saveLine).toHaveText(/1 change waiting/);
    makeAnew(server.dataDir);
    await server.restart();

    const dialog = ada.page.getByRole("alertdialog", {
      name: "This board has begun anew",
    });
    await expect(dialog).toBeVisible({ timeout: LONGEST_WAIT });
    const download = ada.page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Keep a file" }).click();
    expect(await shapesIn(await download)).toHaveLength(3);
    await ben.open(link);
    await ben.expectShapeCount(0);

    await dialog.getByRole("button", { name: "Open the board" }).click();
    await expect(ada.saveLine).toHaveText("Ready");
    await ada.expectShapeCount(0);
    await ada.drawStroke(strokeAt(3));
    await ada.expectSaved();
    await ben.expectShapeCount(1);
    const copies = await ada.page.evaluate(() => indexedDB.databases());
    expect(copies.filter(({ name }) => isCopyOf(link, name))).toHaveLength(2);
  } finally {
    await server.dispose();
  }
});

/** What `restore --new-epoch` does to each board, here with an empty one. */
function makeAnew(dataDir: string): void {
  const database = new Database(dataFiles(dataDir).database);
  database.exec(
    "delete from updates; delete from snapshots; update rooms set epoch = 'made-anew'",
  );
  database.close();
}

async function shapesIn(download: Download): Promise<unknown[]> {
  const text = await readFile(await download.path(), "utf8");
  return (JSON.parse(text) as { shapes: unknown[] }).shapes;
}

const isCopyOf = (link: string, name = ""): boolean =>
  name.includes(`${link.split("/").at(-1)}/`);
