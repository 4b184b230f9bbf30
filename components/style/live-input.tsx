import { useEffect, useEffectEvent, useRef, type ComponentProps } from "react";

interface LiveInputProps extends Omit<ComponentProps<"input">, "onChange"> {
  /** Called with every value on the way. */
  readonly onLive: (value: string) => void;
  /** Called with the value that was settled on. */
  readonly onSettle: (value: string) => void;
}

/** An input whose value is drawn along: a slider, a colour. */
export function LiveInput({ onLive, onSettle, ...rest }: LiveInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const settle = useEffectEvent(onSettle);
  useEffect(() => {
    const element = input.current;
    if (!element) return;
    // React's own `onChange` is called on the way, too.
    const onChange = () => settle(element.value);
    element.addEventListener("change", onChange);
    return () => element.removeEventListener("change", onChange);
  }, []);
  return (
    <input
      ref={input}
      onChange={({ target }) => onLive(target.value)}
      // Else the keys of the tools would stay with it.
      onPointerUp={({ currentTarget }) => currentTarget.blur()}
      {...rest}
    />
  );
}
