import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { fragmentOf } from "@/client/access/arrival";
import { DEVICE_LINK_MS } from "@/core/protocol/limits";
import { useTranslations } from "../messages/use-translations";
import { Button } from "../ui/button";
import { SecretLink } from "./secret-link";
import { TopicView, type TopicProps } from "./topic-view";

interface DeviceViewProps extends TopicProps {
  /** The board's address. */
  readonly href: string;
}

/** Makes a link by which another browser becomes this person. Not before it is asked for: it is as good as a key. */
export function DeviceView({ href, client, ...view }: DeviceViewProps) {
  const t = useTranslations("access.device");
  const [state, setState] = useState<"none" | "making" | "failed">("none");
  const [token, setToken] = useState<string>();
  const make = async () => {
    setState("making");
    const link = await client.accessApi.makeDeviceLink();
    setToken(link?.token);
    setState(link ? "none" : "failed");
  };
  return (
    <TopicView {...view} title={t("title")} text={t("text")}>
      <p className="bg-danger-soft text-danger flex gap-2.5 rounded-control p-3 font-medium">
        <TriangleAlert className="mt-0.75 size-4 shrink-0" aria-hidden="true" />
        {t("warning")}
      </p>
      {token ? (
        <SecretLink
          href={href + fragmentOf({ kind: "device", token })}
          label={t("link")}
          qrLabel={t("qr")}
          note={t("once", { minutes: DEVICE_LINK_MS / 60_000 })}
        />
      ) : (
        <Button
          look="filled"
          disabled={state === "making"}
          onClick={() => void make()}
        >
          {t("make")}
        </Button>
      )}
      {state === "failed" && (
        <p role="alert" className="text-danger font-medium">
          {t("failed")}
        </p>
      )}
    </TopicView>
  );
}
