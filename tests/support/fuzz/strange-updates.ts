import * as Y from "yjs";
import { randomInteger, randomItem, type Random } from "@/core/base/random";

const ROOTS = ["shapes", "meta", "assets", "anything"];
const KEYS = ["a", "kind", "shown", "text", "deleted:somebody", ""];

type Write = (doc: Y.Doc, root: string, random: Random) => void;

/** What Yjs can write and no board expects. */
const WRITES: readonly Write[] = [
  (doc, root, random) =>
    doc.getMap(root).set(randomItem(random, KEYS), randomValue(random)),
  (doc, root, random) => {
    const record = new Y.Map();
    doc.getMap(root).set(`shape-${randomInteger(random, 50)}`, record);
    for (const key of KEYS)
      if (random.next() < 0.7) record.set(key, randomValue(random));
  },
  (doc, root, random) =>
    doc.getArray(root).push([randomValue(random), randomValue(random)]),
  (doc, root) => {
    const text = doc.getText(root);
    text.insert(0, "words 😀");
    text.format(0, 3, { bold: true });
    text.insertEmbed(2, { image: "x" });
    text.delete(1, 2);
  },
  (doc, root) => {
    const element = new Y.XmlElement("p");
    doc.getXmlFragment(root).insert(0, [element, new Y.XmlText("x")]);
    element.setAttribute("onload", "x");
  },
  (doc, root, random) => {
    const map = doc.getMap(root);
    for (let i = 0; i < 20; i++) map.set("a", i);
    for (let i = randomInteger(random, 3); i > 0; i--) map.delete("a");
  },
];

/** An update that Yjs itself has written, of a document that is none of ours. */
export function strangeUpdate(random: Random): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = randomInteger(random, 2 ** 32);
  randomItem(random, WRITES)(doc, randomItem(random, ROOTS), random);
  if (random.next() < 0.8) return Y.encodeStateAsUpdate(doc);
  return Y.encodeStateAsUpdateV2(doc);
}

/** A state vector of documents that nobody has. */
export function strangeStateVector(random: Random): Uint8Array {
  const known = new Map<number, number>();
  for (let i = randomInteger(random, 5); i >= 0; i--)
    known.set(randomInteger(random, 2 ** 32), randomInteger(random, 2 ** 31));
  return Y.encodeStateVector(known);
}

function randomValue(random: Random): unknown {
  const makers: (() => unknown)[] = [
    () => new Y.Map([["deep", new Y.Map([["deeper", 1]])]]),
    () => Y.Array.from([1, "x", null]),
    () => new Y.Text("text"),
    () => new Y.XmlElement("p"),
    () => new Y.Doc(),
    () => new Uint8Array(randomInteger(random, 200)),
    () => null,
    () => Number.NaN,
    () => 2 ** 60,
    () => ({ nested: [{ json: true }] }),
    () => "x".repeat(randomInteger(random, 500)),
  ];
  return randomItem(random, makers)();
}
