/** All names that HTML and Markdown have for characters. */
export {decodeHTMLStrict} from 'entities/decode';
