import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Collaboration } from "@/client/collaboration/collaboration";
import type { BoardClient } from "@/client/create-board-client";
import type { Editor } from "@/client/editor/editor";
import { systemClock } from "@/core/base/clock";
import { MAX_SAY_LENGTH, SAY_SHOWN_MS } from "@/core/protocol/limits";
import { useSelected } from "../hooks/use-store";
import { useTranslations } from "../messages/use-translations";

interface SayFieldProps {
  readonly client: BoardClient;
  readonly collaboration: Collaboration;
}

/** From the tip of the cursor, and to the window's edge; CSS pixels. */
const OFFSET = { x: 14, y: 18 };
const MARGIN = 8;

/** A line at one's own cursor. What is typed there is seen by the others while it is typed. */
export function SayField({ client, collaboration }: SayFieldProps) {
  const t = useTranslations("people");
  const { editor } = client;
  const colour = useSelected(
    client.people,
    ({ here }) => here.find(({ isMe }) => isMe)?.colour,
  );
  const [text, setText] = useState("");
  const [kept, setKept] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const close = () => collaboration.isSaying.set(false);

  useFollowPointer(box, editor);
  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => systemClock.after(SAY_SHOWN_MS, () => setKept("")), [kept]);

  const keep = () => {
    if (text.trim() === "") return close();
    setKept(text);
    setText("");
  };
  const end = () => {
    // What was not finished is taken back; what was, fades by itself.
    if (text !== "") collaboration.say("");
    close();
  };
  return (
    <div
      ref={box}
      className="absolute top-0 left-0 z-30 flex flex-col items-start gap-1"
    >
      <input
        ref={field}
        value={text}
        maxLength={MAX_SAY_LENGTH}
        aria-label={t("sayLabel")}
        placeholder={t("sayPlaceholder")}
        autoComplete="off"
        onChange={({ target }) => {
          setText(target.value);
          collaboration.say(target.value);
        }}
        onBlur={close}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") keep();
          if (event.key === "Escape") end();
        }}
        className="shadow-float animate-appear text-input h-9 w-60 max-w-[calc(100vw-1rem)] rounded-control px-3 font-medium text-white outline-none placeholder:text-white"
        style={{ background: colour }}
      />
      {kept !== "" && (
        <p
          className="shadow-panel text-small max-w-60 rounded-control px-3 py-1.5 font-medium break-words text-white"
          style={{ background: colour }}
        >
          {kept}
        </p>
      )}
    </div>
  );
}

/** Keeps an element at the pointer, or in the middle of the window where there is none, without a render for each move. */
function useFollowPointer(
  box: { readonly current: HTMLElement | null },
  editor: Editor,
): void {
  useLayoutEffect(() => {
    const { pointer, camera } = editor;
    const start = pointer.get() ?? camera.centre;
    const place = () => {
      const element = box.current;
      const { x, y } = pointer.get() ?? start;
      if (!element) return;
      const { width, height } = camera.viewport;
      const left = Math.min(x + OFFSET.x, width - element.offsetWidth - MARGIN);
      const top = Math.min(
        y + OFFSET.y,
        height - element.offsetHeight - MARGIN,
      );
      element.style.transform = `translate(${Math.max(MARGIN, left)}px, ${Math.max(MARGIN, top)}px)`;
    };
    place();
    return pointer.subscribe(place);
  }, [box, editor]);
}
