import { cleanTitle, MAX_TITLE_LENGTH } from "@/core/board/title";
import { useTranslations } from "../messages/use-translations";
import { NamePopup } from "../ui/name-popup";
import type { PopupProps } from "../ui/use-popup";

interface RenameBoardPopupProps extends PopupProps {
  /** What the board is called now. */
  readonly title: string;
  /** Called with a title that is fit to be shown. */
  readonly onRename: (title: string) => void;
}

/** The field for a board's title, which everybody sees. */
export function RenameBoardPopup({
  title,
  onRename,
  ...popup
}: RenameBoardPopupProps) {
  const t = useTranslations("title");
  return (
    <NamePopup
      {...popup}
      label={t("rename")}
      fieldLabel={t("field")}
      emptyNote={t("empty")}
      name={title}
      maxLength={MAX_TITLE_LENGTH}
      clean={cleanTitle}
      onSave={onRename}
    />
  );
}
