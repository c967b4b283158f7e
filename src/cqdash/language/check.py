"""`cqdash check`, in both languages."""

from cqdash.language import Text

CHECK = Text(
    "查出数据的每个问题，核对数字与测算案例",
    "report every problem in the data, check the figures, and run the calculator’s cases",
)
CHECK_EXAMPLES = (
    ("cqdash check", Text("随附的数据", "the data that comes with cqdash")),
    (
        "cqdash check data",
        Text("改过的数据，每个问题注明文件、行、列", "data you changed, each problem with its place"),
    ),
    ("cqdash check data --format json", Text("给编辑器或别的程序", "for an editor or another program")),
)
CHECK_CODES = (
    ("0", Text("数据无误，案例都对", "the data is sound and all cases hold")),
    ("1", Text("数据有问题，或案例不符", "problems in the data, or a case that fails")),
    ("2", Text("用法不对，或文件夹读不了", "wrong usage, or a folder that cannot be read")),
    ("3", Text("无法写出", "the output could not be written")),
)
FOLDER = Text("数据所在的文件夹；不给则查随附的数据", "the folder of the data; by default the bundled one")
FORMAT = Text("text（默认）或 json（含两种语言）", "text (the default) or json (both languages)")

DATA_SOUND = Text(
    "数据无误：{records}条记录，{tabs}页", "data: no problem (records: {records}, tabs: {tabs})"
)
WAITING = Text(
    "数据还有问题：推算、核对与案例暂不进行", "implied values, findings and cases wait for sound data"
)
IMPLIED = Text("{tab}：推算：{label}：{said}", "{tab}: implied: {label}: {said}")
FINDINGS_MADE = Text("核对{n}项：{answers}", "findings: {n} ({answers})")
CASES_RUN = Text("案例（{scheme}）：{ran}个，不符{failed}个", "cases of {scheme}: {ran} run, {failed} failed")
CASE_FAILED = Text("{id}：{difference}", "{id}: {difference}")
PROBLEMS = Text(
    "问题{n}个，见于{files}个文件（共{all}个）", "problems: {n}; files with problems: {files} of {all}"
)
