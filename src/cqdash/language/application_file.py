"""What is said of an application as a file, and of a table of applicants, in both languages."""

from cqdash.language import Text

# Problems of the file
NEAR = Text("；是否 {near}？", "; did you mean {near}?")
KNOWN = Text("；可用：{known}", "; there are: {known}")
UNKNOWN_KEY = Text("未知的键：{key}", "unknown key: {key}")
UNKNOWN_QUESTION = Text("没有这个问题：{key}", "no such question: {key}")
UNKNOWN_ASSUMPTION = Text("没有这项假定：{key}", "no such assumption: {key}")
UNKNOWN_ITEM = Text("没有这个申报事项：{key}", "no such item: {key}")
UNKNOWN_CHOICE = Text("没有这个选项：{key}", "no such choice: {key}")
TWICE = Text("重复：{key}", "given twice: {key}")
MISSING = Text("缺少“{key}: {value}”", "“{key}: {value}” is missing")
NOT_LIST = Text("应为列表，每个项目一条", "should be a list, one entry a project")
TOO_MANY = Text("多于{most}个项目", "more than {most} projects")
QUOTE = Text("；数字请加引号", "; put a number in quotes")
EMPTY = Text(
    "文件是空的；开头应写 application: 1 和 scheme",
    "the file is empty; it begins with application: 1 and scheme",
)
NO_VERSION = Text(
    "缺少“application: {version}”：这不像是一份申请",
    "“application: {version}” is missing; this does not look like an application",
)
OTHER_VERSION = Text(
    "这份文件的格式版本是 {found}，本程序只读版本 {version}",
    "the file has version {found} of the format; this program reads version {version}",
)
OTHER_SCHEME = Text("没有这一办法：{key}", "no such scheme: {key}")

# Comments of a written file
HEAD = (
    Text(
        "cqdash 的一份申请，格式版本 {version}", "an application for cqdash, version {version} of the format"
    ),
    Text("~ 表示不知道", "~ says don’t know"),
    Text(
        "没有写的问题取默认答案，没有默认答案的算不知道",
        "a question left out has its default answer, or is not known where it has none",
    ),
    Text(
        "年份：1 是第一年，0 是在它之前，no 是期内没有",
        "years: 1 is the first, 0 lies before it, no says not within them",
    ),
)
HORIZON = Text("年数，{low}到{high}", "how many years, {low} to {high}")
FIRST_YEAR = Text("第1年的公历年份，可不写", "year 1 by the calendar; may be left out")
ITEMS = Text("item 是申报事项，为其一：", "item is one of:")
PROJECT = Text("项目{n}", "project {n}")
BOTH = "{zh} / {en}"

# Problems of a table
NO_HEADER = Text("没有表头", "there is no header row")
TOO_MANY_COLUMNS = Text("表头多于{most}列", "the header has more than {most} columns")
UNKNOWN_COLUMN = Text("没有这一列：{key}", "no such column: {key}")
NEEDS_YEAR = Text(
    "“{key}”逐年回答，列名要带年份，如 {key}.1", "“{key}” is answered by year: name a year, as in {key}.1"
)
NO_YEAR = Text("“{key}”不是逐年回答的", "“{key}” is not answered by year")
COLUMN_YEAR = Text("没有第{year}年（共{high}年）", "there is no year {year} (of {high})")
SAME_COLUMN = Text("两列是同一个问题：{key}", "two columns for the same question: {key}")
ENCODING = Text(
    "不是 UTF-8 文本；在电子表格里请另存为“CSV UTF-8”",
    "not UTF-8 text; in a spreadsheet, save as “CSV UTF-8”",
)
NOT_CSV = Text("这一行不是 CSV：{reason}", "the row is not CSV: {reason}")
LONG_LINE = Text("一行超过{most}字节", "a row is longer than {most} bytes")
TOO_MANY_CELLS = Text("比表头多{n}格", "{n} more cells than the header has")
CELL = Text("{column}：{message}", "{column}: {message}")
