"""What the screen says, in both languages."""

from cqdash.language import Text

TAGLINE = Text("版面所印，逐条可查", "as printed, line by line")
TOO_SMALL = Text("窗口太小，请放大到40×12以上", "Too small: make the window 40×12 or larger")

# The export dialog
EXPORT_TITLE = Text("导出：{tab}", "Export: {tab}")
EXPORT_FILE = Text("文件", "File")
EXPORT_SAVE = Text("保存", "Save")
EXPORT_REPLACE = Text("覆盖", "Replace")
EXPORT_CANCEL = Text("取消", "Cancel")
EXPORT_DONE = Text("已写入 {path}", "Written to {path}")
EXPORT_EXISTS = Text(
    "已有此文件。换个名字，或选“覆盖”。", "The file exists. Change the name, or choose Replace."
)
EXPORT_NO_NAME = Text("请填写文件名。", "Give a file name.")

# Help and palette
HELP_TITLE = Text("帮助", "Help")
HELP_READING = Text("读法", "How to read it")
HELP_LINES = (
    Text(
        "数字由版面原文换算，中英文同出一个精确值；原文见详情。",
        "Figures are worked out from what is printed; the detail gives the original.",
    ),
    Text("“—”表示版面没有印，不是零。", "“—” means the page prints nothing there. It is not zero."),
    Text("“*”表示有读数须知，按 {detail} 可看。", "“*” marks a reading note: {detail} shows it."),
    Text(
        "“!”表示与别处不符，“?”表示无从判断，按 {finding} 看核对。",
        "“!” marks a figure that does not agree with another, “?” an open case: {finding} tells more.",
    ),
    Text(
        "“推算”由所印数字得出，给出的是全部可能值的范围，端点向外取整。",
        "“Implied” follows from printed figures: a range of all possible values, its ends rounded outward.",
    ),
    Text(
        "区间是所印数字（连同“超”“近”“余”等字）所能代表的全部数值。",
        "An interval is every number that the printed figure and its “over” or “nearly” allow.",
    ),
)
PALETTE_HINT = Text("找命令、页或数字……", "Find a command, a tab or a figure…")
NO_FINDING = Text("没有关于这一行的核对", "Nothing is checked about this row")
ABOUT_SOURCE = Text("来源", "Source")
CLOSE_HINT = Text("esc 关闭", "esc closes")
GROUPS = {
    "go": Text("浏览", "Moving"),
    "do": Text("操作", "Doing"),
    "form": Text("表单", "In a form"),
    "app": Text("程序", "Program"),
}

# Forms
INVITATION = Text("按 {key} 打开{title}：{about}", "Press {key} for the {title}. {about}")
REMOVE = Text("删除", "Remove")
ADD_PROJECT = Text("＋ 添加项目", "+ Add a project")
NO_MORE_PROJECTS = Text("项目已到上限", "There can be no more projects")
FIX_FIRST = Text(
    "先改正标出的答案；下面是改动之前的结果。",
    "Correct the marked answer first; the result below is from before the change.",
)
DRAFT_RESTORED = Text("已恢复上次未保存的内容。", "Unsaved answers from last time have been restored.")
SAVE_TITLE = Text("保存", "Save")
SAVE_HINT = Text(
    "存为 YAML 文件，可再打开，也可用命令行测算。",
    "A YAML file, to open again or to give to the command line.",
)
OPEN_TITLE = Text("打开", "Open")
OPEN = Text("打开", "Open")
TOO_LARGE = Text("文件超过1 MiB：{path}", "the file is larger than 1 MiB: {path}")
NOT_UTF8 = Text("不是 UTF-8 文本：{path}", "not UTF-8 text: {path}")
CANNOT_READ = Text("无法读取 {path}：{reason}", "cannot read {path}: {reason}")
UNSAVED_TITLE = Text("尚未保存", "Not saved")
UNSAVED = Text("所填内容还没有存入文件。", "Your answers are not saved in a file yet.")
QUITTING = Text(
    "按 {key} 退出；在输入框或对话框里先按 esc", "{key} quits; in a field or a dialog press esc first"
)
CHOOSE_HINT = Text("←→ 选择  esc 返回", "←→ choose  esc goes back")
DISCARD = Text("不保存", "Don’t save")
