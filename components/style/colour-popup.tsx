import { useId, useState } from "react";
import { useTranslations } from "../messages/use-translations";
import type { Editor } from "@/client/editor/editor";
import { DEFAULT_STROKE } from "@/core/shapes/palette";
import { moveFocus } from "../ui/move-focus";
import { Popup } from "../ui/popup";
import { TextField } from "../ui/text-field";
import type { PopupProps } from "../ui/use-popup";
import { LiveInput } from "./live-input";
import { MORE_COLOURS } from "./more-colours";
import { readHex } from "./read-hex";
import { Swatch } from "./swatch";
import { useStylePreview } from "./use-style-preview";

interface ColourPopupProps extends PopupProps {
  readonly editor: Editor;
  readonly name: "stroke" | "fill";
  readonly value: string | undefined;
}

/** More colours, the system's own picker, and a field for a code. */
export function ColourPopup({
  editor,
  name,
  value,
  ...popup
}: ColourPopupProps) {
  const t = useTranslations("style.colours");
  const id = useId();
  const preview = useStylePreview(editor);
  const [typed, setTyped] = useState(value ?? "");
  const [isInvalid, setInvalid] = useState(false);
  const [live, setLive] = useState(value ?? DEFAULT_STROKE);
  const choose = (hex: string) => {
    setTyped(hex);
    setLive(hex);
    setInvalid(false);
    preview.commit({ [name]: hex });
  };
  const readTyped = () => {
    const hex = readHex(typed);
    setInvalid(hex === undefined);
    if (hex === undefined) return;
    choose(hex);
    popup.onDone();
  };
  return (
    <Popup
      {...popup}
      label={t("other")}
      side="right"
      className="compact w-[calc(6*var(--size-control)+1.5rem)] p-3"
    >
      <div
        role="group"
        aria-label={t("more")}
        onKeyDown={moveFocus}
        className="mb-3 grid grid-cols-6"
      >
        {MORE_COLOURS.flat().map((hex) => (
          <button
            key={hex}
            type="button"
            aria-label={hex}
            aria-pressed={hex === value}
            onClick={() => choose(hex)}
            className="size-control hover:bg-hover inline-flex items-center justify-center rounded-control aria-pressed:shadow-[inset_0_0_0_2px_var(--color-accent)]"
          >
            <Swatch hex={hex} />
          </button>
        ))}
      </div>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          readTyped();
        }}
        className="flex gap-2"
      >
        <LiveInput
          type="color"
          aria-label={t("pick")}
          value={live}
          onLive={(hex) => {
            setLive(hex);
            setTyped(hex);
            preview.show(name, hex);
          }}
          onSettle={choose}
          className="colour-input size-control shrink-0 cursor-pointer"
        />
        <TextField
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setInvalid(false);
          }}
          aria-label={t("hex")}
          aria-invalid={isInvalid}
          aria-describedby={isInvalid ? `${id}-error` : undefined}
          spellCheck={false}
          autoComplete="off"
          maxLength={7}
          placeholder="#1971c2"
          className="w-0 flex-1 font-mono"
        />
      </form>
      {isInvalid && (
        <p
          id={`${id}-error`}
          className="text-fine text-danger mt-2"
          role="alert"
        >
          {t("invalid")}
        </p>
      )}
    </Popup>
  );
}
