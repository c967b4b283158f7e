"""What can be wrong with a file, each rule by a short id that never changes."""

from __future__ import annotations

from enum import Enum

from cqdash.language import Text


class Rule(Enum):
    """A rule that every file keeps; its value says what has happened where it is broken."""

    # The file as a whole
    NO_DATA = Text("没有数据可读", "there is no data to read")
    UNREADABLE = Text("文件读不了", "a file that cannot be read")
    BAD_NAME = Text("文件名不能用", "a file name that cannot be used")
    TOO_LARGE = Text("文件过大", "too large a file")
    TOO_MANY = Text("过多", "too many files, values or problems")
    NOT_UTF8 = Text("不是 UTF-8 文本", "not UTF-8 text")
    BAD_CHARACTER = Text("不允许的字符", "a character that is not allowed")

    # As YAML
    NOT_YAML = Text("YAML 写法有误", "not YAML")
    TOO_DEEP = Text("嵌套过深", "nested too deeply")
    ALIAS = Text("锚点或别名", "an anchor or an alias")
    TAG = Text("YAML 标签", "a tag")
    SEVERAL_DOCUMENTS = Text("一个文件里有几份 YAML 文档", "more than one document in a file")

    # As records
    UNKNOWN_KEY = Text("未知的键", "an unknown key")
    DUPLICATE_KEY = Text("重复的键", "a key given twice")
    MISSING_KEY = Text("缺少的键", "a key left out")
    WRONG_TYPE = Text("值的类型不对", "a value of the wrong type")
    WRONG_CHOICE = Text("不在可选之列", "none of what there is to choose from")
    BAD_NUMBER = Text("数超出范围", "a number out of range")
    BAD_LINE = Text("行号不对", "a line there cannot be")
    BAD_FIGURE = Text("数字读不出", "a figure that does not read")
    BAD_DATE = Text("日期读不出", "a date that does not read")
    BAD_ID = Text("id 不能用", "an id that cannot be used")
    DUPLICATE_ID = Text("重复的 id", "an id used twice")
    UNKNOWN_ID = Text("没有这个 id", "an id that nothing has")

    # What records are put to
    NO_TAB = Text("不属于任何一页", "what no tab shows")
    BAD_STATUS = Text("状态用错", "a status in the wrong place")
    BAD_SECTION = Text("小节写得不对", "a section that its kind does not allow")
    BAD_CELLS = Text("格数不对", "too many cells, or too few")
    BAD_CHART = Text("画不成图", "what no chart can show")
    BAD_SERIES = Text("序列写得不对", "a series out of order")
    BAD_RELATION = Text("推算不成立", "what does not follow")
    BAD_CHECK = Text("核对写得不对", "a check that cannot be made")
    NOT_A_FIGURE = Text("不是数字", "no figure where one is needed")
    UNIT_MISMATCH = Text("单位不合", "units that do not go together")
    DUPLICATE_TERM = Text("同一写法见于两个词条", "a spelling that two terms share")

    # What a scheme and a form say
    BAD_QUESTION = Text("问题不合用", "a question that does not fit")
    BAD_CONDITION = Text("条件写得不对", "a condition that cannot be met")
    BAD_ITEM = Text("申报事项与规则不合", "an item at odds with the rules")
    BAD_RULE = Text("规则写得不对", "a rule that does not fit its kind")
    BAD_AMOUNT = Text("金额不合用", "an amount that cannot be paid")
    BAD_CEILING = Text("上限写得不对", "a ceiling that bounds nothing")
    BAD_ASSUMPTION = Text("假定写得不对", "an assumption without a choice")

    # Applications, tables and cases
    BAD_VERSION = Text("格式版本不对", "another version of the format")
    UNKNOWN_SCHEME = Text("没有这一办法", "an unknown scheme")
    UNKNOWN_SHEET = Text("不是这张表单", "another sheet")
    BAD_ANSWER = Text("答案不合用", "an answer that does not fit")
    BAD_YEAR = Text("年份不对", "a year there cannot be")
    BAD_HEADER = Text("表头读不出", "a header row that does not read")
    BAD_COLUMN = Text("列名不对", "a column that does not fit")
    BAD_CASES = Text("不是一列案例", "no list of cases")
    BAD_EXPECTATION = Text("期望写得不对", "an expectation that cannot be compared")
    FAILED_CASE = Text("案例不符", "a case that does not come out")

    @property
    def id(self) -> str:
        """The id as it is printed: unknown-key."""
        return self.name.lower().replace("_", "-")
