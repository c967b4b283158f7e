"""The themes: ink on paper and paper on ink, each also at high contrast and in the terminal's colours."""

from textual.theme import Theme


def _own(
    background: str, quiet: str, cursor: str, on_cursor: str, shaded: str, **more: str
) -> dict[str, str]:
    """What a theme in colours of its own says beyond its main colours.

    `quiet` is what stands back, and still has to be read; a selection looks like the cursor. What is chosen
    in a list that has not the focus stands on `shaded`, and may have quiet words in it.
    """
    return {
        "text-muted": quiet,
        "text-disabled": quiet,
        "block-cursor-background": cursor,
        "block-cursor-foreground": on_cursor,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": shaded,
        "block-cursor-blurred-text-style": "bold",
        "screen-selection-background": cursor,
        "screen-selection-foreground": on_cursor,
        "scrollbar-background": background,
        **more,
    }


# A terminal's palette may be anything: text keeps the default colour, the cursor is the reverse of it, and
# bright colours are left alone, which some palettes use for shades of grey.
_TERMINAL = {
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "text-muted": "ansi_default",
    "text-disabled": "ansi_default",
    "block-cursor-background": "ansi_default",
    "block-cursor-foreground": "ansi_default",
    "block-cursor-text-style": "bold reverse",
    "border": "ansi_default",
    "border-blurred": "ansi_default",
    "footer-key-foreground": "ansi_default",
    "input-cursor-background": "ansi_default",
    "input-cursor-foreground": "ansi_default",
    "input-cursor-text-style": "reverse",
    "input-selection-background": "ansi_default",
    "input-selection-foreground": "ansi_default",
    "scrollbar": "ansi_default",
    "scrollbar-hover": "ansi_default",
    "scrollbar-active": "ansi_default",
    "scrollbar-background": "ansi_default",
    "scrollbar-background-hover": "ansi_default",
    "scrollbar-background-active": "ansi_default",
}

DARK = Theme(
    name="cqdash-dark",
    primary="#e5b567",
    secondary="#9db2c9",
    accent="#6fc0cf",
    success="#8fc98b",
    warning="#e5b567",
    error="#ee8a78",
    foreground="#dce1e8",
    background="#12161d",
    surface="#191f28",
    panel="#212935",
    dark=True,
    variables=_own(
        "#12161d",
        "#a0abb8",
        "#323943",
        "#ffffff",
        "#323943",
        **{
            "text-primary": "#f0c987",
            "button-color-foreground": "#12161d",
            "scrollbar": "#3a4656",
            "input-selection-background": "#2f4a6b",
        },
    ),
)
LIGHT = Theme(
    name="cqdash-light",
    primary="#a8501a",
    secondary="#4a6078",
    accent="#0c6f84",
    success="#2f7038",
    warning="#8a5a00",
    error="#b03225",
    foreground="#23272d",
    background="#fbf9f4",
    surface="#f3efe6",
    panel="#e9e3d6",
    dark=False,
    variables=_own(
        "#fbf9f4",
        "#5c6168",
        "#ecdcc6",
        "#14171b",
        "#f1e7d8",
        **{
            "text-primary": "#8f3f10",
            "button-color-foreground": "#ffffff",
            "scrollbar": "#cdc4b2",
            "input-selection-background": "#d9c5a4",
        },
    ),
)
CONTRAST_DARK = Theme(
    name="cqdash-contrast-dark",
    primary="#ffd75f",
    secondary="#d0d0d0",
    accent="#5fd7ff",
    success="#87ff87",
    warning="#ffd75f",
    error="#ff9f94",
    foreground="#ffffff",
    background="#000000",
    surface="#1c1c1c",
    panel="#262626",
    dark=True,
    variables=_own(
        "#000000",
        "#d7d7d7",
        "#ffffff",
        "#000000",
        "#3a3a3a",
        **{
            "text-primary": "#ffd75f",
            "button-color-foreground": "#000000",
            "scrollbar": "#ffffff",
            "input-selection-background": "#5fd7ff",
            "input-selection-foreground": "#000000",
        },
    ),
)
CONTRAST_LIGHT = Theme(
    name="cqdash-contrast-light",
    primary="#7a2e00",
    secondary="#3a3a3a",
    accent="#00497a",
    success="#00520f",
    warning="#7a2e00",
    error="#a00000",
    foreground="#000000",
    background="#ffffff",
    surface="#eeeeee",
    panel="#e4e4e4",
    dark=False,
    variables=_own(
        "#ffffff",
        "#303030",
        "#000000",
        "#ffffff",
        "#d8d8d8",
        **{
            "text-primary": "#7a2e00",
            "button-color-foreground": "#ffffff",
            "scrollbar": "#000000",
            "input-selection-background": "#00497a",
            "input-selection-foreground": "#ffffff",
        },
    ),
)
ANSI_DARK = Theme(
    name="cqdash-ansi-dark",
    primary="ansi_yellow",
    secondary="ansi_cyan",
    accent="ansi_cyan",
    success="ansi_green",
    warning="ansi_yellow",
    error="ansi_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    ansi=True,
    variables=_TERMINAL,
)
ANSI_LIGHT = Theme(
    name="cqdash-ansi-light",
    primary="ansi_blue",
    secondary="ansi_magenta",
    accent="ansi_magenta",
    # Green and yellow are too pale for light paper in most palettes.
    success="ansi_default",
    warning="ansi_red",
    error="ansi_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=False,
    ansi=True,
    variables=_TERMINAL,
)

THEMES = {
    "dark": DARK,
    "light": LIGHT,
    "contrast-dark": CONTRAST_DARK,
    "contrast-light": CONTRAST_LIGHT,
    "ansi-dark": ANSI_DARK,
    "ansi-light": ANSI_LIGHT,
}
"""By the names they are chosen by; `language.colour.THEMES` tells them in words."""


def counterpart(name: str) -> str:
    """The dark theme of a light one, and the other way round, of the same kind."""
    kind, _, shade = name.rpartition("-")
    return f"{kind}-{OTHER[shade]}" if kind else OTHER[shade]


def drawn(name: str, *, few_colours: bool) -> Theme:
    """The theme to draw a chosen one with: a terminal of few colours draws every one in its own."""
    return THEMES[f"ansi-{name.rpartition('-')[2]}" if few_colours else name]


OTHER = {"dark": "light", "light": "dark"}
