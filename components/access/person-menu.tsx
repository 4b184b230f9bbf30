import {
  Ban,
  Check,
  Crown,
  Eye,
  Link2,
  LogOut,
  MessageCircle,
  Pencil,
  PencilOff,
  Timer,
  type LucideIcon,
} from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { RefObject } from "react";
import {
  GIVEN_ROLES,
  type AccessAction,
  type GivenRole,
} from "@/core/protocol/access";
import { useTranslations } from "../messages/use-translations";
import { Menu, MENU_ITEM, MenuDivider, type MenuPlace } from "../ui/menu";
import { MenuAction } from "../ui/menu-action";
import type { PersonStanding } from "./person-standing";

/** How long a pen lasts that is given for a while. */
const PEN_MINUTES = 5;

const ROLE_ICONS = {
  editor: Pencil,
  commenter: MessageCircle,
  viewer: Eye,
} as const satisfies Record<GivenRole, LucideIcon>;

/** Stands for no role of one's own. */
const AS_LINK = "link";

interface PersonMenuProps {
  readonly user: string;
  readonly name: string;
  readonly standing: PersonStanding;
  readonly place: MenuPlace;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onManage: (action: AccessAction) => void;
  /** To be asked about first. */
  readonly onBan: () => void;
  readonly onHandOver: () => void;
  readonly onClose: () => void;
}

/** What the owner can do about somebody who is here. */
export function PersonMenu({
  user,
  name,
  standing,
  onManage,
  onBan,
  onHandOver,
  ...menu
}: PersonMenuProps) {
  const t = useTranslations("access");
  const { role = AS_LINK, pen } = standing;
  return (
    <Menu {...menu} label={t("person.menu", { name })}>
      <DropdownMenu.Label className="text-fine text-ink-soft px-2.5 pt-1 pb-1.5 font-medium">
        {t("person.role")}
      </DropdownMenu.Label>
      <DropdownMenu.RadioGroup
        value={role}
        aria-label={t("person.role")}
        onValueChange={(value) =>
          onManage({
            do: "set-role",
            user,
            role: GIVEN_ROLES.find((given) => given === value) ?? null,
          })
        }
      >
        <RoleItem value={AS_LINK} icon={Link2} label={t("person.asLink")} />
        {GIVEN_ROLES.map((given) => (
          <RoleItem
            key={given}
            value={given}
            icon={ROLE_ICONS[given]}
            label={t(`roles.${given}`)}
            meaning={t(`roleMeans.${given}`)}
          />
        ))}
      </DropdownMenu.RadioGroup>
      <MenuDivider />
      {pen ? (
        <MenuAction
          icon={PencilOff}
          label={t("person.takePen")}
          onSelect={() => onManage({ do: "take-pen", user })}
        />
      ) : (
        <>
          <MenuAction
            icon={Pencil}
            label={t("person.givePen")}
            onSelect={() => onManage({ do: "give-pen", user })}
          />
          <MenuAction
            icon={Timer}
            label={t("person.givePenForMinutes", { minutes: PEN_MINUTES })}
            onSelect={() =>
              onManage({ do: "give-pen", user, forMs: PEN_MINUTES * 60_000 })
            }
          />
        </>
      )}
      <MenuDivider />
      <MenuAction
        icon={Crown}
        label={t("person.handOver")}
        onSelect={onHandOver}
      />
      <MenuAction
        icon={LogOut}
        label={t("person.remove")}
        onSelect={() => onManage({ do: "kick", user })}
      />
      <MenuAction
        icon={Ban}
        label={t("person.ban")}
        isDangerous
        onSelect={onBan}
      />
    </Menu>
  );
}

interface RoleItemProps {
  readonly value: string;
  readonly icon: LucideIcon;
  readonly label: string;
  readonly meaning?: string;
}

function RoleItem({ value, icon: Icon, label, meaning }: RoleItemProps) {
  return (
    <DropdownMenu.RadioItem value={value} className={MENU_ITEM}>
      <Icon className="size-4.5" aria-hidden="true" />
      {label}
      {meaning && (
        <span className="text-fine text-ink-soft -ml-1">{meaning}</span>
      )}
      <DropdownMenu.ItemIndicator className="text-accent ml-auto">
        <Check className="size-4" aria-hidden="true" />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.RadioItem>
  );
}
