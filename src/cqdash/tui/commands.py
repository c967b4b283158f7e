"""Every command once: its key, its names, its help. Footer, palette, help screen and bindings read this."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from textual.binding import Binding

from cqdash.language import Text
from cqdash.tui.key_names import Keys, shown_key

ON_ROWS = "screen."
"""Before an action that the main screen has, and not the app."""
When = Literal["always", "has-form", "in-form", "can-add", "has-findings", "in-figures", "filtered"]
"""When a command applies: whatever is in front, or only with a form, with figures, with findings ..."""


class Command(Struct, frozen=True):
    """A thing the reader can do: `action` is the Textual action, `key_shown` how its keys are written."""

    id: str
    keys: str
    action: str
    group: Literal["go", "do", "form", "app"]
    key_shown: str
    name: Text
    help: Text
    footer: bool = False
    palette: bool = True
    in_help: bool = True
    when: When = "always"
    rank: int = 0
    """The higher, the sooner it leaves the footer where there is no room."""
    name_in_form: Text | None = None
    """Its name while a form is in front, where it does something else there."""

    def binding(self) -> Binding:
        """The key binding; its description is translated when it is shown."""
        return Binding(
            self.keys, self.action.removeprefix(ON_ROWS), self.name.en, show=self.footer,
            key_display=self.key_shown, id=self.id,
        )  # fmt: skip


COMMANDS: tuple[Command, ...] = (
    Command(
        "tabs", "1", "tab(1)", "go", "1-9",
        Text("换页", "Tab"), Text("到第几页", "go to a tab by its number"),
        footer=True, rank=6, palette=False,
    ),
    Command(
        "previous-tab", "left_square_bracket", "next_tab(-1)", "go", "[",
        Text("上一页", "Previous tab"), Text("到上一页", "go to the tab before"),
    ),
    Command(
        "next-tab", "right_square_bracket", "next_tab(1)", "go", "]",
        Text("下一页", "Next tab"), Text("到下一页", "go to the tab after"),
    ),
    Command(
        "rows", "j", "screen.row(1)", "go", "j k ↑ ↓",
        Text("移动", "Move"), Text("下移、上移一行", "a row down or up"), palette=False,
    ),
    Command(
        "row-up", "k", "screen.row(-1)", "go", "k",
        Text("上移", "Up"), Text("上移一行", "a row up"), palette=False, in_help=False,
    ),
    Command(
        "sections", "pagedown", "screen.section(1)", "go", "PgDn PgUp",
        Text("下一节", "Next section"),
        Text("到下一节、上一节", "to the next section or the one before"), palette=False,
    ),
    Command(
        "section-up", "pageup", "screen.section(-1)", "go", "PgUp",
        Text("上一节", "Previous section"),
        Text("到上一节", "to the section before"), palette=False, in_help=False,
    ),
    Command(
        "first", "home", "screen.edge(-1)", "go", "Home End",
        Text("首行", "First row"),
        Text("到本页首行、末行", "to the first or the last row of the tab"), palette=False,
    ),
    Command(
        "last", "end", "screen.edge(1)", "go", "End",
        Text("末行", "Last row"), Text("到本页末行", "to the last row"), palette=False, in_help=False,
    ),
    Command(
        "columns", "right", "screen.column(1)", "go", "← →",
        Text("选列", "Column"),
        Text("选一列，供排序和复制", "choose the column to sort by or copy from"),
        palette=False, when="in-figures",
    ),
    Command(
        "column-left", "left", "screen.column(-1)", "go", "←",
        Text("左边一列", "Column to the left"),
        Text("选左边一列", "choose the column to the left"),
        palette=False, in_help=False, when="in-figures",
    ),
    Command(
        "detail", "enter", "screen.detail", "do", "enter",
        Text("详情", "Detail"),
        Text(
            "这一行的原文、数值、区间、出处与须知",
            "the row in full: as printed, value, interval, source, notes",
        ),
        footer=True, rank=1,
    ),
    Command(
        "unfilter", "escape", "screen.unfilter", "do", "esc",
        Text("清除筛选", "Clear filter"),
        Text("清除筛选，回到原处", "clear the filter, back to where you were"),
        footer=True, when="filtered",
    ),
    Command(
        "filter", "slash", "screen.filter", "do", "/",
        Text("筛选", "Filter"),
        Text("只留含有所输入各词的行，中英文都行", "show only rows with the words typed, in either language"),
        footer=True, when="in-figures", rank=2,
    ),
    Command(
        "sort", "s", "screen.sort", "do", "s",
        Text("排序", "Sort"),
        Text(
            "按所选的列升序、降序，再按一次复原",
            "sort by the column chosen: ascending, descending, as it was",
        ),
        footer=True, when="in-figures", rank=7,
    ),
    Command(
        "copy", "y", "screen.copy_cell", "do", "y",
        Text("复制", "Copy"),
        Text("复制所选列的数字，或选中的文字", "copy the figure in the column chosen, or the text selected"),
        footer=True, when="in-figures", rank=8,
    ),
    Command(
        "copy-row", "Y", "screen.copy_row", "do", "Y",
        Text("复制整行", "Copy the row"),
        Text("复制整行，连同出处", "copy the row with its citation"), when="in-figures",
    ),
    Command(
        "finding", "f", "screen.finding", "do", "f",
        Text("核对", "Finding"),
        Text("到关于这一行的核对，再按回到数字", "to the finding about this row, and back to its figure"),
        footer=True, rank=5, when="has-findings",
    ),
    Command(
        "glossary", "g", "screen.glossary", "do", "g",
        Text("术语", "Glossary"), Text("解释这一行里的术语", "what the terms in this row mean"),
        footer=True, rank=7,
    ),
    Command(
        "export", "e", "export", "do", "e",
        Text("导出", "Export"),
        Text("把这一页或全部写成文件", "write this tab, or all of them, to files"), footer=True, rank=4,
    ),
    Command(
        "form", "c", "form", "do", "c",
        Text("表单", "Form"),
        Text("打开或离开本页的表单（有表单的页）", "open or leave the form, on a tab that has one"),
        footer=True, rank=2, when="has-form", name_in_form=Text("返回", "Back"),
    ),
    Command(
        "add", "ctrl+n", "add", "form", "ctrl+n",
        Text("添加项目", "Add project"), Text("添加一个项目", "add a project"),
        footer=True, rank=1, when="can-add",
    ),
    Command(
        "save", "ctrl+s", "save", "form", "ctrl+s",
        Text("保存", "Save"),
        Text("把所填内容存为文件", "save what is filled in"), footer=True, rank=1, when="in-form",
    ),
    Command(
        "open", "ctrl+o", "open", "form", "ctrl+o",
        Text("打开", "Open"), Text("打开存过的文件", "open a saved file"),
        footer=True, rank=3, when="in-form",
    ),
    Command(
        "leave", "escape", "leave", "form", "esc",
        Text("离开", "Leave"),
        Text("从输入框到结果，再按一次离开表单", "from a field to the result, then out of the form"),
        footer=True, palette=False, when="in-form",
    ),
    Command(
        "language", "t", "language", "app", "t",
        Text("English", "中文"), Text("中文 / English", "中文 / English"), footer=True, rank=3,
    ),
    Command(
        "theme", "d", "theme", "app", "d",
        Text("明暗", "Light or dark"), Text("深色与浅色", "light or dark colours"),
    ),
    Command(
        "choose-theme", "D", "choose_theme", "app", "D",
        Text("选主题", "Theme"),
        Text("选主题：高对比、终端自己的颜色等", "choose a theme: high contrast, the terminal’s own colours"),
    ),
    Command(
        "help", "question_mark", "help", "app", "?",
        Text("帮助", "Help"), Text("按键与读法", "keys, and how to read it"), footer=True,
    ),
    Command(
        "palette", "ctrl+p", "command_palette", "app", "ctrl+p",
        Text("查找", "Find"), Text("找命令、页或数字", "find a command, a tab or a figure"),
        footer=True, rank=3, palette=False,
    ),
    Command(
        "quit", "q", "quit", "app", "q",
        Text("退出", "Quit"), Text("离开 cqdash", "leave cqdash"), footer=True,
    ),
)  # fmt: skip

BY_ID = {command.id: command for command in COMMANDS}
BY_ACTION = {command.action: command for command in COMMANDS}
MORE_TABS = tuple(Binding(str(n), f"tab({n})", show=False) for n in range(2, 10))
IN_HELP = tuple(command for command in COMMANDS if command.in_help)
BESIDE = {command.key_shown: command for command in COMMANDS if not command.in_help}


def shown_keys(command: Command, tabs: int, keys: Keys) -> str:
    """How a command's keys are written where there are so many tabs; `keys` are the reader's own.

    What `key_shown` tells of a command beside it (`j k`) follows that one's own keys.
    """
    if command.id == "tabs":
        return f"1-{tabs}" if tabs > 1 else "1"
    declared = [shown_key(key) for key in command.keys.split(",")]
    pieces: list[str] = []
    for piece in command.key_shown.split():
        told = command if piece in declared else BESIDE.get(piece)
        given = keys.get(told.id) if told else None
        pieces += map(shown_key, given) if given else [piece]
    return " ".join(dict.fromkeys(pieces))


def bindings() -> list[Binding]:
    """The bindings of the app, from the declarations."""
    return [*(each.binding() for each in COMMANDS if not each.action.startswith(ON_ROWS)), *MORE_TABS]


def row_bindings() -> list[Binding]:
    """The bindings of the main screen, which has what is done with rows."""
    return [each.binding() for each in COMMANDS if each.action.startswith(ON_ROWS)]
