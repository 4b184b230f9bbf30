/** A piece of a message: text that stands there as it is, or something that takes the values. */
export type MessagePart =
  string | ValuePart | NumberPart | ChoicePart | TagPart;

/** `{name}` */
interface ValuePart {
  readonly kind: "value";
  readonly name: string;
}

/** `#`: the number that decided the plural around it. */
interface NumberPart {
  readonly kind: "number";
}

/** `{name, plural, one {…} other {…}}` or `{name, select, first {…} other {…}}` */
interface ChoicePart {
  readonly kind: "plural" | "select";
  readonly name: string;
  /** By category (`one`), exact number (`=0`) or value; always with `other`. */
  readonly options: Readonly<Record<string, readonly MessagePart[]>>;
}

/** `<name>…</name>` */
interface TagPart {
  readonly kind: "tag";
  readonly name: string;
  readonly children: readonly MessagePart[];
}

/**
 * Reads a message in the part of ICU's MessageFormat that our messages use. There is no quoting: an apostrophe is an
 * apostrophe, and a brace is never text. Throws a SyntaxError on anything else.
 */
export function parseMessage(message: string): readonly MessagePart[] {
  const parser = new MessageParser(message);
  const parts = parser.parts(false);
  parser.expectEnd();
  return parts;
}

class MessageParser {
  readonly #message: string;
  #at = 0;

  constructor(message: string) {
    this.#message = message;
  }

  /** Reads up to what closes these parts, or the end. */
  parts(isInPlural: boolean): MessagePart[] {
    const parts: MessagePart[] = [];
    for (;;) {
      const text = this.#take(isInPlural ? /[^{}<#]+/y : /[^{}<]+/y);
      if (text) parts.push(text[0]);
      else if (this.#take(/\{\s*/y)) parts.push(this.#argument(isInPlural));
      else if (isInPlural && this.#take(/#/y)) parts.push({ kind: "number" });
      else {
        const tag = this.#take(/<(\w+)>/y);
        if (!tag) return parts;
        parts.push(this.#tag(tag[1]!, isInPlural));
      }
    }
  }

  expectEnd(): void {
    if (this.#at < this.#message.length) this.#fail("end");
  }

  #argument(isInPlural: boolean): MessagePart {
    const name = this.#expect(/(\w+)\s*/y, "name");
    if (this.#take(/\}/y)) return { kind: "value", name };
    const kind = this.#expect(
      /,\s*(plural|select)\s*,\s*/y,
      "plural or select",
    );
    if (kind === "plural") return { kind, name, options: this.#options(true) };
    return { kind: "select", name, options: this.#options(isInPlural) };
  }

  #options(isInPlural: boolean): ChoicePart["options"] {
    const options: Record<string, readonly MessagePart[]> = {};
    while (!this.#take(/\}/y)) {
      const option = this.#expect(/(=\d+|\w+)\s*\{/y, "option");
      options[option] = this.parts(isInPlural);
      this.#expect(/(\})\s*/y, "}");
    }
    if (!options["other"]) this.#fail("option other");
    return options;
  }

  #tag(name: string, isInPlural: boolean): MessagePart {
    const children = this.parts(isInPlural);
    if (this.#expect(/<\/(\w+)>/y, `</${name}>`) !== name)
      this.#fail(`</${name}>`);
    return { kind: "tag", name, children };
  }

  /** What `pattern`, a sticky one, finds here, and goes on behind it. */
  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#message);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }

  /** Takes what has to stand here, and gives its group. */
  #expect(pattern: RegExp, what: string): string {
    return this.#take(pattern)?.[1] ?? this.#fail(what);
  }

  #fail(what: string): never {
    throw new SyntaxError(
      `Expected ${what} at ${this.#at} of the message: ${this.#message}`,
    );
  }
}
