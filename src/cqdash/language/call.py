"""The frame of `--help`, and what is wrong with a call, in both languages."""

from cqdash.language import Text

# The frame of a help page
USAGE = Text("用法：{call}", "usage: {call}")
OPTIONS_PLACE = Text("[选项]", "[options]")
COMMANDS = Text("命令：", "commands:")
ARGUMENTS = Text("参数：", "arguments:")
OPTIONS = Text("选项：", "options:")
EXAMPLES = Text("例：", "examples:")
EXIT_CODES = Text("退出码：", "exit codes:")
MORE = Text("{program} 命令 --help 说明某个命令", "{program} COMMAND --help explains one command")
HELP = Text("显示这份说明", "show this page")
VERSION = Text("显示版本", "show the version")

METAVARS = {
    "COMMAND": Text("命令", "COMMAND"),
    "TAB": Text("页名", "TAB"),
    "FILE": Text("文件", "FILE"),
    "FILE2": Text("另一文件", "FILE2"),
    "DIR": Text("文件夹", "DIR"),
    "CSV": Text("表格", "CSV"),
    "ID": Text("编号", "ID"),
    "N": Text("格数", "N"),
    "TEXT": Text("文字或数字", "TEXT|NUMBER"),
    "SHELL": Text("shell", "SHELL"),
    "NAME": Text("名称", "NAME"),
}
"""What stands for a value, as it is shown; any other name is shown as it is."""

# What is wrong: argparse's own messages, each by the words it is known by (Python 3.11 to 3.14).
WRONG: tuple[tuple[str, Text], ...] = (
    (
        r"argument (?P<name>COMMAND): invalid choice: (?P<value>.*?)(?:, maybe you meant .*?)? "
        r"\(choose from (?P<known>.*)\)",
        Text("没有这个命令：{value}{near}", "no such command: {value}{near}"),
    ),
    (
        r"argument (?P<name>\S+): invalid choice: (?P<value>.*?)(?:, maybe you meant .*?)? "
        r"\(choose from (?P<known>.*)\)",
        Text("{name} 不能是 {value}{near}", "{name} cannot be {value}{near}"),
    ),
    (
        r"argument (?P<name>\S+): invalid int value: (?P<value>.*)",
        Text("{name} 要的是整数，不是 {value}", "{name} takes a whole number, not {value}"),
    ),
    (
        r"argument (?P<name>\S+): expected (?:one|at least one) argument",
        Text("{name} 后面缺一个值", "{name} needs a value after it"),
    ),
    (
        r"argument (?P<name>\S+): ignored explicit argument (?P<value>.*)",
        Text("{name} 不带值，却给了 {value}", "{name} takes no value, but was given {value}"),
    ),
    (
        r"argument (?P<name>\S+): not allowed with argument (?P<value>.*)",
        Text("{name} 不能与 {value} 同用", "{name} cannot be used with {value}"),
    ),
    (
        r"the following arguments are required: (?P<name>.*)",
        Text("缺少{name}", "missing: {name}"),
    ),
    (
        r"one of the arguments (?P<name>.*) is required",
        Text("以下须给其一：{name}", "give one of: {name}"),
    ),
    (
        r"unrecognized arguments: (?P<value>.*)",
        Text("不认识：{value}{near}", "not understood: {value}{near}"),
    ),
)
NEAR = Text("，是否 {near}？", "; did you mean {near}?")
KNOWN = Text("（可用：{known}）", " (there are: {known})")
CHOICES = Text("{about}：{choices}", "{about}: {choices}")
AND = Text("、", ", ")
