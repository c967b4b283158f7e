"""What is said of the settings file and of the remembered state, in both languages."""

from cqdash.language import Text

UNKNOWN_SETTING = Text("没有这项设置：{name}{near}", "no such setting: {name}{near}")
UNKNOWN_COMMAND = Text("没有这个命令：{name}{near}", "no such command: {name}{near}")
UNKNOWN_THEME = Text("没有这个主题：{name}{near}", "no such theme: {name}{near}")
UNKNOWN_KEY = Text("没有这个键：{name}{near}", "no such key: {name}{near}")
NEAR = Text("，是否 {near}？", "; did you mean {near}?")
KNOWN = Text("（可用：{known}）", " (there are: {known})")
SUCH_AS = Text("（例如：{examples}）", " (such as: {examples})")
WRONG_LANGUAGE = Text(
    'language 应为 "zh" 或 "en"，而非 {value}', 'language should be "zh" or "en", not {value}'
)
WRONG_THEME = Text("theme 应为加引号的主题名，而非 {value}", "theme should be a name in quotes, not {value}")
WRONG_SWITCH = Text("{name} 应为 true 或 false，而非 {value}", "{name} should be true or false, not {value}")
WRONG_KEYS = Text(
    '[keys] 应为一张表，每行如 export = "x"，而非 {value}',
    '[keys] should be a table with lines such as export = "x", not {value}',
)
WRONG_KEY = Text(
    '{name} 应为一个键，如 "x"，或几个键，如 ["x", "ctrl+x"]，而非 {value}',
    '{name} should be a key such as "x", or a list such as ["x", "ctrl+x"], not {value}',
)
FIXED_KEYS = Text("{name} 的键不能改", "the keys of {name} cannot be changed")
KEY_TAKEN = Text(
    "{key} 已是 {other} 的键；{name} 仍用原来的键",
    "{key} is the key of {other}; {name} keeps the keys it had",
)
KEY_RESERVED = Text(
    "{key} 不能另作他用；{name} 仍用原来的键",
    "{key} cannot be given to a command; {name} keeps the keys it had",
)

NOT_TOML = Text(
    "不合 TOML 写法（{reason}），全部按默认设置", "not valid TOML ({reason}); the defaults are used"
)
NOT_READ = Text("无法读取（{reason}），全部按默认设置", "cannot be read ({reason}); the defaults are used")
NOT_UTF8 = Text("不是 UTF-8 文本", "not UTF-8 text")
NOT_A_FILE = Text("不是普通文件", "not a file")
TOO_LARGE = Text("超过64 KiB", "larger than 64 KiB")
STATE_BROKEN = Text(
    "{path} 已损坏，已移为 {aside}；语言、主题和所在的页重新记起",
    "{path} is damaged and was set aside as {aside}; language, theme and tab start afresh",
)
STATE_LEFT = Text(
    "{path} 已损坏；语言、主题和所在的页重新记起",
    "{path} is damaged; language, theme and tab start afresh",
)
AND_MORE = Text("另有{n}处，见：cqdash doctor", "and {n} more: see cqdash doctor")
