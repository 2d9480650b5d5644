export interface PresencePorts {
  /** Is told that the page came into sight or went out of it. */
  onVisible: (visible: boolean) => void;
  /** Is told that somebody pressed a key, moved the pointer or scrolled. */
  onActivity: () => void;
}

/** Reports whether somebody is at the page: whether they see it, and that they use it. Ends when the signal aborts. */
export function watchPresence(ports: PresencePorts, signal: AbortSignal): void {
  document.addEventListener('visibilitychange', () => ports.onVisible(!document.hidden), {signal});
  for (const type of ['keydown', 'pointermove', 'wheel', 'touchmove']) {
    document.addEventListener(type, () => ports.onActivity(), {signal, passive: true});
  }
  if (document.hidden) ports.onVisible(false);
}
