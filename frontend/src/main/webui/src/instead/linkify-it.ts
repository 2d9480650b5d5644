/**
 * Stands in for the parser's finder of bare addresses (vite.config.ts), which is switched off (model/markdown.ts). It is made,
 * and never asked.
 */
export class LinkifyIt {}
