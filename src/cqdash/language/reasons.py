"""Why the system or a parser refuses, in both languages: both speak English alone."""

from __future__ import annotations

import errno
import re

from cqdash.language import Text, same

SYSTEM = {  # by the name in `errno`: not every system has every number
    "EPERM": "不允许这样做",
    "ENOENT": "没有这个文件或文件夹",
    "EIO": "读写出错",
    "ENXIO": "没有这个设备",
    "EBADF": "已关闭",
    "EACCES": "没有权限",
    "EBUSY": "正被占用",
    "EEXIST": "已有同名的文件",
    "ENODEV": "没有这个设备",
    "ENOTDIR": "路径中有一段不是文件夹",
    "EISDIR": "这是一个文件夹",
    "EINVAL": "系统不接受",
    "EMFILE": "打开的文件太多",
    "ETXTBSY": "正在运行，不能改写",
    "EFBIG": "文件太大",
    "ENOSPC": "磁盘已满",
    "EROFS": "文件系统只读",
    "EPIPE": "对方已关闭",
    "ENAMETOOLONG": "名称太长",
    "ELOOP": "链接指来指去，没有尽头",
    "EDQUOT": "超出磁盘配额",
}
NO_HOME = Text("找不到主目录", "the home folder is not known")
BAD_CHARACTER = Text("有不能用的字符", "it has a character that cannot be used")

# Each English message is known by words of it, the first that fits.
TOML = (
    (r"Expected '='", "键后缺少等号（=）"),
    (r"Invalid value|Invalid date|hex value", "值写得不对，或许须加引号"),
    (r"twice|overwrite|Duplicate|redefine|mutate", "重复"),
    (r"Unterminated|Unclosed", "没有写完：少了引号或括号"),
    (r"Unescaped|Escaped", "反斜杠须写两个"),
    (r"Expected newline", "一行只能有一项"),
    (r"end of a table|end of an array", "方括号没有收尾"),
    (r"character|statement|key part", "有不能用的字符"),
)
TOML_OTHER = "写法不对"
CSV = (
    (r"end of data", "引号没有收尾"),
    (r"expected after", "引号之后应是逗号"),
    (r"larger than field limit", "一格太长"),
    (r"new-line character", "一格之中有换行而没有加引号"),
    (r"NUL", "有不允许的字符"),
)
CSV_OTHER = "写法不对"


def of_system(error: BaseException) -> Text:
    """Why the system did not do what a path or a stream asks of it."""
    number, said = getattr(error, "errno", None), getattr(error, "strerror", None) or str(error)
    if isinstance(number, int):
        return Text(SYSTEM.get(errno.errorcode.get(number, ""), f"系统错误 {number}"), said)
    if isinstance(error, RuntimeError):
        return NO_HOME
    return BAD_CHARACTER if isinstance(error, ValueError) else same(said)


def of_toml(said: str) -> Text:
    """What `tomllib` says of a text that is no TOML."""
    return Text(_known(TOML, said) or TOML_OTHER, said)


def of_csv(said: str) -> Text:
    """What `csv` says of a line that is no CSV."""
    return Text(_known(CSV, said) or CSV_OTHER, said)


def _known(table: tuple[tuple[str, str], ...], said: str) -> str | None:
    return next((chinese for pattern, chinese in table if re.search(pattern, said)), None)
