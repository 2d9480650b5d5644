/** Has the browser ask before it closes the page while something is at work. */
export async function staying<T>(work: Promise<T>): Promise<T> {
  window.addEventListener('beforeunload', ask);
  try {
    return await work;
  } finally {
    window.removeEventListener('beforeunload', ask);
  }
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
