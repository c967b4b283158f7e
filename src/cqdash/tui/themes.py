"""The two themes: ink on paper, and paper on ink."""

from textual.theme import Theme

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
    variables={
        "text-muted": "#98a3b1",
        "text-primary": "#f0c987",
        "block-cursor-background": "#2c3949",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "scrollbar": "#3a4656",
        "scrollbar-background": "#12161d",
        "input-selection-background": "#3d5470",
    },
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
    variables={
        "text-muted": "#666b72",
        "text-primary": "#8f3f10",
        "block-cursor-background": "#ecdcc6",
        "block-cursor-foreground": "#14171b",
        "block-cursor-text-style": "bold",
        "scrollbar": "#cdc4b2",
        "scrollbar-background": "#fbf9f4",
        "input-selection-background": "#d9c5a4",
    },
)
THEMES = {"dark": DARK, "light": LIGHT}
