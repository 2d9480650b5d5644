/** Finds what is in the shadow root of an element, and in those of what is in it. */
export class Inside {
  constructor(private readonly root: () => Element) {}

  /** What a selector finds in the first, the next one in the shadow root of that, and so on. */
  readonly find = (...path: string[]): HTMLElement | undefined => {
    let found: Element | null | undefined = this.root();
    for (const selector of path) found = found?.shadowRoot?.querySelector(selector);
    return (found as HTMLElement | null | undefined) ?? undefined;
  };

  /** What people read there. */
  readonly words = (...path: string[]): string | undefined =>
    this.find(...path)
      ?.textContent.replace(/\s+/g, ' ')
      .trim();
}
