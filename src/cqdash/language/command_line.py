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
退出码：0 完成；1 数据有问题；2 用法不对或没有终端；3 无法写出文件""",
    """examples:
  cqdash                                open the dashboard (? shows the keys, q quits)
  cqdash --lang zh                      open it in Chinese
  cqdash export trade                   print the trade tab as text
  cqdash export all --format json --output page.json
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
