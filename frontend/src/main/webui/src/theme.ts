export type Theme = 'auto' | 'light' | 'dark';

const NAME = 'prefstream.theme';

export function theme(): Theme {
  const stored = readSetting(NAME);
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}

export function setTheme(chosen: Theme): void {
  writeSetting(NAME, chosen === 'auto' ? null : chosen);
  applyTheme();
}

export function applyTheme(): void {
  const chosen = theme();
  document.documentElement.style.colorScheme = chosen === 'auto' ? '' : chosen;
}

/** A setting of this browser; storage may be switched off. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function writeSetting(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // It then holds until the page is closed at the latest.
  }
}
