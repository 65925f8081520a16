/** In a page of one's own that somebody frames: `<script defer src="tell-height.js"></script>`. */
import { tellHeight } from './height.js';

tellHeight();
