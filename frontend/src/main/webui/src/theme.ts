/** The colours that a person chose; `auto` follows the system. */
export type Theme = 'auto' | 'light' | 'dark';

/** Fired on the window when other colours were chosen. */
export const THEME_CHANGED = 'prefstream-theme';

const NAME = 'prefstream.theme';
/** The size that all texts follow, as CSS has it; none if it is the browser's own. */
export const SIZE = 'prefstream.text-size';

export function theme(): Theme {
  const stored = readSetting(NAME);
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}

export function setTheme(chosen: Theme): void {
  writeSetting(NAME, chosen === 'auto' ? null : chosen);
  applyTheme();
  window.dispatchEvent(new Event(THEME_CHANGED));
}

/** Shows the page in the colours and the size that were chosen. */
export function applyTheme(): void {
  const chosen = theme();
  const {style} = document.documentElement;
  style.colorScheme = chosen === 'auto' ? '' : chosen;
  style.fontSize = readSetting(SIZE) ?? '';
}

/** Reads a setting that this browser keeps; null if there is none or if storage is switched off. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a setting in this browser, or removes it (null). */
export function writeSetting(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Storage is switched off. The setting then lasts no longer than the page.
  }
}
