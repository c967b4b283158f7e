"""What the glossary says around its terms."""

from cqdash.language import Text

TITLE = Text("术语", "Glossary")
USED_HERE = Text("本页用到的词", "Terms used here")
IN_CHINESE = Text("中文", "Chinese")
IN_ENGLISH = Text("英文", "English")
ALSO = Text("又作", "Also written")

NONE_HERE = Text(
    "这一行没有收录的术语，以下是全部。", "No term in this row is in the glossary; here are all the terms."
)
CLOSE = Text("esc 关闭", "esc closes")
ALL = Text("g 全部术语 · esc 关闭", "g all terms · esc closes")
