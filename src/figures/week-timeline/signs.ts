import type { Lane } from './data.ts';

/** Hue of a lane: one of the five matters of the site, or the colour of the ink. */
export const LANE_HUES: Record<Lane, 'rules' | 'coin' | 'contracts' | 'machines' | 'ink'> = {
  central: 'rules',
  associations: 'rules',
  'inner-mongolia': 'rules',
  exchanges: 'coin',
  platforms: 'contracts',
  miners: 'machines',
  market: 'ink',
};

/**
 * Outline of a lane's sign around 0,0 with half height 1. The hue's own shape (octagon, circle,
 * diamond, square) where a lane has a hue to itself; the three that share the hue of the rules are
 * told apart by shape alone.
 */
const OUTLINES: Record<Lane, ReadonlyArray<readonly [number, number]>> = {
  central: [
    [-0.42, -1],
    [0.42, -1],
    [1, -0.42],
    [1, 0.42],
    [0.42, 1],
    [-0.42, 1],
    [-1, 0.42],
    [-1, -0.42],
  ],
  associations: [
    [0, -1],
    [1.05, 0.85],
    [-1.05, 0.85],
  ],
  'inner-mongolia': [
    [-1.05, -0.85],
    [1.05, -0.85],
    [0, 1],
  ],
  exchanges: [],
  platforms: [
    [0, -1.1],
    [1.1, 0],
    [0, 1.1],
    [-1.1, 0],
  ],
  miners: [
    [-0.88, -0.88],
    [0.88, -0.88],
    [0.88, 0.88],
    [-0.88, 0.88],
  ],
  market: [
    [-1, -0.5],
    [-0.5, -1],
    [0, -0.5],
    [0.5, -1],
    [1, -0.5],
    [0.5, 0],
    [1, 0.5],
    [0.5, 1],
    [0, 0.5],
    [-0.5, 1],
    [-1, 0.5],
    [-0.5, 0],
  ],
};

const round = (value: number) => Math.round(value * 100) / 100;

/** SVG path of a lane's sign with its centre at x, y and the given half height. */
export function signPath(lane: Lane, x: number, y: number, half: number): string {
  const outline = OUTLINES[lane];
  if (outline.length === 0) {
    const [cx, cy, r] = [round(x), round(y), round(half)];
    return `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  }
  return (
    outline
      .map(
        ([dx, dy], index) => `${index ? 'L' : 'M'}${round(x + dx * half)} ${round(y + dy * half)}`,
      )
      .join('') + 'z'
  );
}
