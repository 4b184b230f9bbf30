import {
  Check,
  CircleCheck,
  CloudOff,
  LoaderCircle,
  RefreshCw,
  TriangleAlert,
  Unplug,
  type LucideIcon,
} from "lucide-react";
import type { ReactNode } from "react";
import type { BoardClient } from "@/client/create-board-client";
import { useHasBeenLive } from "../hooks/use-has-been-live";
import { useStore } from "../hooks/use-store";
import { useLocale } from "../messages/use-locale";
import { useTranslations } from "../messages/use-translations";
import { classNames } from "../ui/class-names";
import { timeLabel } from "../ui/time-label";
import { describeSave, type SaveLineText } from "./describe-save";

const ICONS: Readonly<Record<SaveLineText["key"], LucideIcon>> = {
  connecting: LoaderCircle,
  loading: LoaderCircle,
  ready: CircleCheck,
  saving: LoaderCircle,
  saved: Check,
  unsaved: TriangleAlert,
  waiting: CloudOff,
  offline: CloudOff,
  reconnecting: RefreshCw,
  forbidden: TriangleAlert,
  full: RefreshCw,
  tooFast: RefreshCw,
  refused: Unplug,
};

/** Says whether this person's work is safe. */
export function SaveLine({ client }: { readonly client: BoardClient }) {
  const t = useTranslations("save");
  const locale = useLocale();
  const line = describeSave(
    useStore(client.saveState),
    useStore(client.connection),
    useHasBeenLive(client.connection),
  );
  const Icon = ICONS[line.key];
  return (
    <p
      role="status"
      aria-label={t("label")}
      className={classNames(
        "text-fine flex items-center gap-1 truncate tabular-nums",
        TONES[line.key] ?? "text-ink-soft",
      )}
    >
      <Icon
        aria-hidden="true"
        className={classNames(
          "size-3.5 shrink-0",
          Icon === LoaderCircle && "animate-turn",
        )}
      />
      <span className="truncate">{wording()}</span>
    </p>
  );

  function wording(): ReactNode {
    switch (line.key) {
      case "saved":
        return t("saved", { time: timeLabel(line.at, locale) });
      case "waiting":
      case "forbidden":
        return t.rich(line.key, {
          changes: line.changes,
          detail: hideOnPhone,
        });
      case "unsaved":
      case "full":
      case "tooFast":
        return t.rich(line.key, { detail: hideOnPhone });
      default:
        return t(line.key);
    }
  }
}

const TONES: Readonly<Partial<Record<SaveLineText["key"], string>>> = {
  unsaved: "text-danger font-medium",
  forbidden: "text-danger font-medium",
  refused: "text-danger font-medium",
  waiting: "text-warning font-medium",
  offline: "text-warning font-medium",
  reconnecting: "text-warning font-medium",
  full: "text-warning font-medium",
  tooFast: "text-warning font-medium",
};

/** A phone shows the news, and says the rest. */
const hideOnPhone = (text: ReactNode) => (
  <span className="max-sm:sr-only">{text}</span>
);
