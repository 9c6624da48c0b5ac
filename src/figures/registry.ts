import { checkFigure, type FigureContract } from './contract.ts';
import { figure as hashLab } from './hash-lab/figure.ts';
import { figure as weekTimeline } from './week-timeline/figure.ts';

/** Every figure of the site, by id. A new figure is one folder and one line here. */
export const figures: ReadonlyMap<string, FigureContract> = new Map(
  [hashLab, weekTimeline].map((figure) => {
    checkFigure(figure);
    return [figure.id, figure];
  }),
);

/** @throws when no figure has this id */
export function getFigure(id: string): FigureContract {
  const figure = figures.get(id);
  if (!figure)
    throw new Error(
      `no figure "${id}" in src/figures; known are ${[...figures.keys()].join(', ')}`,
    );
  return figure;
}
