import { MapPin, X } from "lucide-react";
import { useEffect, useState } from "react";
import type { BoardClient } from "@/client/create-board-client";
import type { Editor } from "@/client/editor/editor";
import type { Look } from "@/client/looks/looks";
import { systemClock } from "@/core/base/clock";
import { LOOK_MS } from "@/core/protocol/limits";
import { useStore } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";
import { IconButton } from "../ui/icon-button";

/** Of a ring when it is widest; CSS pixels. */
const DIAMETER = 120;

/** Shows the places that people point out: as rings, and as a way there for whoever does not see the place. */
export function LooksOverlay({ client }: { readonly client: BoardClient }) {
  const looks = useStore(client.looks.all);
  useStore(client.editor.camera.state);
  const isSeen = (look: Look) => isInView(client.editor, look);
  return (
    <>
      <div
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 z-5 overflow-hidden"
      >
        {looks.filter(isSeen).map((look) => (
          <Ring key={look.key} look={look} editor={client.editor} />
        ))}
      </div>
      <div
        role="status"
        className="pointer-events-none absolute inset-x-3 top-19 z-30 flex flex-col items-center gap-2"
      >
        {looks
          .filter((look) => !look.isMine && !isSeen(look))
          .map((look) => (
            <Offer key={look.key} look={look} client={client} />
          ))}
      </div>
    </>
  );
}

function Ring({
  look: { at, colour },
  editor,
}: {
  readonly look: Look;
  readonly editor: Editor;
}) {
  const [isOver, setOver] = useState(false);
  useEffect(() => systemClock.after(LOOK_MS, () => setOver(true)), []);
  if (isOver) return null;
  const { x, y } = editor.camera.toScreen(at);
  return (
    <span
      className="absolute"
      style={{
        left: x - DIAMETER / 2,
        top: y - DIAMETER / 2,
        width: DIAMETER,
        height: DIAMETER,
        color: colour,
      }}
    >
      <span className="animate-look-ring motion-reduce:animate-none absolute inset-0 rounded-full border-4 border-current" />
      <span className="animate-look-ring motion-reduce:animate-none absolute inset-5 rounded-full border-4 border-current [animation-delay:200ms]" />
    </span>
  );
}

function Offer({
  look,
  client,
}: {
  readonly look: Look;
  readonly client: BoardClient;
}) {
  const t = useTranslations("looks");
  const { editor, looks } = client;
  const go = () => {
    const { x, y } = look.at;
    const { zoom } = editor.camera.state.get();
    const { width, height } = editor.camera.viewport;
    editor.camera.set({
      x: x - width / 2 / zoom,
      y: y - height / 2 / zoom,
      zoom,
    });
  };
  return (
    <div className="bg-surface shadow-float animate-appear pointer-events-auto flex items-center gap-1 rounded-panel p-1 pl-3">
      <MapPin
        className="size-5 shrink-0"
        style={{ color: look.colour }}
        aria-hidden="true"
      />
      <p className="text-small max-w-56 truncate px-1 font-medium">
        {t("pointsHere", { name: look.name })}
      </p>
      <button
        type="button"
        onClick={go}
        className="text-small bg-accent-soft text-accent-strong hover:bg-hover h-control shrink-0 rounded-control px-4 font-semibold transition-colors"
      >
        {t("go")}
      </button>
      <IconButton label={t("dismiss")} onClick={() => looks.dismiss(look.key)}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function isInView({ camera }: Editor, { at }: Look): boolean {
  const { minX, minY, maxX, maxY } = camera.visibleBox();
  return at.x >= minX && at.x <= maxX && at.y >= minY && at.y <= maxY;
}
