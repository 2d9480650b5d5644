/** What a text is compared by: white space, words, and other characters one by one, each with what joins it. */
const TOKEN =
  /\n|[^\S\n]+|\p{Regional_Indicator}{1,2}|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{Default_Ignorable_Code_Point}]|['’](?=\p{L}))*|.[\p{M}\p{Emoji_Modifier}\p{Default_Ignorable_Code_Point}]*(?:(?<=\u200D)\p{Extended_Pictographic}[\p{Emoji_Modifier}\p{Default_Ignorable_Code_Point}]*)*/gsu;
/** Scripts that are written without spaces between words. */
const SPACELESS = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
const CHARACTER = /.[\p{M}\p{Default_Ignorable_Code_Point}]*/gsu;
/** So many tokens without spaces are taken apart into words, which is slow. In longer texts each character is one. */
const SEGMENTED_MAX = 2_000;

/** Takes texts apart, all in the same way. The tokens of a text are, one after the other, the text to the letter. */
export function tokensOf(texts: readonly string[]): string[][] {
  const all: string[][] = texts.map((text) => text.match(TOKEN) ?? []);
  const spaceless = all.flat().filter((token) => SPACELESS.test(token));
  if (spaceless.length === 0) return all;
  const length = spaceless.reduce((sum, token) => sum + token.length, 0);
  const segmenter =
    length <= SEGMENTED_MAX * texts.length && 'Segmenter' in Intl
      ? new Intl.Segmenter(undefined, {granularity: 'word'})
      : undefined;
  const takeApart = (token: string): string[] => {
    if (!SPACELESS.test(token)) return [token];
    return segmenter ? [...segmenter.segment(token)].map(({segment}) => segment) : (token.match(CHARACTER) ?? []);
  };
  return all.map((tokens) => tokens.flatMap(takeApart));
}
