"""What `cqdash doctor` says, in both languages."""

from cqdash.language import Text

TITLE = Text(
    "写问题报告时请附上以下全部内容；其中没有隐私，主目录写作 ~。",
    "Please put all of this into a bug report. It holds no secrets; your home folder is written ~.",
)

VERSIONS = Text("版本", "Versions")
SYSTEM = Text("系统", "System")
TERMINAL = Text("终端", "Terminal")
LANGUAGE = Text("语言与编码", "Language and encodings")
WIDTHS = Text("字宽", "Cell widths")
PATHS = Text("路径", "Paths")
SETTINGS = Text("设置", "Settings")

PLATFORM = Text("平台", "platform")
MULTIPLEXER = Text("终端复用器", "multiplexer")
SIZE = Text("大小", "size")
CELLS = Text("{columns}×{rows}格", "{columns}×{rows} cells")
STDIN = Text("标准输入", "standard input")
STDOUT = Text("标准输出", "standard output")
STDERR = Text("标准错误", "standard error")
IS_TERMINAL = Text("终端", "a terminal")
IS_NO_TERMINAL = Text("不是终端", "not a terminal")
IS_CLOSED = Text("已关闭", "closed")
COLOURS = Text("所用颜色", "colours used")
COLOURS_OF = {
    "16": Text("16色", "16"),
    "256": Text("256色", "256"),
    "truecolor": Text("真彩色", "truecolor"),
}
NO_COLOURS = Text("不用颜色", "none")
IN_USE = Text("界面语言", "language in use")
LOCALE_ENCODING = Text("区域设置的编码", "locale’s encoding")
FILE_NAMES = Text("文件名的编码", "encoding of file names")
ENCODING = Text("{stream}的编码", "encoding of {stream}")
WIDTHS_ABOUT = Text(
    "cqdash 所算的格数；右边的竖线对齐，终端才与之一致。",
    "What cqdash counts on; where the right-hand bars do not line up, the terminal disagrees.",
)
PROGRAM = Text("程序", "program")
DATA = Text("数据", "data")
DATA_ASKED = Text("另给的数据", "data asked for")
SETTINGS_FILE = Text("设置文件", "settings")
STATE_FILE = Text("记忆文件", "state")
CACHE_FOLDER = Text("缓存文件夹", "cache")
THERE = Text("{path}（有）", "{path} (exists)")
NOT_THERE = Text("{path}（没有）", "{path} (does not exist)")
NOT_SET = Text("未设", "not set")
SET = Text("已设", "set")
UNKNOWN = Text("不明", "not known")
NONE = Text("无", "none")
NO_CONFIG = Text("未读（--no-config）", "not read (--no-config)")
NO_SCREEN = Text("无法载入屏幕部分：{reason}", "the screen cannot be loaded: {reason}")
NO_FAULTS = Text("无误", "nothing wrong")
