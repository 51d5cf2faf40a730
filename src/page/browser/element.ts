type Attributes = Readonly<Record<string, string>>;

/** An element with text or other elements in it: text is never read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A `details` whose content is made when it is first opened. */
export function lazyDetails(
  attributes: Attributes,
  summary: readonly (Node | string)[],
  fill: () => readonly (Node | string)[],
): HTMLDetailsElement {
  const made = element('details', attributes, element('summary', {}, ...summary));
  made.addEventListener('toggle', () => {
    if (made.open && made.childElementCount === 1) made.append(...fill());
  });
  return made;
}
