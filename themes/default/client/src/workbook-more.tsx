/** The second script of the workbook: what a first visit does not begin with. */

import { lock, unlock } from './core/age';
import { Checks } from './ui/checks';
import { Group } from './ui/group';
import { bring } from './ui/later';
import { Nudges } from './ui/plan/goal/nudges';
import { OverTime } from './ui/plan/goal/over-time';
import { ToCalendar } from './ui/plan/goal/to-calendar';
import { Given } from './ui/records/given';
import { MoreRecords } from './ui/records/more';

bring({ Checks, Group, MoreRecords, Given, Nudges, OverTime, ToCalendar, lock, unlock });
