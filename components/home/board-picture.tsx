import { Pencil } from "lucide-react";
import { useState } from "react";
import type { BoardId } from "@/core/base/ids";
import { pictureOf } from "./board-pictures";

/** How the board looked when it was last open here; an empty sheet when nobody knows. */
export function BoardPicture({ room }: { readonly room: BoardId }) {
  const [picture] = useState(() => pictureOf(room));
  return (
    <span className="bg-sunken text-ink-soft relative flex h-14 w-22 shrink-0 items-center justify-center overflow-hidden rounded-chip after:absolute after:inset-0 after:rounded-chip after:shadow-[inset_0_0_0_1px_var(--color-edge)]">
      {picture === undefined ? (
        <Pencil className="size-4.5 opacity-50" aria-hidden="true" />
      ) : (
        <img
          src={picture}
          alt=""
          className="size-full object-cover dark:brightness-85"
        />
      )}
    </span>
  );
}
