import {api} from './api.js';
import {Part} from './parts.js';

/** What the addresses of images begin with that the server shows. It is asked for once there is an image in a text. */
export const imageSources = new Part(() => api.imageSources());
