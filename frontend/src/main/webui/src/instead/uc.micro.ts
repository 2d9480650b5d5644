/** Stands in for the parser's tables of Unicode (vite.config.ts): browsers have them. The names are those of the tables. */

/** Punctuation. */
export const P = /\p{P}/u;
/** Symbols. */
export const S = /\p{S}/u;
