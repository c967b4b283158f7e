"""`cqdash new`, in both languages."""

from cqdash.language import Text

NEW = Text("写出一份带注释的数据，供改成自己的", "write a commented dataset to make your own")
NEW_EXAMPLES = (
    (
        "cqdash new my-city",
        Text("一个新文件夹，各文件逐行有说明", "a folder, its files explained"),
    ),
    ("cqdash check my-city", Text("改过之后查一查", "after a change")),
    ("cqdash --data my-city", Text("打开看看", "open it")),
    ("cqdash --overlay my-city", Text("叠加在随附的数据之上", "laid over the data that comes with cqdash")),
)
NEW_CODES = (
    ("0", Text("完成", "done")),
    ("2", Text("用法不对", "wrong usage")),
    ("3", Text("无法写出，或文件夹里已有东西", "it could not be written, or the folder is not empty")),
)
FOLDER = Text("要写的文件夹：新的，或空的", "the folder to write: a new one, or an empty one")
NEXT = Text(
    "已写入 {path}\n接下来：\n  cqdash check {folder}      查一查\n  cqdash --data {folder}     打开看看",
    "written to {path}\nnext:\n  cqdash check {folder}      check it\n  cqdash --data {folder}     open it",
)
