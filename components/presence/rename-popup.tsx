import { MAX_NAME_LENGTH } from "@/core/protocol/limits";
import { cleanName } from "@/core/protocol/person";
import { useTranslations } from "../messages/use-translations";
import { NamePopup } from "../ui/name-popup";
import type { PopupProps } from "../ui/use-popup";

interface RenamePopupProps extends PopupProps {
  readonly name: string;
  /** Called with a name that is fit to be shown. */
  readonly onRename: (name: string) => void;
}

/** The field for a person's own name. */
export function RenamePopup({ name, onRename, ...popup }: RenamePopupProps) {
  const t = useTranslations("people");
  return (
    <NamePopup
      {...popup}
      label={t("rename")}
      fieldLabel={t("yourName")}
      emptyNote={t("nameEmpty")}
      name={name}
      maxLength={MAX_NAME_LENGTH}
      autoComplete="nickname"
      clean={cleanName}
      onSave={onRename}
    />
  );
}
