import { useEffect, useState } from "react";
import { createBenchClient } from "@/client/local-board";
import { useTranslations } from "../messages/use-translations";
import { HintLayer } from "../ui/hint-layer";
import { BoardHost } from "./board-host";
import { BoardSkeleton } from "./board-skeleton";
import { EditorPanels } from "./editor-panels";

type BenchClient = ReturnType<typeof createBenchClient>;

/** A board without a network, for measurements. Its panels keep clear of the window's middle. */
export function BenchBoard() {
  const t = useTranslations();
  const [client, setClient] = useState<BenchClient>();
  useEffect(() => {
    const created = createBenchClient();
    setClient(created);
    return () => {
      setClient(undefined);
      created.dispose();
    };
  }, []);
  if (!client) return <BoardSkeleton />;
  return (
    <main className="bg-canvas fixed inset-0 overflow-hidden">
      <BoardHost
        label={t("board.canvas", { name: t("pages.bench") })}
        client={client}
      />
      <EditorPanels editor={client.editor} />
      <HintLayer />
    </main>
  );
}
