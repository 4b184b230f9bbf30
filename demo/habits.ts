import type { ShapeId } from "@/core/base/ids";
import { randomInteger, randomItem } from "@/core/base/random";
import { placeDrawing, type Drawing } from "./drawings";
import { NOTES, SAYINGS } from "./sayings";
import type { SimulatedPerson } from "./simulated-person";
import type { Spot, Spots } from "./spots";

/** What the people of one room share: what they know how to draw, and where there is room for it. */
export interface Workshop {
  readonly drawings: readonly Drawing[];
  readonly spots: Spots;
}

const STROKES = ["#1e1e1e", "#e03131", "#2f9e44", "#1971c2", "#f08c00"];
const NOTE_FILLS = ["#ffec99", "#ffc9c9", "#b2f2bb", "#a5d8ff"];
/** Between two things that a person does; milliseconds. */
const REST = { least: 500, most: 3_500 };
/** A person clears away what they made before this many of their things. */
const KEPT_WORKS = 5;

interface Work {
  readonly spot: Spot;
  readonly shapes: readonly ShapeId[];
}

/** One person's way of spending an hour at the board. */
export class Habits {
  readonly #person: SimulatedPerson;
  readonly #workshop: Workshop;
  readonly #works: Work[] = [];

  constructor(person: SimulatedPerson, workshop: Workshop) {
    this.#person = person;
    this.#workshop = workshop;
  }

  /** Goes on until the person is sent home; then rejects with `WentHome`. */
  async live(): Promise<never> {
    const { pace, random } = this.#person;
    for (;;) {
      await this.#doSomething(random.next());
      await pace.wait(REST.least + random.next() * (REST.most - REST.least));
    }
  }

  #doSomething(chance: number): Promise<void> {
    if (this.#works.length > KEPT_WORKS) return this.#clearOldest();
    if (chance < 0.55) return this.#draw();
    if (chance < 0.72) return this.#writeNote();
    if (chance < 0.82) return this.#say();
    if (chance < 0.9) return this.#point();
    return this.#moveOwnWork();
  }

  async #draw(): Promise<void> {
    const { editor, hand, random, pace } = this.#person;
    const spot = this.#workshop.spots.take();
    if (!spot) return this.#clearOldest();
    const drawing = placeDrawing(
      randomItem(random, this.#workshop.drawings),
      spot,
    );
    editor.setTool("draw");
    editor.styles.remember("ink", {
      stroke: randomItem(random, STROKES),
      strokeWidth: 1 + randomInteger(random, 3),
    });
    const shapes = await this.#making(async () => {
      let before = drawing[0]?.[0]?.time ?? 0;
      for (const stroke of drawing) {
        await pace.wait(Math.max(0, (stroke[0]?.time ?? before) - before));
        await hand.trace(stroke);
        before = stroke.at(-1)?.time ?? before;
      }
    });
    this.#works.push({ spot, shapes });
  }

  async #writeNote(): Promise<void> {
    const { editor, hand, random, pace } = this.#person;
    const spot = this.#workshop.spots.take();
    if (!spot) return this.#clearOldest();
    editor.setTool("note");
    editor.styles.remember("note", { fill: randomItem(random, NOTE_FILLS) });
    const shapes = await this.#making(async () => {
      await hand.clickAt(middleOf(spot));
      await pace.wait(400);
      await hand.type(randomItem(random, NOTES));
      await pace.wait(600);
      editor.typing.stop();
    });
    this.#works.push({ spot, shapes });
  }

  async #say(): Promise<void> {
    const { chat, pace, random } = this.#person;
    const saying = randomItem(random, SAYINGS);
    await pace.wait(saying.length * 70);
    chat.send({ text: saying });
  }

  /** Circles what somebody has made with the laser pointer. */
  async #point(): Promise<void> {
    const { editor, hand, random } = this.#person;
    const shapes = editor.board.inOrder();
    if (shapes.length === 0) return;
    const { at } = randomItem(random, shapes);
    const radius = 50 + random.next() * 60;
    const circle = Array.from({ length: 40 }, (_, i) => ({
      x: at.x + radius * Math.cos(i / 5),
      y: at.y + radius * Math.sin(i / 5),
      time: i * 40,
    }));
    editor.setTool("laser");
    await hand.trace(circle);
  }

  async #moveOwnWork(): Promise<void> {
    const { editor, hand, random } = this.#person;
    const work = this.#works.at(-1);
    if (!work) return;
    editor.setTool("select");
    editor.select(work.shapes);
    const [shape] = editor.selectedShapes();
    if (!shape) return;
    const by = () => (random.next() - 0.5) * 24;
    await hand.drag(shape.at, { x: shape.at.x + by(), y: shape.at.y + by() });
    editor.select([]);
  }

  async #clearOldest(): Promise<void> {
    const { editor, hand, pace } = this.#person;
    const work = this.#works.shift();
    if (!work) return;
    editor.setTool("select");
    await hand.moveTo(middleOf(work.spot));
    editor.select(work.shapes);
    await pace.wait(700);
    editor.run("selection.delete");
    this.#workshop.spots.giveBack(work.spot);
  }

  /** Does `work`, and resolves with the shapes that came onto the board by this person's hand meanwhile. */
  async #making(work: () => Promise<void>): Promise<ShapeId[]> {
    const { board } = this.#person.editor;
    const made: ShapeId[] = [];
    const stop = board.observe(({ added, origin }) => {
      if (origin === "local") made.push(...added);
    });
    try {
      await work();
    } finally {
      stop();
    }
    return made;
  }
}

const middleOf = ({ x, y, size }: Spot) => ({
  x: x + size / 2,
  y: y + size / 2,
});
