/** Whether an address is this place, or lies beneath it: `https://kith.example` holds all of that site, a folder what is in it. */
export function isBeneath({ protocol, host, pathname }: URL, place: string): boolean {
  if (!URL.canParse(place)) return false;
  const { href } = new URL(place);
  const address = `${protocol}//${host}${pathname}`;
  return address === href || address.startsWith(href.replace(/\/*$/, '/'));
}
