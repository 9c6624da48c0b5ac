/** Shapes in the units of a drawing's view box. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export const lowered = (box: Box, by: number): Box => ({ ...box, y: box.y + by });

/** A box with air above and below. */
export const aired = (box: Box, air: number): Box => ({
  ...box,
  y: box.y - air,
  height: box.height + 2 * air,
});
