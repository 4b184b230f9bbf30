import { Link2 } from "lucide-react";
import { useState, type SubmitEvent } from "react";
import {
  GIVEN_ROLES,
  type AccessAction,
  type GivenRole,
} from "@/core/protocol/access";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { Select } from "../ui/select";

const HOUR = 60 * 60_000;
/** Milliseconds; undefined for a link without an end. */
const SPANS = {
  hour: HOUR,
  day: 24 * HOUR,
  week: 7 * 24 * HOUR,
  endless: undefined,
} as const;
type Span = keyof typeof SPANS;
const SPAN_NAMES = Object.keys(SPANS) as Span[];

/** For how many people a link can be; `any` for as many as come. */
const USES = ["1", "10", "30", "any"] as const;
type Uses = (typeof USES)[number];

interface InviteFormProps {
  readonly isBusy: boolean;
  readonly onMake: (action: AccessAction) => void;
}

/** What a new invite link is to give, until when, and to how many. */
export function InviteForm({ isBusy, onMake }: InviteFormProps) {
  const t = useTranslations("access");
  const [role, setRole] = useState<GivenRole>("editor");
  const [span, setSpan] = useState<Span>("week");
  const [uses, setUses] = useState<Uses>("any");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onMake({
      do: "invite",
      role,
      forMs: SPANS[span],
      uses: uses === "any" ? undefined : Number(uses),
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <label className={FIELD}>
          {t("invites.role")}
          <Select
            choices={GIVEN_ROLES.map((value) => ({
              value,
              label: t(`roles.${value}`),
            }))}
            value={role}
            onChoose={setRole}
            className="text-body text-ink"
          />
        </label>
        <label className={FIELD}>
          {t("invites.lasts")}
          <Select
            choices={SPAN_NAMES.map((value) => ({
              value,
              label: t(`invites.spans.${value}`),
            }))}
            value={span}
            onChoose={setSpan}
            className="text-body text-ink"
          />
        </label>
        <label className={FIELD}>
          {t("invites.uses")}
          <Select
            choices={USES.map((value) => ({
              value,
              label:
                value === "any"
                  ? t("invites.usesAny")
                  : t("invites.usesCount", { uses: Number(value) }),
            }))}
            value={uses}
            onChoose={setUses}
            className="text-body text-ink"
          />
        </label>
      </div>
      <Button look="quiet" type="submit" disabled={isBusy}>
        <Link2 className="size-4" aria-hidden="true" />
        {t("invites.make")}
      </Button>
    </form>
  );
}

const FIELD =
  "text-small text-ink-soft flex min-w-0 flex-col gap-1.5 font-semibold";
