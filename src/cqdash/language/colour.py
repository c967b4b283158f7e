"""The names of the themes, and what the choice of one says."""

from cqdash.language import Text

THEMES = {
    "dark": Text("深色", "Dark"),
    "light": Text("浅色", "Light"),
    "contrast-dark": Text("高对比深色", "High contrast, dark"),
    "contrast-light": Text("高对比浅色", "High contrast, light"),
    "ansi-dark": Text("终端自己的颜色，深底", "The terminal’s own colours, on dark"),
    "ansi-light": Text("终端自己的颜色，浅底", "The terminal’s own colours, on light"),
}
"""The themes offered, by the name each is chosen by."""

TITLE = Text("选主题", "Choose a theme")
KEYS = Text("回车选定  esc 不变", "enter chooses  esc goes back")
FEW = Text(
    "这个终端的颜色少（或设了 NO_COLOR），各主题都用它自己的颜色画。",
    "This terminal has few colours, or NO_COLOR is set: every theme is drawn in its own.",
)
