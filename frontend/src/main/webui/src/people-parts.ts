/** The pages of people, in one part: both need nearly the same. */
import './elements/people-page.js';
import './elements/people-tab.js';
