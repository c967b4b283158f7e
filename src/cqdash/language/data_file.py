"""What is said of a data file that cannot be read, in both languages."""

from cqdash.language import Text

# The file as a whole
NO_BUNDLED = Text("找不到随附的数据", "the bundled data is missing")
NO_NAME = Text("请写文件夹的名字", "the folder has no name")
NO_FOLDER = Text("没有这个文件夹", "there is no such folder")
NOT_A_FOLDER = Text("不是文件夹", "it is no folder")
NO_YAML = Text("里面没有 .yaml 文件", "there is no .yaml file in it")
NOT_READ = Text("读不了：{reason}", "cannot be read: {reason}")
NOT_A_FILE = Text("不是普通文件", "it is no ordinary file")
TOO_MANY_FILES = Text("多于{most}个 .yaml 文件", "more than {most} .yaml files")
BAD_NAME = Text(
    "文件名里有不允许的字符，请改名", "the name has a character that is not allowed: rename the file"
)
RESERVED = Text("页名不能是 {name}，请改文件名", "no tab can be called {name}: rename the file")
NO_TAB_NAME = Text(
    "文件名也是页名，只能用字母、数字、汉字和 - _ .，不以 - 或 . 开头，最多60字；请改名",
    "the file’s name is a tab’s: letters, digits, - _ and . only, not first - or . and 60 at most; rename it",
)
TOO_LARGE = Text("超过{most}字节", "larger than {most} bytes")
TOO_LARGE_TOGETHER = Text("各文件合计超过{most}字节", "the files together are larger than {most} bytes")
TOO_MANY_VALUES = Text("多于{most}个值", "more than {most} values")
TOO_MANY_PROBLEMS = Text(
    "问题多于{most}个，其余不再列出", "more than {most} problems: the others are not told"
)
NO_SUCH_TAB = Text(
    "没有“{tab}”这一页，所以无处显示；请加 tab:，或换成某页的文件名",
    "there is no tab {tab}, so it is shown nowhere: add a tab, or use the name of a tab’s file",
)
NO_TABS = Text("没有一个文件带 tab:，所以无页可看", "no file in it has a tab, so there is nothing to show")
NOT_UTF8 = Text("不是 UTF-8 文本（字节 {byte}）", "not UTF-8 text (byte {byte})")
CHARACTER = Text("不允许的字符 {name}", "character {name} is not allowed")
ESCAPED_CHARACTER = Text("转义出的字符 {name} 不允许", "an escape for {name}, which is not allowed")

# As YAML
TOO_DEEP = Text("嵌套超过{most}层", "nested more than {most} deep")
ALIAS = Text(
    "不允许用锚点和别名（& 和 *），请写全", "anchors and aliases (& and *) are not allowed: write it out"
)
TAG = Text("不允许用标签（!）；若是文字，请加引号", "tags (!) are not allowed; if it is text, quote it")
SEVERAL = Text("一个文件只能有一份文档", "a file has one document only")
NOT_YAML = Text("不合 YAML 写法", "not YAML")
SINCE = Text("{said}（始于第{line}行）", "{said} (begun on line {line})")
NO_END_OF_QUOTES = Text("引号没有收尾", "quotes without an end")
TAB_INDENT = Text("缩进要用空格，不能用制表符", "indent with spaces, not with a tab")
NOT_A_SYMBOL = Text(
    "不加引号的值不能以这个符号开头；若是文字，请加引号",
    "no plain value begins like this; if it is text, quote it",
)
NO_COLON = Text("键后面缺冒号，或键不在一行内", "a key without a colon, or not on one line")
NOT_HERE = Text(
    "这里不能有“键: 值”；若是文字，请加引号", "no key: value can stand here; if it is text, quote it"
)
NO_ITEM_HERE = Text(
    "这里不能有列表项（-）；看看缩进", "no list item (-) can stand here; look at the indentation"
)
LIST_END = Text("列表缺逗号，或没有用 ] 收尾", "a list lacks a comma, or its ]")
PAIRS_END = Text("花括号里缺逗号，或没有用 } 收尾", "braces lack a comma, or their }")
NO_DASH = Text("列表在这里断了；看看缩进", "the list breaks off here; look at the indentation")
NO_KEY = Text("这里应是一个键；看看缩进", "a key is expected here; look at the indentation")
NO_VALUE = Text("这里应有一个值", "a value is expected here")
BAD_ESCAPE = Text(
    "双引号里不认识的转义（\\）；改用单引号，或写 \\\\",
    "an unknown escape (\\) in double quotes; use single quotes, or \\\\",
)
DIRECTIVE = Text("不认识的 % 指令", "an unknown % directive")
LINE_END = Text("这里应换行", "a line break is expected here")
AFTER_END = Text("文件应在这里结束", "the file should end here")

