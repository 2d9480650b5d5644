/** The languages whose code is coloured, with the names that texts give them. */
const NAMES: Record<string, readonly string[]> = {
  bash: ['sh', 'shell', 'zsh', 'console', 'shellscript'],
  c: ['h'],
  cpp: ['c++', 'cc', 'hpp', 'cxx'],
  css: [],
  go: ['golang'],
  java: [],
  javascript: ['js', 'jsx', 'mjs', 'cjs', 'node'],
  json: ['jsonl', 'json5', 'jsonc'],
  python: ['py', 'python3', 'py3'],
  rust: ['rs'],
  sql: ['postgresql', 'postgres', 'mysql', 'sqlite'],
  typescript: ['ts', 'tsx', 'mts', 'cts'],
  xml: ['html', 'xhtml', 'svg', 'htm', 'vue'],
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([language, names]) => [language, ...names].map((name) => [name, language])),
);

/** The language that a text names, if its code can be coloured. It is known before any colouring is loaded. */
export function knownLanguage(name: string): string | undefined {
  return BY_NAME.get(name.toLowerCase());
}
