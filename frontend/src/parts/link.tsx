/** A link to a view: an ordinary link for whoever opens it elsewhere, without loading anything here. */

import type { ComponentChildren } from "preact";

import { go, type Query, type View, written } from "../state/address";

type Props = {
  view: View;
  query: Query;
  children: ComponentChildren;
  class?: string;
  current?: boolean;
  title?: string;
  /** What it is called aloud, where that is more than what it shows. */
  label?: string;
};

export function Link({ view, query, children, current, label, ...rest }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(view, query);
    scrollTo(0, 0);
  };
  return (
    <a href={written(view, query)} onClick={follow} aria-current={current ? "page" : undefined} aria-label={label} {...rest}>
      {children}
    </a>
  );
}
