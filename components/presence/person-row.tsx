import { Crown, Eye, Hand, Moon, Pencil } from "lucide-react";
import type { ReactNode } from "react";
import type { Companion } from "@/client/collaboration/companions";
import type { CommandId } from "@/client/editor/commands/all-commands";
import type { Editor } from "@/client/editor/editor";
import type { PersonStanding } from "../access/person-standing";
import { menuIcons } from "../menus/menu-icons";
import { useLocale } from "../messages/use-locale";
import { useTranslations } from "../messages/use-translations";
import { commandOf } from "../toolbar/command-of";
import { hintAttributes } from "../ui/hint";
import { IconButton } from "../ui/icon-button";
import { timeLabel } from "../ui/time-label";
import { Avatar } from "./avatar";
import { whatSomebodyDoes } from "./what-somebody-does";

interface PersonRowProps {
  readonly editor: Editor;
  readonly person: Companion;
  /** As far as this person knows it. */
  readonly standing: PersonStanding | undefined;
  readonly isFollowed: boolean;
  readonly onGo: () => void;
  readonly onFollow: () => void;
  /** Beside it: what else can be done about them. */
  readonly children?: ReactNode;
}

/** A person in the list. A click goes to where they are; the button beside it keeps up with them. */
export function PersonRow({
  editor,
  person,
  standing,
  isFollowed,
  onGo,
  onFollow,
  children,
}: PersonRowProps) {
  const t = useTranslations("people");
  const { name } = person;
  if (person.isMe)
    return (
      <li className="flex items-center gap-3 px-2 py-1.5">
        <PersonText editor={editor} person={person} standing={standing} />
      </li>
    );
  return (
    <li className="flex items-center gap-1">
      <button
        type="button"
        onClick={onGo}
        className="hover:bg-hover flex min-w-0 flex-1 items-center gap-3 rounded-control px-2 py-1.5 text-left transition-colors"
        {...hintAttributes({ label: t("goToHint", { name }) })}
      >
        <PersonText editor={editor} person={person} standing={standing} />
      </button>
      <IconButton
        label={isFollowed ? t("stop", { name }) : t("follow", { name })}
        aria-pressed={isFollowed}
        onClick={onFollow}
      >
        <Eye aria-hidden="true" />
      </IconButton>
      {children}
    </li>
  );
}

type PersonTextProps = Pick<PersonRowProps, "editor" | "person" | "standing">;

function PersonText({ editor, person, standing }: PersonTextProps) {
  const t = useTranslations("people");
  const locale = useLocale();
  const { handRaisedAt } = person;
  return (
    <>
      <Avatar name={person.name} colour={person.colour} />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-1.5">
          <span className="truncate font-medium">{person.name}</span>
          {person.isMe && <Tag>{t("you")}</Tag>}
          {person.isOwner && (
            <Tag>
              <Crown className="size-3" aria-hidden="true" />
              {t("owner")}
            </Tag>
          )}
          {standing && <Standing standing={standing} />}
        </span>
        <span className="text-fine text-ink-soft flex items-center gap-1 whitespace-nowrap">
          <Doing editor={editor} person={person} />
          <span className="truncate">
            {t("since", { time: timeLabel(person.joinedAt, locale) })}
          </span>
        </span>
        {handRaisedAt !== undefined && (
          <span className="text-fine text-accent-strong flex items-center gap-1 font-medium">
            <Hand className="size-3" aria-hidden="true" />
            {t("handRaisedSince", { time: timeLabel(handRaisedAt, locale) })}
          </span>
        )}
      </span>
    </>
  );
}

/** What they may do beside what everybody may. */
function Standing({ standing }: { readonly standing: PersonStanding }) {
  const t = useTranslations("access");
  const locale = useLocale();
  const { role, pen } = standing;
  return (
    <>
      {role && <Tag>{t(`roles.${role}`)}</Tag>}
      {pen && (
        <Tag>
          <Pencil className="size-3" aria-hidden="true" />
          {pen.until === undefined
            ? t("person.pen")
            : t("person.penUntil", { time: timeLabel(pen.until, locale) })}
        </Tag>
      )}
    </>
  );
}

/** What the person does, if it is known. */
function Doing({ editor, person }: Pick<PersonRowProps, "editor" | "person">) {
  const t = useTranslations("people");
  const { tool, isIdle } = person;
  if (tool === undefined) return null;
  const command = commandOf(editor, `tool.${tool}` as CommandId);
  const Icon = isIdle ? Moon : menuIcons[command?.icon ?? ""];
  return (
    <>
      {Icon && <Icon className="size-3 shrink-0" aria-hidden="true" />}
      {isIdle ? t("away") : t(`doing.${whatSomebodyDoes(tool)}`)}
      <span aria-hidden="true">·</span>
    </>
  );
}

const Tag = ({ children }: { readonly children: ReactNode }) => (
  <span className="bg-sunken text-fine text-ink-soft rounded-key inline-flex shrink-0 items-center gap-1 px-1.5">
    {children}
  </span>
);
