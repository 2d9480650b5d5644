import './elements/prefstream-app.js';
import {applyTheme} from './theme.js';

applyTheme();
