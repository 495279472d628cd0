/** Search: looks through an index that lies beside it, and asks nothing of anyone. */

import { search } from './search/page';

search();
