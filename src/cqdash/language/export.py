"""What is said where tabs are exported, on the screen and on the command line, in both languages."""

from cqdash.language import Text, same

# The dialog
SCOPE = Text("范围", "What")
THIS_TAB = Text("本页", "This tab")
ALL_TABS = Text("全部各页", "All tabs")
FORMAT = Text("格式", "Format")
FILE = Text("文件", "File")
FOLDER = Text("文件夹", "Folder")
KEYS = Text("↑↓ 移动  ←→ 选择  enter 保存", "↑↓ move  ←→ choose  enter save")
FORMATS = {
    "text": Text("文本", "Text"),
    "markdown": same("Markdown"),
    "csv": same("CSV"),
    "json": same("JSON"),
    "svg": Text("图片", "SVG"),
}
ABOUT = {
    "text": Text("整页照排，可读可印。", "The tab as set in plain text, to read or print."),
    "markdown": Text("标题、表格与列表，可贴进文档。", "Headings, tables and lists, for a document."),
    "csv": Text(
        "每个数字一行，供电子表格用，含中英文。", "A line a figure, for a spreadsheet; both languages."
    ),
    "json": Text("全部内容，供程序用，含中英文。", "Everything, for a program; both languages."),
    "svg": Text("一张 SVG 图片，图表带颜色。", "A picture of the tab, its charts in colour."),
}
FORM_ABOUT = {
    "text": Text("结果与所填内容，可读可印。", "The result and the answers, to read or print."),
    "markdown": Text("结果与所填内容，可贴进文档。", "The result and the answers, for a document."),
}
NO_FOLDER = Text("请填写文件夹名。", "Give the name of a folder.")
PROGRESS = Text("正在写第{n}页，共{of}页：{tab}", "Writing {n} of {of}: {tab}")
SOME_EXIST = Text(
    "已有同名文件，没有改动：{files}。其余已写入；要替换，请选“覆盖”。",
    "Already there and left alone: {files}. The others are written; Replace overwrites these too.",
)
SOME_FAILED = Text("没有写成：{files}。{reason}", "Not written: {files}. {reason}")
ALL_DONE = Text("{n}页已写入 {path}", "{n} tabs written to {path}")

NOT_A_FOLDER = Text("不是文件夹：{folder}", "not a folder: {folder}")
CANNOT_MAKE = Text("无法建立文件夹 {folder}：{reason}", "cannot make the folder {folder}: {reason}")

# The command line
EXPORT = Text(
    "把一页或全部写成文本、Markdown、CSV、JSON 或图片",
    "write a tab, or all of them, as text, Markdown, CSV, JSON or a picture",
)
EXPORT_EXAMPLES = (
    ("cqdash export trade", Text("打印外贸一页", "the trade tab on standard output")),
    ("cqdash export all --output figures.csv", Text("全部数字，一行一个", "every figure, a line each")),
    ("cqdash export trade --output trade.svg", Text("外贸一页的图片", "a picture of the trade tab")),
    (
        "cqdash export all --folder pages --format markdown",
        Text("每页一个文件，写进一个文件夹", "a file a tab, in a folder"),
    ),
)
FORMAT_OPTION = Text(
    "格式；不给则看文件名的结尾，再不然是 text", "by default what the file’s ending says, else text"
)
FOLDER_OPTION = Text(
    "写入的文件夹，每页一个文件；没有则新建", "the folder to write to, a file a tab; made if it is not there"
)
OVERWRITE = Text("允许覆盖已有的文件", "replace files that exist")
WIDTH_OPTION = Text(
    "文本（默认80）与图片（默认100）的宽度，24到400格",
    "width of text (80 by default) and pictures (100), 24 to 400 cells",
)
NO_FOLDER_NAME = Text("请在 --folder 后写文件夹名", "--folder needs the name of a folder")
FOLDER_PROGRESS = Text("正在写第{n}个，共{of}个：{tab}", "{n} of {of}: {tab}")
FOLDER_FAILED = Text("{of}个文件中有{n}个没有写成", "{n} of {of} files not written")
