"""What the command line says, in both languages."""

from cqdash.language import Text

ABOUT = Text(
    "《重庆日报》一个版面的创新、知识产权、外贸、试点与服务数字：照版面所印，注明出处。不带命令即打开终端面板。",
    "Innovation, IP policy, trade, pilots and SME service as one page of Chongqing Daily prints them, "
    "each figure with its citation. Without a command it opens the dashboard.",
)
EXAMPLES = (
    ("cqdash", Text("打开面板（? 看按键，q 退出）", "open the dashboard (? shows the keys, q quits)")),
    ("cqdash --lang en", Text("用英文打开", "open it in English")),
    ("cqdash find 530.3", Text("找一个数字，连同区间与出处", "one figure, how sure it is, its citation")),
    ("cqdash find 汽车 出口", Text("各个词都须出现", "all words must be there, in either language")),
    ("cqdash read", Text("逐行阅读，供读屏软件", "line by line, for a screen reader")),
    ("cqdash export trade", Text("把外贸一页打印成文本", "print the trade tab as text")),
    (
        "cqdash export all --format json --output page.json",
        Text("把全部数字写进一个文件", "write every figure to a file"),
    ),
    (
        "cqdash subsidy --example > my.yaml",
        Text("写出一份申请的样例，改成自己的", "an example application, to make your own"),
    ),
    ("cqdash subsidy my.yaml", Text("能得到什么、何时、为什么", "what it would get, when, and why")),
    ("cqdash doctor", Text("写问题报告要用的情况", "what a bug report needs")),
)
EXIT_CODES = (
    ("0", Text("完成", "done")),
    ("1", Text("数据有问题", "problems in the data")),
    ("2", Text("用法不对，或没有终端", "wrong usage, or no terminal")),
    ("3", Text("无法写出", "the output could not be written")),
)
LANG = Text(
    "语言；不给则依设置文件，再依系统区域设置", "language; by default the settings, then the locale decide"
)
NO_CONFIG = Text(
    "不读设置文件，也不读写所记住的语言、主题和页",
    "ignore the settings; neither read nor keep language, theme and tab",
)
THEME = Text(
    "主题：深色、浅色、高对比，或终端自己的颜色（ansi-…）",
    "dark, light, high contrast, or the terminal’s own colours (ansi-…)",
)
TAB = Text(
    "页名（innovation、ip-policy、trade、pilots、sme-service），或 all",
    "a tab (innovation, ip-policy, trade, pilots, sme-service), or all",
)
OUTPUT = Text("写入的文件；不给则打印到标准输出", "the file to write; by default standard output")
OVERWRITE = Text("允许覆盖已有文件", "replace the file if it exists")
WIDTH = Text("文本宽度，24到400格（默认80）", "width of the text, 24 to 400 cells (default 80)")
NO_TERMINAL = Text(
    """cqdash：没有可以画面板的终端：{reason}。
不用终端也可以：
  cqdash export all     把各页打印成文本
  cqdash read trade     逐行打印一页，供读屏软件
  cqdash find 530.3     查一个数字
  cqdash doctor         看 cqdash 眼中的终端
全部命令见：cqdash --help""",
    """cqdash: this is not a terminal it can draw on: {reason}.
Without one:
  cqdash export all     every tab as text
  cqdash read trade     a tab line by line, for a screen reader
  cqdash find 530.3     one figure
  cqdash doctor         what cqdash sees of the terminal
All commands: cqdash --help""",
)
NOT_A_TERMINAL = Text("{stream}不是终端", "{stream} is not a terminal")
TERM_IS = Text("TERM 是“{term}”", "TERM is “{term}”")
TERM_IS_NOT_SET = Text("没有设置 TERM", "TERM is not set")
STREAMS = {
    "stdin": Text("标准输入", "standard input"),
    "stdout": Text("标准输出", "standard output"),
    "stderr": Text("标准错误", "standard error"),
}
COMPLAINT = Text("cqdash：{message}", "cqdash: {message}")
WRONG_CALL = Text(
    "{program}：{message}\n用法见：{program} --help", "{program}: {message}\nsee: {program} --help"
)
NO_SUCH_TAB = Text("没有这一页：{tab}（可用：{known}）", "no such tab: {tab} (there are: {known})")
BAD_WIDTH = Text("宽度应在24到400之间", "the width should be between 24 and 400")
USE_OVERWRITE = Text("{reason}（要覆盖请加 --overwrite）", "{reason} (add --overwrite to replace it)")

