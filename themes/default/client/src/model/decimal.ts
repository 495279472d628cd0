/** Sums and means as on paper: 0.1 and 0.2 are 0.3, and a half is rounded away from nothing. */

const MOST = 6;

/** Decimals that a figure is written with, six at most. */
function decimals(figure: number): number {
  const [, after = ''] = String(figure).split('.');
  return Math.min(after.length, MOST);
}

/** The sum of figures, without what binary fractions add to it. */
export function sum(figures: readonly number[]): number {
  const unit = 10 ** Math.max(0, ...figures.map(decimals));
  return figures.reduce((all, one) => all + Math.round(one * unit), 0) / unit;
}

/** A sum divided by how many, to one decimal. */
export function tenths(total: number, many: number): number {
  const unit = 10 ** decimals(total);
  const whole = Math.round(Math.abs(total) * unit);
  const half = many * unit;
  const rounded = Math.floor((20 * whole + half) / (2 * half)) / 10;
  return total < 0 && rounded > 0 ? -rounded : rounded;
}

/** A figure as it is written: with a decimal where it is a mean, with the right minus. */
export function written(figure: number, places = decimals(figure)): string {
  return figure.toFixed(places).replace('-', '−');
}
