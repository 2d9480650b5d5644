/**
 * Closes a dialog and takes the focus out of it. Browsers leave the focus there until they paint the page next, where nothing had
 * it before. A key that comes earlier would go to the dialog that nobody sees any more.
 */
export function closeDialog(dialog: HTMLDialogElement): void {
  dialog.close();
  const focused = (dialog.getRootNode() as Document | ShadowRoot).activeElement;
  if (focused instanceof HTMLElement && dialog.contains(focused)) focused.blur();
}
