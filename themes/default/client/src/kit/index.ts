/** The print kit without its page: pure, for tests. */

export { choose, fields, told } from './choices';
export { copies, sheets } from './copies';
export { drawing, ticks } from './drawing';
export { foot } from './foot';
export { gone, plan } from './plan';
export { copied, end, said, turns, why, whom } from './say';
export { inProportion } from './steps';