SUBSIDY = Text("试算补助：能得到什么、何时、为什么", "work out a subsidy: what, when, and why")
SUBSIDY_EXAMPLES = (
    ("cqdash subsidy --example > my.yaml", Text("先要一份样例", "an example to begin with")),
    ("cqdash subsidy my.yaml", Text("试算", "the answer")),
    (
        "cqdash subsidy my.yaml --format markdown --output answer.md",
        Text("写进一个文件", "into a file"),
    ),
    ("cqdash subsidy my.yaml --compare other.yaml", Text("与另一份比较", "beside another one")),
    (
        "cqdash subsidy --batch applicants.csv --output results.csv",
        Text("一次算一张表", "a whole table at once"),
    ),
)
SUBSIDY_CODES = (
    ("0", Text("完成", "done")),
    ("1", Text("申请或表格有问题", "problems in the application or the table")),
    ("2", Text("用法不对，或文件读不了", "wrong usage, or a file that cannot be read")),
    ("3", Text("无法写出", "the output could not be written")),
)
APPLICATION = Text("申请文件（YAML）；- 为标准输入", "the application (YAML); - is standard input")
ASSESSMENT_FORMAT = Text(
    "text（默认）、markdown 或 json（含两种语言）", "text (the default), markdown or json (both languages)"
)
COMPARE = Text("与另一份申请逐年比较", "compare with another application, year by year")
EXAMPLE = Text("打印一份虚构的申请", "print an invented application")
BATCH = Text("一张 CSV 表，每行一个申报单位的一个项目", "a CSV table, each row one project of one applicant")
SCHEME = Text(
    "表格按哪一个办法试算（默认第一个）", "the scheme the table is assessed by (default: the first)"
)
ONE_OF_THREE = Text("文件、--example、--batch 三者给且只给一个", "give one of FILE, --example and --batch")
ONLY_WITH_FILE = Text("{option} 只能与申请文件同用", "{option} goes with FILE only")
ONLY_WITH_BATCH = Text("{option} 只能与 --batch 同用", "{option} goes with --batch only")
STDIN_TWICE = Text("标准输入只能读一次", "standard input can be read only once")
CANNOT_READ = Text("无法读取 {path}：{reason}", "cannot read {path}: {reason}")
NO_SUCH_SCHEME = Text(
    "没有这一办法：{scheme}（可用：{known}）", "no such scheme: {scheme} (there are: {known})"
)
READING = Text("正在读取 {file}", "Reading {file}")
BATCH_PROGRESS = Text("已算{n}行", "{n} rows")
BATCH_DONE = Text("共{n}行，{bad}行有错误", "rows: {n}; with an error: {bad}")
CANNOT_PRINT = Text("无法写到标准输出：{reason}", "cannot write to standard output: {reason}")
NO_NAME = Text("请在 --output 后写文件名", "--output needs the name of a file")

# cqdash find
FIND = Text(
    "找数字：标签、印出的字、编号或数值，中英文皆可",
    "find figures by label, printed words, id or value, in either language",
)
FIND_WORDS = Text(
    "各个词都须出现；数字可照所印写（530.3），也可写精确值（53030000000）",
    "every word must be found; a number as printed (530.3) or the exact value (53030000000)",
)
FIND_FORMAT = Text(
    "text（默认）或 json（含两种语言和确切区间）", "text (the default) or json (both languages, exact bounds)"
)
FIND_WIDTH = Text(
    "文本宽度，24到400格（默认随终端，至多100）",
    "width of the text, 24 to 400 cells (default: the terminal’s, 100 at most)",
)
FIND_EXAMPLES = (
    ("cqdash find 530.3", Text("照印的数字", "a figure as printed")),
    ("cqdash find 53030000000", Text("精确值", "an exact value")),
    ("cqdash find 23%", Text("整个数，不会找到123%", "the whole number, so never 123%")),
    ("cqdash find car 增长", Text("两种语言可以混用", "words of both languages")),
    ("cqdash find 不符", Text("各项核对中不相符的", "every finding that does not agree")),
    ("cqdash find KD --format json", Text("给别的程序", "for another program")),
)
FIND_CODES = (
    ("0", Text("完成，没有找到也算", "done, even if nothing was found")),
    ("1", Text("数据有问题", "problems in the data")),
    ("2", Text("用法不对", "wrong usage")),
    ("3", Text("无法写出", "the output could not be written")),
)

# cqdash completion
COMPLETION = Text(
    "打印补全脚本，让 bash、zsh 或 fish 补全命令、选项和值",
    "print the script by which bash, zsh or fish completes commands, options and values",
)
SHELL_NAME = Text("bash、zsh 或 fish", "bash, zsh or fish")
COMPLETION_EXAMPLES = (
    (
        "cqdash completion bash > ~/.local/share/bash-completion/completions/cqdash",
        Text("bash，装有 bash-completion", "bash, with bash-completion"),
    ),
    ('eval "$(cqdash completion bash)"', Text("bash，写进 ~/.bashrc", "bash without it, in ~/.bashrc")),
    (
        "cqdash completion zsh > ~/.zfunc/_cqdash",
        Text("zsh，文件夹须在 fpath 中", "zsh; the folder must be in fpath"),
    ),
    ("cqdash completion fish > ~/.config/fish/completions/cqdash.fish", Text("fish", "fish")),
)

# cqdash doctor
DOCTOR = Text(
    "打印问题报告要用的情况：版本、终端、语言、颜色、字宽、路径；不含隐私",
    "print what a bug report needs: versions, terminal, locale, colours, widths, paths; no secrets",
)
DOCTOR_EXAMPLES = (
    ("cqdash doctor", Text("全部贴进问题报告", "to paste into a bug report as it is")),
    ("cqdash doctor --format json", Text("给别的程序", "for another program")),
)
DOCTOR_FORMAT = Text("text（默认）或 json", "text (the default) or json")
