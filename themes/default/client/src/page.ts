/**
 * What a script adds to pages: the library's sentence, clock times, and a few buttons. Every page reads
 * and prints without it. It sends nothing, keeps nothing, and writes text only, never HTML.
 */

import { buttons } from './page/buttons';
import { library } from './page/library';
import { start } from './page/start';

start();
library();
buttons();
