// Runs in the page before anything else. Tells for each key how long it took until another task was painted, in milliseconds.
(() => {
  const paints = [];
  const pauses = [];
  let waiting;

  function part(...path) {
    return path.reduce((found, selector) => found && (found.shadowRoot ?? found).querySelector(selector), document);
  }

  const labeling = ['prefstream-app', 'labeling-page', 'labeling-view'];
  const shown = () => part(...labeling, 'task-view', 'comparison-view', 'task-notes', 'span')?.textContent;
  /** Whether the task came by itself just now, so that no verdict is taken yet. */
  const isBusy = () => part(...labeling, 'main')?.ariaBusy === 'true';

  /** Calls back behind the paint of the frame whose callbacks run now: a message that they send is taken after it. */
  function afterFrame(action) {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = action;
    port2.postMessage(undefined);
  }

  function look() {
    if (!waiting) return;
    const now = shown();
    if (now !== undefined && now !== waiting.before) {
      const {at} = waiting;
      waiting = undefined;
      afterFrame(() => paints.push(performance.now() - at));
    } else {
      requestAnimationFrame(look);
    }
  }

  addEventListener('keydown', (event) => {
    waiting = {at: event.timeStamp, before: shown()};
    requestAnimationFrame(look);
  }, {capture: true});
  new PerformanceObserver((list) => pauses.push(...list.getEntries().map(({duration}) => duration)))
    .observe({type: 'longtask', buffered: true});

  // The floor: a page that paints another word at a key.
  function bare() {
    document.body.textContent = '0';
    addEventListener('keydown', (event) => {
      document.body.textContent = `${Number(document.body.textContent) + 1}`;
      requestAnimationFrame(() => afterFrame(() => paints.push(performance.now() - event.timeStamp)));
    });
  }

  /** Resolves in the first frame in which a condition holds. */
  function until(holds) {
    return new Promise((resolve) => {
      const ask = () => (holds() ? resolve() : requestAnimationFrame(ask));
      ask();
    });
  }

  globalThis.watch = {shown, isBusy, until, bare, paints, pauses};
})();
