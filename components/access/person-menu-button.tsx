import { useRef, useState } from "react";
import type { AccessAction } from "@/core/protocol/access";
import { useTranslations } from "../messages/use-translations";
import { MenuButton } from "../ui/menu-button";
import { useHandOnFocus } from "../ui/use-hand-on-focus";
import { BanDialog } from "./ban-dialog";
import { HandOverDialog } from "./hand-over-dialog";
import { PersonMenu } from "./person-menu";
import type { PersonStanding } from "./person-standing";

interface PersonMenuButtonProps {
  readonly user: string;
  readonly name: string;
  readonly standing: PersonStanding;
  readonly onManage: (action: AccessAction) => void;
}

/** Opens what the owner can do about a person. What is not easily taken back is asked about. */
export function PersonMenuButton({
  user,
  name,
  standing,
  onManage,
}: PersonMenuButtonProps) {
  const t = useTranslations("access.person");
  const button = useRef<HTMLButtonElement>(null);
  useHandOnFocus(button);
  const [question, setQuestion] = useState<"ban" | "handOver">();
  const answered = () => setQuestion(undefined);
  return (
    <>
      <MenuButton label={t("menu", { name })} button={button}>
        {(menu) => (
          <PersonMenu
            {...menu}
            user={user}
            name={name}
            standing={standing}
            onManage={onManage}
            onBan={() => setQuestion("ban")}
            onHandOver={() => setQuestion("handOver")}
          />
        )}
      </MenuButton>
      {question === "ban" && (
        <BanDialog
          name={name}
          onBan={({ withAddress }) =>
            onManage({ do: "ban", user, withAddress })
          }
          onClose={answered}
          opener={button}
        />
      )}
      {question === "handOver" && (
        <HandOverDialog
          name={name}
          onHandOver={() => onManage({ do: "transfer", user })}
          onClose={answered}
          opener={button}
        />
      )}
    </>
  );
}
