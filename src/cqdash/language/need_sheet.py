"""What a sheet to fill in says of its own, in both languages; its questions stand in the data."""

from cqdash.language import Text

NOT_FILLED_IN = Text("未填写", "not filled in")
CHOOSE_ANY = Text("可多选。", "Choose any that apply.")
OTHER_IN_WORDS = Text("{other}（请写明）", "{other} (in your words)")
QUESTION = Text("项目", "Item")
ANSWER = Text("填写内容", "Answer")
TOLD = Text("版面怎么说", "What the page says")
NOT_PRINTED = Text("版面没有印出的", "What the page does not print")
NOT_A_SHEET = Text("不是填写过的需求单", "not a filled-in sheet")
ANOTHER_SHEET = Text("应为 sheet: {sheet}", "should be sheet: {sheet}")
