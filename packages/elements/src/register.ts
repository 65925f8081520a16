type Kith = CustomElementConstructor & { readonly version: string };

/**
 * Registers an element. Where the tag is taken already the first stays, and one line says which versions met,
 * however many tags they meet in. Where there are no custom elements (in Node) nothing happens.
 */
export function register(tag: string, element: Kith): void {
  if (!('customElements' in globalThis)) return;
  const taken = customElements.get(tag) as Partial<Kith> | undefined;
  if (taken === element || (taken && Object.getPrototypeOf(taken) === element)) return;
  if (taken) {
    const first = taken.version ? `Kith ${taken.version}` : 'something else';
    const meeting = taken.version ?? tag;
    if (!met.has(meeting))
      console.warn(`<${tag}> is registered already, by ${first}; Kith ${element.version} leaves it so`);
    met.add(meeting);
    return;
  }
  // A class can be registered once; under a second name it goes as a class of its own.
  customElements.define(tag, registered.has(element) ? class extends element {} : element);
  registered.add(element);
}

const registered = new WeakSet<Kith>();
const met = new Set<string>();
