"""What the command line says, in both languages."""

from cqdash.language import Text

ABOUT = Text(
    "重庆日报一个版面的创新、知识产权、外贸、试点与服务数字：照版面所印，注明出处。不带参数即打开终端面板。",
    "Innovation, IP policy, trade, pilots and SME service as one page of Chongqing Daily prints them,\n"
    "each figure with its citation. Without arguments it opens the dashboard.",
)
EXAMPLES = Text(
    """例：
  cqdash                                打开面板（? 看按键，q 退出）
  cqdash --lang en                      用英文打开
  cqdash export trade                   把外贸一页打印成文本
  cqdash export all --format json --output page.json
  cqdash subsidy --example > my.yaml    写出一份申请的样例，改成自己的
  cqdash subsidy my.yaml                能得到什么、何时、为什么
退出码：0 完成；1 数据有问题；2 用法不对或没有终端；3 无法写出文件""",
    """examples:
  cqdash                                open the dashboard (? shows the keys, q quits)
  cqdash --lang zh                      open it in Chinese
  cqdash export trade                   print the trade tab as text
  cqdash export all --format json --output page.json
  cqdash subsidy --example > my.yaml    an example application, to make your own
  cqdash subsidy my.yaml                what it would get, when, and why
exit codes: 0 done; 1 problems in the data; 2 wrong call or no terminal; 3 the output could not be written""",
)
LANG = Text("语言；不给则随系统区域设置", "language; by default the locale decides")
THEME = Text("深色或浅色", "dark or light")
EXPORT = Text("把一页或全部写成文本或 JSON", "write a tab, or all of them, as text or JSON")
TAB = Text(
    "页名（innovation、ip-policy、trade、pilots、sme-service），或 all",
    "a tab (innovation, ip-policy, trade, pilots, sme-service), or all",
)
FORMAT = Text("text（默认）或 json（含两种语言）", "text (the default) or json (both languages)")
OUTPUT = Text("写入的文件；不给则打印到标准输出", "the file to write; by default standard output")
OVERWRITE = Text("允许覆盖已有文件", "replace the file if it exists")
WIDTH = Text("文本宽度，24 到 400 格（默认 80）", "width of the text, 24 to 400 cells (default 80)")
NO_TERMINAL = Text(
    "cqdash 需要在终端里打开。要文本，请用：cqdash export all",
    "cqdash: this is not a terminal it can draw on. For text, use: cqdash export all",
)
WRONG_CALL = Text(
    "{program}：{message}\n用法见：{program} --help", "{program}: {message}\nsee: {program} --help"
)
NO_SUCH_TAB = Text("没有这一页：{tab}（可用：{known}）", "no such tab: {tab} (there are: {known})")
BAD_WIDTH = Text("宽度应在 24 到 400 之间", "the width should be between 24 and 400")
USE_OVERWRITE = Text("{reason}（要覆盖请加 --overwrite）", "{reason} (add --overwrite to replace it)")

SUBSIDY = Text("试算补助：能得到什么、何时、为什么", "work out a subsidy: what, when, and why")
SUBSIDY_EXAMPLES = Text(
    """例：
  cqdash subsidy --example > my.yaml
  cqdash subsidy my.yaml --format markdown --output answer.md
  cqdash subsidy my.yaml --compare other.yaml
  cqdash subsidy --batch applicants.csv --output results.csv
退出码：0 完成；1 申请或表格有问题；2 用法不对或文件读不了；3 无法写出文件""",
    """examples:
  cqdash subsidy --example > my.yaml
  cqdash subsidy my.yaml --format markdown --output answer.md
  cqdash subsidy my.yaml --compare other.yaml
  cqdash subsidy --batch applicants.csv --output results.csv
exit codes: 0 done; 1 problems in the application or the table; 2 wrong call or a file that cannot be read;
3 the output could not be written""",
)
APPLICATION = Text("申请文件（YAML）；- 为标准输入", "the application (YAML); - is standard input")
ASSESSMENT_FORMAT = Text(
    "text（默认）、markdown 或 json（含两种语言）", "text (the default), markdown or json (both languages)"
)
COMPARE = Text("与另一份申请逐年比较", "compare with another application, year by year")
EXAMPLE = Text("打印一份虚构的申请", "print an invented application")
BATCH = Text("一张 CSV 表，每行一个申报单位的一个项目", "a CSV table, each row one project of one applicant")
SCHEME = Text(
    "表格按哪一个办法试算（默认第一个）", "the scheme the table is assessed by (default: the first there is)"
)
ONE_OF_THREE = Text("FILE、--example、--batch 三者给且只给一个", "give one of FILE, --example and --batch")
ONLY_WITH_FILE = Text("{option} 只能与 FILE 同用", "{option} goes with FILE only")
ONLY_WITH_BATCH = Text("{option} 只能与 --batch 同用", "{option} goes with --batch only")
STDIN_TWICE = Text("标准输入只能读一次", "standard input can be read only once")
CANNOT_READ = Text("无法读取 {path}：{reason}", "cannot read {path}: {reason}")
NO_SUCH_SCHEME = Text(
    "没有这一办法：{scheme}（可用：{known}）", "no such scheme: {scheme} (there are: {known})"
)
BATCH_PROGRESS = Text("已算 {n} 行", "{n} rows")
BATCH_DONE = Text("共 {n} 行，{bad} 行有错误", "rows: {n}; with an error: {bad}")
CANNOT_PRINT = Text("无法写到标准输出：{reason}", "cannot write to standard output: {reason}")
NO_NAME = Text("请在 --output 后写文件名", "--output needs the name of a file")

# cqdash check
CHECK = Text(
    "检查数据的每个问题，并演算测算案例", "tell every problem of the data and run the calculator's cases"
)
FOLDER = Text("数据所在的文件夹；不给则查随附的数据", "the folder of the data; by default the bundled one")
DATA_SOUND = Text("数据无误：{records}条记录，{tabs}页", "data: {records} records on {tabs} tabs, no problem")
FINDINGS_MADE = Text("核对{n}项：{answers}", "findings: {n} ({answers})")
CASES_RUN = Text("案例（{scheme}）：{ran}个，不符{failed}个", "cases of {scheme}: {ran} run, {failed} failed")
CANNOT_CHECK = Text("无法读取 {folder}：{reason}", "cannot read {folder}: {reason}")
NO_FOLDER = Text("没有这个文件夹", "there is no such folder")
