import type { WebSocketRoute } from "@playwright/test";
import { CloseCode } from "@/core/protocol/close-codes";
import { expect, test } from "./people";

const REFUSALS = [
  [CloseCode.badMessage, "This page and the server fell out", "Load again"],
  [
    CloseCode.signedOut,
    "The server no longer knows this browser",
    "Load again",
  ],
  [CloseCode.noAccess, "You cannot come in here", "Go to the start page"],
  [CloseCode.roomDeleted, "This board was deleted", "Keep a file"],
  [CloseCode.outdatedClient, "Boardwalk was updated", "Load again"],
  [CloseCode.otherEpoch, "This board has begun anew", "Open the board"],
] as const;

test("whoever is refused is told why and what to do, and the page gives up", async ({
  ada,
  server,
}) => {
  test.slow();
  const tab = await ada.newTab();
  let code: number | undefined;
  let attempts = 0;
  let line: WebSocketRoute | undefined;
  await tab.page.routeWebSocket(/\/sync\//, (socket) => {
    attempts += 1;
    if (code !== undefined) return void socket.close({ code });
    socket.connectToServer();
    line = socket;
  });
  for (const [refusal, title, wayOut] of REFUSALS) {
    code = undefined;
    await tab.open(`${server.url}/r/refused-${refusal}`);
    await tab.drawStroke([
      [400, 300],
      [480, 360],
    ]);
    await tab.expectSaved();
    attempts = 0;
    code = refusal;
    await line!.close({ code });
    const dialog = tab.page.getByRole("alertdialog", { name: title });
    await expect(
      dialog
        .getByRole("button", { name: wayOut })
        .or(dialog.getByRole("link", { name: wayOut })),
    ).toBeVisible();
    await expect(tab.saveLine).toHaveText("Not connected");
    expect(attempts).toBe(0);
  }

  code = CloseCode.full;
  await tab.page.goto(`${server.url}/r/full`);
  await expect(tab.page.getByText(/This board is full:/)).toBeVisible();
  code = undefined;
  // The page comes again by itself.
  await expect(tab.saveLine).toHaveText("Ready", { timeout: 45_000 });
  await expect(tab.page.getByText(/This board is full:/)).toBeHidden();
});
