import { classNames } from "../ui/class-names";

interface PersonPointerProps {
  readonly name: string;
  readonly colour: string;
  /** Where its tip is. */
  readonly className: string;
}

/** Somebody's pointer with their name, as it looks on a board. */
export function PersonPointer({ name, colour, className }: PersonPointerProps) {
  return (
    <div
      aria-hidden="true"
      className={classNames("animate-drift absolute", className)}
    >
      <svg viewBox="0 0 20 20" className="size-5">
        <path
          d="M2.5 1.8 17 8.4l-6.3 2-2.9 6.2z"
          fill={colour}
          stroke="#ffffff"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
      <span
        className="text-fine absolute top-4 left-4 rounded-full px-2.5 py-0.5 font-semibold whitespace-nowrap text-white"
        style={{ background: colour }}
      >
        {name}
      </span>
    </div>
  );
}
