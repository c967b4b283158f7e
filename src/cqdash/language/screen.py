"""What the screen says, in both languages."""

from cqdash.language import Text

TAGLINE = Text("版面所印，逐条可查", "as printed, line by line")
TOO_SMALL = Text("窗口太小，请放大到 40×12 以上", "Too small: make the window 40×12 or larger")

# The export dialog
EXPORT_TITLE = Text("导出：{tab}", "Export: {tab}")
EXPORT_FILE = Text("文件", "File")
EXPORT_HINT = Text(
    "文件名以 .json 结尾写成 JSON，其余写成文本。",
    "A name ending in .json is written as JSON, any other as text.",
)
EXPORT_SAVE = Text("保存", "Save")
EXPORT_REPLACE = Text("覆盖", "Replace")
EXPORT_CANCEL = Text("取消", "Cancel")
EXPORT_DONE = Text("已写入 {path}", "Written to {path}")
EXPORT_EXISTS = Text(
    "已有此文件。换个名字，或选“覆盖”。", "The file exists. Change the name, or choose Replace."
)
EXPORT_NO_NAME = Text("请填文件名。", "Give a file name.")

# Help and palette
HELP_TITLE = Text("帮助", "Help")
HELP_READING = Text("读法", "How to read it")
HELP_LINES = (
    Text(
        "每个数字照版面所印；英文与中文由同一精确值得出。",
        "Every figure is as printed; Chinese and English render one exact value.",
    ),
    Text("“—”表示版面没有印，不是零。", "“—” means the page prints nothing there. It is not zero."),
    Text("“*”表示有读数须知，按回车可看。", "“*” marks a reading note: press Enter to see it."),
    Text(
        "区间是所印数字四舍五入前可能的范围。",
        "An interval is what may have been rounded to the printed figure.",
    ),
)
PALETTE_HINT = Text("找命令、页或数字……", "Find a command, a tab or a figure…")
ABOUT_SOURCE = Text("来源", "Source")
CLOSE_HINT = Text("按 esc 关闭", "esc closes")
GROUPS = {
    "go": Text("走动", "Moving"),
    "do": Text("操作", "Doing"),
    "app": Text("程序", "Program"),
}
