const quick = 160;

/**
 * Walks a plain dot from a button along the thread: to somebody's stone where one stands there, else to the thread's end.
 * Walks it back where the wish is undone. Nothing moves where that is unwanted.
 */
export function walkDot(root: ParentNode, button: string, isBack: boolean): Animation | undefined {
  const [from, thread] = [root.querySelector(`[part~=${button}]`), root.querySelector('.thread')];
  if (!from || !thread || matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined;
  const own = button === 'pledge' ? root.querySelector('.own') : null;
  const along = thread.getBoundingClientRect();
  const isRightToLeft = getComputedStyle(thread).direction === 'rtl';
  const begin = middle(from.getBoundingClientRect());
  const end = own ? middle(own.getBoundingClientRect()) : { x: isRightToLeft ? along.left : along.right, y: along.top };
  // It comes onto the thread above the button, as far as the thread reaches.
  const on = { x: Math.min(Math.max(begin.x, along.left), along.right), y: along.top };
  const dot = document.createElement('i');
  dot.className = 'dot';
  dot.ariaHidden = 'true';
  const at = ({ x, y }: Point) => `calc(${x}px - 50%) calc(${y}px - 50%)`;
  thread.parentElement?.append(dot);
  const walk = dot.animate(
    { translate: [at(begin), at(on), at(end)] },
    { duration: quick, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)', direction: isBack ? 'reverse' : 'normal' },
  );
  const leave = () => dot.remove();
  walk.finished.then(leave, leave);
  return walk;
}

interface Point {
  x: number;
  y: number;
}

function middle({ x, y, width, height }: DOMRect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
