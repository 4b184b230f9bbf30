import { TriangleAlert } from "lucide-react";
import { useTranslations } from "../messages/use-translations";
import type { Manage } from "./use-manage";

/** Says why what an owner asked for was not done; nothing while there is nothing to say. */
export function FailureLine({ failure }: Pick<Manage, "failure">) {
  const t = useTranslations("access.failure");
  if (!failure) return null;
  return (
    <p
      role="alert"
      className="bg-danger-soft text-danger text-small flex gap-2.5 rounded-control p-3 font-medium"
    >
      <TriangleAlert className="mt-px size-4 shrink-0" aria-hidden="true" />
      {t(failure)}
    </p>
  );
}
