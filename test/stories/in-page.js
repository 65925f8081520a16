/* global document, ShadowRoot, addEventListener, getComputedStyle, requestAnimationFrame -- in the page, where axe is put before this */
/** What the test of the stories does inside the page; the same in every engine. */
(() => {
  // Storybook brings one of its own, and puts it in the same place.
  const { axe } = globalThis;
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  channel.emit('updateGlobals', { globals: { a11y: { manual: true } } });
  const complaints = [];
  const complain = (...said) => complaints.push(said.map(String).join(' '));
  const { error } = console;
  console.error = (...said) => {
    complain(...said);
    error.apply(console, said);
  };
  addEventListener('unhandledrejection', ({ reason }) => complain(reason));
  // Captured: what fails to load says so to nobody above it.
  addEventListener('error', ({ message, target }) => complain(message ?? '', target.src ?? target.href ?? ''), true);

  /** The next of these events; of a failure, what it was. */
  const next = (...events) =>
    new Promise((go, fail) => {
      const failures = ['storyErrored', 'storyThrewException', 'storyMissing', 'playFunctionThrewException'];
      const heard = (event) => (told) => {
        for (const [name, listener] of listeners) channel.off(name, listener);
        if (failures.includes(event)) fail(new Error(told?.message ?? told?.description ?? event));
        else go(told);
      };
      const listeners = [...events, ...failures].map((event) => [event, heard(event)]);
      for (const [name, listener] of listeners) channel.on(name, listener);
    });

  const frames = () => [...document.querySelectorAll('#storybook-root iframe, #storybook-docs iframe')];

  /** Everything in an element, through shadow roots. */
  const all = (root) =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);

  const isWaiting = (element) =>
    element.localName.startsWith('kith-') &&
    element.localName !== 'kith-community' &&
    !element.closest('[data-waits]') &&
    ((element.status ?? 'loading') === 'loading' || element.inert);

  async function settle() {
    const giveUp = performance.now() + 20_000;
    for (;;) {
      const views = [document, ...frames().map((frame) => frame.contentDocument)];
      const waiting = views.flatMap((view) =>
        view?.readyState === 'complete'
          ? all(view.body)
              .filter(isWaiting)
              .map((one) => one.localName)
          : ['a page'],
      );
      if (!waiting.length) break;
      if (performance.now() > giveUp) throw new Error(`Still loading: ${waiting.join(', ')}`);
      await new Promise((go) => setTimeout(go, 10));
    }
    await document.fonts.ready;
    await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
  }

  async function show(storyId, viewMode) {
    // The same once more is no change.
    if (globalThis.shown !== storyId + viewMode) {
      const ready = next(viewMode === 'docs' ? 'docsRendered' : 'storyRendered', 'storyUnchanged');
      channel.emit('setCurrentStory', { storyId, viewMode });
      await ready;
      globalThis.shown = storyId + viewMode;
    }
    await settle();
  }

  async function turn(globals) {
    const ready = next('storyRendered');
    channel.emit('updateGlobals', { globals });
    await ready;
    await settle();
  }

  const stateOf = (node) => {
    for (let at = node; at; at = at.parentNode ?? at.host) {
      const state = at.dataset?.state;
      if (state !== undefined) return state;
    }
    return '';
  };

  /** What axe finds in the story, each with the state it is in; and whether it measured targets. A frame is a page of its own. */
  async function look(options) {
    await settle();
    const places = [[axe, '#storybook-root']];
    for (const { contentDocument: inside } of frames()) {
      if (!inside.defaultView.axe) {
        inside.head.append(Object.assign(inside.createElement('script'), { textContent: globalThis.axeSource }));
      }
      places.push([inside.defaultView.axe, inside]);
    }
    const found = [];
    for (const [engine, place] of places) {
      found.push(await engine.run(place, { ...options, iframes: false, elementRef: true }));
    }
    const ran = ({ passes, violations, incomplete, inapplicable }) =>
      [passes, violations, incomplete, inapplicable].flat();
    return {
      states: [...document.querySelectorAll('[data-state]')].map((one) => one.dataset.state),
      hasTargets: found.every((one) => ran(one).some(({ id }) => id === 'target-size')),
      wrong: found
        .flatMap(({ violations }) => violations)
        .flatMap(({ id, help, nodes }) =>
          nodes.map(({ html, target, element }) => ({
            state: stateOf(element),
            said: `${id}: ${help}: ${target.flat().join(' ')}: ${html}`,
          })),
        ),
    };
  }

  /** What would be on paper and should not be: a thread that is not black, a link that leads nowhere, a button. */
  function misprints() {
    const own = all(document.getElementById('storybook-root')).filter((one) => one.getRootNode() instanceof ShadowRoot);
    const looks = (one, pseudo) => getComputedStyle(one, pseudo);
    const isBlack = (color) => /^rgb\(0, 0, 0\)$/.test(color);
    const threads = own.filter((one) => one.matches('.thread') && !isBlack(looks(one).borderTopColor));
    const underlined = own.filter((one) => one.matches('a, .deed') && !isBlack(looks(one).textDecorationColor));
    const links = own.filter(
      (one) => one.matches('a[href^=http]') && !looks(one, '::after').content.includes(one.href),
    );
    const buttons = own.filter((one) => one.matches('button') && one.checkVisibility());
    return [threads, underlined, links, buttons].flat().map((one) => one.outerHTML);
  }

  const ownControls = () =>
    all(document.getElementById('storybook-root')).filter(
      (one) =>
        one.getRootNode() instanceof ShadowRoot &&
        one.matches('a[href], button, input, textarea, select, summary, [tabindex="0"]') &&
        one.checkVisibility({ visibilityProperty: true }) &&
        !one.disabled,
    );
  const reached = new Set();
  let last;

  /** Puts the focus before everything in the story; gives how many controls there are. */
  function begin() {
    reached.clear();
    last = undefined;
    const root = document.getElementById('storybook-root');
    root.tabIndex = -1;
    root.focus();
    return ownControls().length;
  }

  /** What has the focus, once the key was pressed: nothing at the end, else itself where no outline shows it. */
  function focused() {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    // A day has its parts, each with a stop of its own.
    if (at === last) return { isEnd: false };
    last = at;
    if (!at || at === document.body || reached.has(at)) return { isEnd: true };
    reached.add(at);
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const isShown = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    return { isEnd: false, unseen: isShown ? [] : [`${stateOf(at)}: ${at.outerHTML}`] };
  }

  /** The controls no key came to. Of radio buttons one stands for its group, and arrows do the rest. */
  function unreached() {
    const groups = new Set([...reached].map((one) => one.type === 'radio' && one.name));
    return ownControls()
      .filter((one) => !reached.has(one) && !(one.type === 'radio' && groups.has(one.name)))
      .map((one) => `${stateOf(one)}: ${one.outerHTML}`);
  }

  globalThis.studio = {
    show,
    turn,
    look,
    misprints,
    begin,
    focused,
    unreached,
    complaints: () => complaints.splice(0),
  };
})();
