import qrcode from "qrcode-generator";
import { useMemo } from "react";

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** Light around the code, in modules: what the standard asks for. */
const QUIET_ZONE = 4;

/** A QR code, dark on light in both themes: many cameras do not read it the other way round. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => drawCode(text), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${size + 2 * QUIET_ZONE} ${size + 2 * QUIET_ZONE}`}
      shapeRendering="crispEdges"
      className="w-full rounded-control bg-white shadow-[0_0_0_1px_var(--color-line)]"
    >
      <path d={path} fill="#101413" />
    </svg>
  );
}

/** The code's modules as squares of one unit. */
function drawCode(text: string) {
  // 0: the smallest size that holds the text. M: a reader may miss 15 %.
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  let path = "";
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (code.isDark(row, column)) path += `M${column} ${row}h1v1h-1z`;
  return { size, path };
}
