import { FigureInputError } from '../contract.ts';
import type { WeekEntry } from './data.ts';
import { aired, lowered, overlaps, type Box, type Line } from './geometry.ts';
import { textWidth, wrap } from './wrap.ts';

/** A label in its place; `y` is the baseline of the first line. */
export interface PlacedLabel {
  lines: readonly string[];
  x: number;
  y: number;
  leading: number;
  anchor: 'start' | 'end';
  box: Box;
}

/** An entry on a line of its lane: heights count from the top of the lane. */
export interface Placed {
  entry: WeekEntry;
  /** Centre of the sign. */
  x: number;
  y: number;
  bar: Box | null;
  span: Line | null;
  label: PlacedLabel;
  /** Lower edge of whatever reaches lowest. */
  bottom: number;
}

export interface Room {
  /** Where an hour of the week stands; hours before the drawing stand at its edge. */
  xOf: (hour: number) => number;
  left: number;
  right: number;
  font: number;
  leading: number;
  /** Half the height of a sign. */
  sign: number;
  text: (entry: WeekEntry) => string;
}

/** Between marks and label. */
const GAP = 5;
/** Between what stands on two lines of a lane. */
const AIR = 3;
/** Widths at which a label is tried, in view box units; the widest has the fewest lines. */
const WIDTHS = [300, 220, 170, 130, 100];

/** An entry with its marks at the top of the lane, and the places its label could take there. */
interface Piece {
  entry: WeekEntry;
  x: number;
  y: number;
  bar: Box | null;
  span: Line | null;
  marks: Box;
  places: ReadonlyArray<{ label: PlacedLabel; cost: number }>;
}

/**
 * Puts the entries of one lane on lines from the top, each label right or left of its marks or
 * below them, at the cheapest place where it touches nothing. An effect shares the line of its
 * notice.
 * @throws FigureInputError when a label finds no place between the edges
 */
export function place(entries: readonly WeekEntry[], room: Room): Placed[] {
  const taken: Box[] = [];
  const placed: Placed[] = [];
  for (const entry of entries) {
    if (placed.some((done) => done.entry === entry)) continue;
    const effect = entries.find((other) => other.announced?.id === entry.id);
    const group = (effect ? [entry, effect] : [entry]).map((one) => piece(one, room));
    let best: ReturnType<typeof stand> = null;
    // Below everything there is always room, unless a label does not fit between the edges.
    const end = Math.max(0, ...taken.map((box) => box.y + box.height)) + 2 * AIR + 2;
    for (let top = 0; top <= Math.min(best?.cost ?? end, end); top += 2) {
      const found = stand(group, top, taken);
      if (found && (best === null || found.cost < best.cost)) best = found;
    }
    if (best === null)
      throw new FigureInputError(
        `src/figures/week-timeline: the label of ${entry.id} fits nowhere; shorten it in text.ts`,
      );
    taken.push(...best.boxes);
    placed.push(...best.placed);
  }
  return placed;
}

/** The group at this height, or null where it would touch what stands already. */
function stand(
  group: readonly Piece[],
  top: number,
  taken: readonly Box[],
): { placed: Placed[]; boxes: Box[]; cost: number } | null {
  const marks = group.map((one) => lowered(one.marks, top));
  const touches = (box: Box, others: readonly Box[]) =>
    others.some((other) => overlaps(aired(box, AIR), other));
  if (marks.some((box) => touches(box, taken))) return null;
  const boxes = [...marks];
  const placed: Placed[] = [];
  let cost = top;
  for (const one of group) {
    const others = [...taken, ...boxes.slice(marks.length)];
    const found = one.places.find(({ label }) => {
      const box = lowered(label.box, top);
      return !touches(box, others) && !marks.some((mark) => overlaps(box, mark));
    });
    if (!found) return null;
    cost += found.cost;
    const { label } = found;
    const box = lowered(label.box, top);
    boxes.push(box);
    placed.push({
      entry: one.entry,
      x: one.x,
      y: one.y + top,
      bar: one.bar && lowered(one.bar, top),
      span: one.span && { ...one.span, y1: one.span.y1 + top, y2: one.span.y2 + top },
      label: { ...label, y: label.y + top, box },
      bottom: Math.max(one.marks.y + one.marks.height + top, box.y + box.height),
    });
  }
  return { placed, boxes, cost };
}

function piece(entry: WeekEntry, room: Room): Piece {
  const { xOf, sign } = room;
  const y = sign + 1;
  const height = 2 * y;
  const at = (x: number, from: number, to: number, bar: Box | null, span: Line | null): Piece => ({
    ...{ entry, x, y, bar, span },
    marks: { x: from, y: 0, width: to - from, height },
    places: labelPlaces(room.text(entry), { from, to, sign: x, centre: y }, room),
  });
  if (entry.hour === null) {
    const [from, to] = [xOf(entry.from) + 1, xOf(entry.to) - 1];
    return at(from + sign + 3, from, to, { x: from, y: 0, width: to - from, height }, null);
  }
  const x = xOf(entry.hour);
  if (entry.announced === null) return at(x, x - sign, x + sign, null, null);
  // A notice of the same day was given at some hour before the effect; one of an earlier day is an
  // entry with a bar of its own, at whose end the span begins.
  const from = xOf(entry.announced.id === null ? entry.announced.from : entry.announced.to) + 1;
  return at(x, from, x + sign, null, { x1: from, y1: y, x2: x, y2: y });
}

/** Places for a label, best first: beside the marks in few lines, then below them. */
function labelPlaces(
  text: string,
  marks: { from: number; to: number; sign: number; centre: number },
  { left, right, font, leading, sign }: Room,
): Piece['places'] {
  const places: Array<{ label: PlacedLabel; cost: number }> = [];
  const add = (x: number, anchor: 'start' | 'end', y: number, width: number, cost: number) => {
    if (width < font) return;
    const lines = wrap(text, width, font);
    const actual = Math.max(...lines.map((line) => textWidth(line, font)));
    if (actual > width + 0.01) return;
    const box = {
      x: (anchor === 'start' ? x : x - actual) - 2,
      y: y - font,
      width: actual + 4,
      height: (lines.length - 1) * leading + font * 1.4,
    };
    places.push({
      label: { lines, x, y, leading, anchor, box },
      cost: cost + (lines.length - 1) * leading * 0.8,
    });
  };
  const { from, to } = marks;
  const beside = marks.centre + font * 0.36;
  const below = marks.centre + sign + 3 + font;
  // Below, a label keeps to the end of the marks at which the sign stands.
  const endwards = marks.sign > (from + to) / 2 ? leading / -2 : 0;
  for (const width of WIDTHS) {
    add(to + GAP, 'start', beside, Math.min(width, right - to - GAP), 0);
    add(from - GAP, 'end', beside, Math.min(width, from - GAP - left), 2);
    add(from, 'start', below, Math.min(width, right - from), leading * 3);
    add(to - 1, 'end', below, Math.min(width, to - 1 - left), leading * 3 + endwards);
  }
  return places.sort((a, b) => a.cost - b.cost);
}
