"""All there is to say about a series of background values, and about a finding."""

from __future__ import annotations

from cqdash.analysis import analyse
from cqdash.dataset.model import Dataset
from cqdash.language import Text, same, words
from cqdash.language import analysis as analysis_words
from cqdash.tabs.blocks import Detail, Field
from cqdash.tabs.detail_implied import resting_on
from cqdash.tabs.shown import figure, place, ranged


def series_detail(dataset: Dataset, identifier: str) -> Detail:
    """Every year of a series with its source."""
    series = dataset.series[identifier]
    names = [series.observation_id(observation) for observation in series.observations]
    fields = []
    for observation, name in zip(series.observations, names, strict=True):
        pattern = analysis_words.YEAR_IMPLIED if observation.implied else analysis_words.YEAR_VALUE
        said = pattern.fill(figure=figure(dataset, name), source=place(dataset, [name]))
        fields.append(Field(same(str(observation.year)), said))
    fields.append(Field(words.STATUS, analysis_words.BACKGROUND))
    records = [record for name in names for record in dataset.inputs_of(name)]
    cited = dict.fromkeys(dataset.citation(dataset.records[record]) for record in records)
    fields += [Field(words.SOURCE, source) for source in cited]
    return Detail(identifier, series.label, None, series.about, tuple(fields), (), None)


def finding_detail(dataset: Dataset, identifier: str) -> Detail:
    """A finding with its arithmetic, what it means, and every figure it is about."""
    finding = analyse(dataset).finding(identifier)
    check = finding.check
    fields = [Field(analysis_words.CHECKED, check.about)] if check.about else []
    fields.append(Field(analysis_words.ARITHMETIC, finding.arithmetic))
    if finding.meaning:
        fields.append(Field(analysis_words.MEANING, finding.meaning))
    for name in finding.records:
        if name in dataset.relations:
            value = analyse(dataset).implied(name)
            said = analysis_words.INPUT.fill(
                label=value.relation.label, figure=ranged(value), place=analysis_words.STATUSES["implied"]
            )
        else:
            said = resting_on(dataset, name)
        fields.append(Field(analysis_words.ABOUT_FIGURE, said))
    records = [record for name in finding.records for record in dataset.inputs_of(name)]
    cited = dataset.citation(*(dataset.records[record] for record in dict.fromkeys(records)))
    return Detail(
        identifier,
        check.title,
        _answer(finding.answer),
        None,
        tuple(fields),
        (),
        cited,
    )


def _answer(answer: str) -> Text:
    mark = analysis_words.FINDING_MARK[answer]
    said = analysis_words.ANSWERS[answer]
    return Text(f"{mark} {said.zh}".strip(), f"{mark} {said.en}".strip())
