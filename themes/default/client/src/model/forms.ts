/**
 * The workbook's own forms. One list of fields serves the page, the print, the share copy, the table for
 * a spreadsheet and the check of a file: what is private here is private everywhere.
 *
 * Values by kind: line, text, date and choice are texts (dates `YYYY-MM-DD`, choices ids); number and
 * scale are numbers; many and checklist are lists of ids; rows are lists of objects by column; ratings
 * and ladders are objects by item.
 */

import type { Form } from './form';
import { READINESS, ROTATION, SCHEDULE } from './forms-dates';
import { AGREEMENT, MEMBER, OFFER } from './forms-group';
import { CYCLE, ENTRY, NEXT_TIME, QUESTION } from './forms-journal';
import {
  ACTIVITY,
  GAP,
  GOAL,
  NEED,
  PROGRESS,
  PROOF,
  REVIEW,
  STEP,
  STRENGTH,
  VISION,
} from './forms-plan';

export { fieldOf, type Form } from './form';
export * from './forms-dates';
export * from './forms-group';
export * from './forms-journal';
export * from './forms-plan';
export * from './lists';

export const FORMS: readonly Form[] = [
  VISION,
  GAP,
  STRENGTH,
  NEED,
  GOAL,
  STEP,
  ACTIVITY,
  PROOF,
  PROGRESS,
  REVIEW,
  ENTRY,
  CYCLE,
  QUESTION,
  NEXT_TIME,
  AGREEMENT,
  MEMBER,
  OFFER,
  SCHEDULE,
  ROTATION,
  READINESS,
];

export const formOf = (type: string): Form | undefined => FORMS.find((one) => one.type === type);
