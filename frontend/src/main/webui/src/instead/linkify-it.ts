/**
 * Stands in for the parser's finder of bare addresses (vite.config.ts), which is switched off (model/markdown.ts). It is made,
 * and never asked.
 */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- The parser makes one by `new`.
export class LinkifyIt {}
