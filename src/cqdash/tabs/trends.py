"""A section of trends: a row a series, and beside it each series over the years."""

from __future__ import annotations

from cqdash.analysis.implied import interval_of
from cqdash.dataset.model import Dataset
from cqdash.dataset.records import Section
from cqdash.dataset.series import Observation, Series
from cqdash.language import Text, analysis, joined, same, words
from cqdash.quantity import render_about
from cqdash.tabs.blocks import Block, Column, Table, TableRow, Trend, TrendPoint
from cqdash.tabs.charts import unit_words
from cqdash.tabs.shown import figure, place


def trends(dataset: Dataset, section: Section) -> list[Block]:
    """The table of the series, then each as a trend."""
    series = [dataset.series[identifier] for identifier in section.series]
    rows = tuple(TableRow(_cells(dataset, each), (each.id,)) for each in series)
    columns = (
        Column(analysis.SERIES),
        Column(analysis.FIRST, "right", rank=1),
        Column(analysis.LATEST, "right"),
        Column(analysis.MISSING, rank=2),
    )
    table = Table(section.id, section.title, section.about, columns, rows)
    return [table, *(trend(dataset, each, section.id) for each in series)]


def trend(dataset: Dataset, series: Series, beside: str | None) -> Trend:
    """A series as a trend."""
    made = (_point(dataset, series, observation) for observation in series.observations)
    points = tuple(point for point in made if point)
    unit = dataset.unit_of(series.observation_id(series.observations[0]))
    assert unit is not None
    missing = missing_years(series)
    parts = [unit_words(unit)] if unit.base == "count" else []
    if missing:
        parts.append(analysis.MISSING_YEARS.fill(years=years_said(missing)))
    parts.append(analysis.SOURCES.fill(sources=_sources([point.source for point in points])))
    return Trend(series.id, series.label, unit, points, joined(parts, "；", "; "), beside)


def missing_years(series: Series) -> list[int]:
    """The years between the first and the last that have no value."""
    years = [observation.year for observation in series.observations]
    return [year for year in range(years[0], years[-1]) if year not in years]


def years_said(years: list[int]) -> Text:
    """Years with runs drawn together: 2016, 2018–2020."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] + 1 == year:
            runs[-1].append(year)
        else:
            runs.append([year])
    said = [same(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}") for run in runs]
    return joined(said, "、", ", ")


def _cells(dataset: Dataset, series: Series) -> tuple[Text, ...]:
    first, last = series.observations[0], series.observations[-1]
    missing = missing_years(series)
    return (
        series.label,
        _dated(dataset, series, first),
        _dated(dataset, series, last),
        years_said(missing) if missing else words.NOT_PRINTED,
    )


def _dated(dataset: Dataset, series: Series, observation: Observation) -> Text:
    shown = _briefly(dataset, series.observation_id(observation))
    return Text("{s}（{y}）", "{s} ({y})").fill(s=shown, y=observation.year)


def _briefly(dataset: Dataset, identifier: str) -> Text:
    """A figure; an implied one by the rounding that all of its interval shares, where there is one."""
    unit = dataset.unit_of(identifier)
    assert unit is not None
    is_implied = identifier in dataset.relations
    about = render_about(interval_of(dataset, identifier), unit) if is_implied else None
    return about or figure(dataset, identifier)


def _sources(sources: list[Text]) -> Text:
    """The one source of a trend, or the last and how many there are: the numbers name each."""
    distinct = list(dict.fromkeys(sources))
    if len(distinct) == 1:
        return distinct[0]
    return analysis.AND_OTHERS.fill(last=distinct[-1], n=len(distinct))


def _point(dataset: Dataset, series: Series, observation: Observation) -> TrendPoint | None:
    """A year's point; None for an implied value that has no bounds."""
    identifier = series.observation_id(observation)
    interval = interval_of(dataset, identifier)
    if interval.low is None or interval.high is None:
        return None
    return TrendPoint(
        identifier,
        observation.year,
        interval.low,
        interval.high,
        figure(dataset, identifier),
        "implied" if observation.implied else "background",
        place(dataset, [identifier]),
    )
