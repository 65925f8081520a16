import { BlockList, isIP, isIPv6 } from 'node:net';

/**
 * Who is asked by, as far as it can be believed: what a listed proxy says of who asked it, from the nearest on. Proxies
 * are addresses or subnets (`10.0.0.0/8`). Of IPv6 it is the network, since one household has all of that.
 */
export function addressBehind(proxies: readonly string[]): (remote: string, forwarded: string | undefined) => string {
  const listed = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    if (!isIP(address)) throw new Error(`"${proxy}" is no address of a proxy.`);
    if (bits === undefined) listed.addAddress(address, familyOf(address));
    else listed.addSubnet(address, Number(bits), familyOf(address));
  }
  return (remote, forwarded = '') => {
    const chain = forwarded.split(',').map((part) => plain(part.trim()));
    let address = plain(remote);
    while (proxies.length && isIP(address) && listed.check(address, familyOf(address))) {
      const before = chain.pop();
      if (!before || !isIP(before)) break;
      address = before;
    }
    return address.includes(':') && isIPv6(address) ? networkOf(address) : address;
  };
}

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** IPv4 as it is, also where it is written as IPv6. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** The first 64 bits. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return `${[...before, ...gap, ...after].slice(0, 4).join(':').toLowerCase()}::/64`;
}
