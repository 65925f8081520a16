import { randomBytes } from 'node:crypto';

/** Wishes of many members, one after another and never the same: cheers, letters and claims of a role. */
export function wishesOf(members, letters) {
  let n = 0;
  const wish = () => {
    n++;
    const number = (n * 7) % members;
    const by = `m${number}`;
    const key = newKey();
    if (n % 3 === 0) {
      const to = [`m${(number + 1 + (n % 50)) % members}`];
      return {
        by,
        number,
        key,
        name: 'recognize',
        detail: { to, occasion: 'thanks', text: `You stayed until the ${n}th chair was in.` },
      };
    }
    if (n % 3 === 1)
      return {
        by,
        number,
        key,
        name: 'cheer',
        detail: { recognition: `r${letterFor(n, number, members, letters)}`, on: true },
      };
    return {
      by,
      number,
      key,
      name: 'claim-role',
      detail: { role: n % 2 ? 'connector' : 'teacher', on: true, aspires: `I know ${n} who have a van.` },
    };
  };
  return (count) => Array.from({ length: count }, wish);
}

/** A letter that is neither from nor to them: nobody cheers for themselves. */
function letterFor(n, number, members, letters) {
  let letter = (n * 101) % letters;
  while ((letter * 31) % members === number || (letter * 17 + 1) % members === number) letter = (letter + 1) % letters;
  return letter;
}

function newKey() {
  const hex =
    Date.now().toString(16).padStart(12, '0') +
    '7' +
    randomBytes(2).toString('hex').slice(1) +
    '8' +
    randomBytes(8).toString('hex').slice(1);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