YAML_SAYS = {
    "found unexpected end of stream": NO_END_OF_QUOTES,
    "found unexpected document": NO_END_OF_QUOTES,
    "found a tab character": TAB_INDENT,
    "found character '\\t'": TAB_INDENT,
    "found character": NOT_A_SYMBOL,
    "could not find expected ':'": NO_COLON,
    "mapping values are not allowed": NOT_HERE,
    "mapping keys are not allowed": NOT_HERE,
    "block sequence entries are not allowed": NO_ITEM_HERE,
    "sequence entries are not allowed": NO_ITEM_HERE,
    "did not find expected ',' or ']'": LIST_END,
    "expected ',' or ']'": LIST_END,
    "did not find expected ',' or '}'": PAIRS_END,
    "expected ',' or '}'": PAIRS_END,
    "did not find expected '-' indicator": NO_DASH,
    "did not find expected key": NO_KEY,
    "expected <block end>": NO_KEY,
    "did not find expected node content": NO_VALUE,
    "expected the node content": NO_VALUE,
    "found unknown escape character": BAD_ESCAPE,
    "did not find expected hexdecimal number": BAD_ESCAPE,
    "expected escape sequence of": BAD_ESCAPE,
    "found invalid Unicode character escape code": BAD_ESCAPE,
    "did not find expected <document start>": AFTER_END,
    "expected '<document start>'": AFTER_END,
    "found unknown directive": DIRECTIVE,
    "could not find expected directive": DIRECTIVE,
    "found duplicate %": DIRECTIVE,
    "found duplicate YAML directive": DIRECTIVE,
    "found incompatible YAML": DIRECTIVE,
    "found extremely long version": DIRECTIVE,
    "did not find expected comment or line break": LINE_END,
    "expected a comment or a line break": LINE_END,
    "found undefined alias": ALIAS,
    "while scanning an anchor": ALIAS,
    "while scanning an alias": ALIAS,
    "while parsing a tag": TAG,
    "while scanning a tag": TAG,
    "found undefined tag handle": TAG,
    "did not find expected tag URI": TAG,
    "expected a single document in the stream": SEVERAL,
}
"""What the two YAML parsers say, by how it begins."""

# As records
UNKNOWN_KEY = Text("未知的键：{key}{near}", "unknown key: {key}{near}")
NEAR = Text("，是否 {near}？", "; did you mean {near}?")
DUPLICATE_KEY = Text("重复的键：{key}", "the key is given twice: {key}")
MISSING_KEY = Text("缺少：{key}", "missing: {key}")
KEY_NOT_TEXT = Text("键应是一个词", "a key should be a word")
NOT_TEXT = Text("应为文字，不能为空（数字请加引号）", "should be text, not empty (quote a number)")
NOT_AN_ID = Text(
    "id 只能用字母、数字、汉字和 - _ .，不以 - 或 . 开头，最多60字",
    "an id has letters, digits, - _ and . only, does not begin with - or . and has 60 at most",
)
NOT_WHOLE = Text(
    "应为整数，只用数字写（如 1000）", "should be a whole number, in digits alone (such as 1000)"
)
NOT_TRUE_FALSE = Text("应为 true 或 false", "should be true or false")
NOT_EMPTY = Text("应为空", "should be empty")
NOT_LIST = Text("应为列表", "should be a list")
NOT_PAIRS = Text("应为“键: 值”", "should be key: value pairs")
NOT_ONE_OF = Text("应为其一：{choices}", "should be one of: {choices}")
OUT_OF_RANGE = Text("应为{low}到{high}的整数", "should be a whole number from {low} to {high}")


def of_yaml(*told: str) -> Text:
    """What a YAML parser says, in both languages; in its own words where nobody has foreseen them."""
    known = (said for words in told for begins, said in YAML_SAYS.items() if words.startswith(begins))
    return next(known, None) or Text(NOT_YAML.zh, ": ".join([NOT_YAML.en, *filter(None, told)]))
