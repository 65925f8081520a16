/** Whether somebody is writing in the tag: a form is open and has text, other than what an author gave a field. */
export function isWrittenIn({ shadowRoot }: HTMLElement): boolean {
  const fields = shadowRoot?.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('form :is(textarea, input)');
  return [...(fields ?? [])].some(({ value, defaultValue }) => value.trim() !== defaultValue);
}
