/** All that is loaded once a task asks more than its main pair: what asks it, what says its answers, and what quotes a text in a rationale. */

import './elements/control-strip.js';
import './elements/said-answers.js';

export {selectedWords} from './selected-words.js';
