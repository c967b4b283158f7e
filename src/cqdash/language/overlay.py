"""What is said of data that does not come with the program, in both languages."""

from cqdash.language import Text

DATA_FROM = Text("数据取自 {name}", "data from {name}")
LAID_OVER = Text("叠加 {name}", "{name} laid over")
TITLE = Text("叠加的数据", "Laid over")
LINE = Text("{label}：{said}（{place}）", "{label}: {said} ({place})")
PLACE = Text("{file} 第{line}行", "{file}, line {line}")
IN_PLACE_OF = Text("{now}，原为{before}", "{now}, in place of {before}")
ADDED = Text("{now}，新增", "{now}, new")
REPLACED = Text("已替换", "replaced")
NEW = Text("新增", "new")
DATA_FILE = Text("数据文件", "Data file")
FIELD_IN_PLACE_OF = Text("{place}，原为{before}", "{place}, in place of {before}")
FIELD_REPLACED = Text("{place}，替换了原有的", "{place}, in place of what was there")
FIELD_NEW = Text("{place}，新增", "{place}, new")
MORE = Text("另有{n}项", "{n} more")
NAMED = Text("{what}“{title}”", "{title} ({what})")
WHAT = {
    "publications": Text("出版物", "publication"),
    "articles": Text("文章", "article"),
    "records": Text("记录", "record"),
    "notes": Text("阅读须知", "note"),
    "sources": Text("来源", "source"),
    "series": Text("序列", "series"),
    "implied": Text("推算", "implied value"),
    "checks": Text("核对", "check"),
    "glossary": Text("词条", "glossary entry"),
    "tab": Text("整页", "whole tab"),
    "scheme": Text("补助规则", "subsidy rules"),
    "sheet": Text("表单", "sheet"),
}
CHECK_LINE = Text("{what} {id}：{said}（{place}）", "{what} {id}: {said} ({place})")
CHECK_COUNT = Text(
    "叠加{n}项：替换{replaced}项，新增{new}项", "laid over: {n} ({replaced} replaced, {new} new)"
)

DATA = Text("改读这个文件夹里的数据", "read the data of this folder instead")
OVERLAY = Text(
    "把这个文件夹叠加在数据之上：同一 id 替换，新 id 新增",
    "lay this folder over the data: the same id replaces, a new one adds",
)
CANNOT_READ = Text("数据读不了：{folder}：{reason}", "cannot read data from {folder}: {reason}")
TWICE = Text("文件夹和 --data 只能给一个", "give either a folder or --data")
NO_RULES = Text("这份数据没有补助规则", "this data has no subsidy rules")
