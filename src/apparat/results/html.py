"""Pieces of HTML for notebooks: text is escaped, and colours come from the page they stand on.

Nothing is fetched or run, no rule reaches beyond the piece, and whoever strips the style still reads tables.
"""

from collections.abc import Iterable, Sequence
from html import escape

# Lines and grounds are tints of the page's own text colour, so that dark and light pages both work. The class
# is doubled where a notebook's own rules would otherwise win.
RULES = """\
.apparat{max-width:56rem;color:inherit;line-height:1.45;container-type:inline-size;
 font-variant-numeric:tabular-nums}
.apparat h3,.apparat h4{margin:.9em 0 .3em;font-weight:600;line-height:1.25}
.apparat h3{font-size:1.2em;margin-top:.2em}.apparat h4{font-size:1em}
.apparat p{margin:.3em 0 .7em}
.apparat .faint{opacity:.72;font-size:.9em}
.apparat .scroll{overflow-x:auto}
.apparat table{border-collapse:collapse;margin:.2em 0 .8em;border:0;font-size:.93em;table-layout:auto}
.apparat.apparat th,.apparat.apparat td{padding:.22em .9em .22em 0;text-align:left;vertical-align:top;
 max-width:34rem;white-space:normal;border:0;
 border-bottom:1px solid color-mix(in srgb,currentColor 14%,transparent)}
.apparat tr,.apparat tbody tr:nth-child(odd),.apparat tbody tr:nth-child(even){background:none}
.apparat.apparat th{font-weight:600;opacity:.8;white-space:nowrap}
.apparat.apparat .number{text-align:right;white-space:nowrap}
.apparat.apparat .word{white-space:nowrap}
.apparat .bar{width:100%;min-width:6em;padding-right:1.2em}
.apparat .track{position:relative;height:.95em;margin-top:.22em;
 background:color-mix(in srgb,currentColor 8%,transparent)}
.apparat .track i{position:absolute;top:0;bottom:0;left:0}
.apparat .track b,.apparat .track u{position:absolute;background:currentColor;top:50%}
.apparat .track b{height:3px;margin-top:-1.5px}.apparat .track u{height:1px;opacity:.75}
.apparat details{margin:.25em 0}.apparat summary{cursor:pointer}
.apparat svg{display:block;width:100%;height:11rem;overflow:visible}
.apparat [data-says]::before{content:attr(data-says)}
.apparat .years{position:relative;height:1.5em;font-size:.85em;opacity:.8}
.apparat .years span{position:absolute;padding-left:.3em;border-left:1px solid currentColor}
.apparat .legend{display:flex;flex-wrap:wrap;gap:.1em 1.1em;padding:0;margin:.3em 0 .8em;font-size:.93em}
.apparat .legend span::before{content:"";display:inline-block;width:.8em;height:.8em;margin-right:.4em;
 background:var(--of);vertical-align:-.05em}
.apparat .strip{display:flex;height:1.5em;margin:.1em 0 .45em;font-size:.85em}
.apparat .strip span{overflow:hidden;white-space:nowrap;box-sizing:border-box;background:var(--of);
 color:var(--on);padding:.1em 0 0 .3em;border-right:1px solid color-mix(in srgb,currentColor 30%,transparent)}
@container (max-width:32rem){.apparat .wide{display:none}.apparat .years span:nth-child(even){display:none}}
"""
STYLE = f"<style>\n{RULES}</style>"


def page(title: str, about: str, *parts: str) -> str:
    """A result: its title, a faint line about it, and its parts, with the style they need."""
    return (
        f'{STYLE}<div class="apparat"><h3>{escape(title)}</h3>'
        f'<p class="faint">{escape(about)}</p>{"".join(parts)}</div>'
    )


def alone(*parts: str) -> str:
    """Parts without a title, with the style they need."""
    return f'{STYLE}<div class="apparat">{"".join(parts)}</div>'


def text(words: str, *, faint: bool = False) -> str:
    """A paragraph."""
    return f'<p class="faint">{escape(words)}</p>' if faint else f"<p>{escape(words)}</p>"


def heading(words: str) -> str:
    """A heading within a result."""
    return f"<h4>{escape(words)}</h4>"


def fold(summary: str, *parts: str) -> str:
    """Parts that show when asked for."""
    return f"<details><summary>{escape(summary)}</summary>{''.join(parts)}</details>"


def grid(
    columns: Sequence[str], rows: Iterable[Sequence[str]], classes: Sequence[str] = (), caption: str = ""
) -> str:
    """A table of texts. Classes of columns: number, word (never broken), wide (left out where narrow)."""
    kinds = [*classes, *[""] * (len(columns) - len(classes))]
    head = "".join(_cell("th", name, kind) for name, kind in zip(columns, kinds, strict=True))
    body = "".join(
        f"<tr>{''.join(_cell('td', value, kind) for value, kind in zip(row, kinds, strict=True))}</tr>"
        for row in rows
    )
    said = f"<caption>{escape(caption)}</caption>" if caption else ""
    return (
        f'<div class="scroll"><table>{said}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _cell(tag: str, words: str, kind: str) -> str:
    given = (' scope="col"' if tag == "th" else "") + (f' class="{kind}"' if kind else "")
    return f"<{tag}{given}>{escape(words)}</{tag}>"
