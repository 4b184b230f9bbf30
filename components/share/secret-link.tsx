import { CopyField } from "./copy-field";
import { QrCode } from "./qr-code";

interface SecretLinkProps {
  readonly href: string;
  readonly label: string;
  readonly qrLabel: string;
  /** How long it holds, or that it is shown only now. */
  readonly note: string;
}

/** A link that was made for somebody just now, and that nobody is shown again. */
export function SecretLink({ href, label, qrLabel, note }: SecretLinkProps) {
  return (
    <div className="bg-sunken flex flex-col gap-4 rounded-panel p-4">
      <div className="flex items-center gap-4">
        <div className="w-32 shrink-0">
          <QrCode text={href} label={qrLabel} />
        </div>
        <p role="status" className="text-pretty">
          {note}
        </p>
      </div>
      <CopyField label={label} href={href} />
    </div>
  );
}
