"""The same questions asked of SQLite: full text by FTS5, distance by a haversine in SQL."""

import sqlite3
from collections.abc import Callable

from directory.finding.documents import service_names, service_texts
from directory.finding.language import tokens
from directory.finding.query import Query
from directory.model.catalogue import Catalogue
from directory.model.channel import Mode

_TABLES = """
CREATE TABLE service (id INTEGER PRIMARY KEY, min_age INTEGER, max_age INTEGER, name TEXT);
CREATE TABLE channel (service INTEGER, mode TEXT, lon REAL, lat REAL);
CREATE INDEX channel_service ON channel (service);
CREATE INDEX channel_place ON channel (lat, lon);
CREATE TABLE theme (service INTEGER, theme TEXT);
CREATE INDEX theme_service ON theme (theme, service);
CREATE VIRTUAL TABLE text USING fts5 (name, said, words, tokenize = 'unicode61 remove_diacritics 2');
"""
_HAVERSINE = """
12742000 * asin(sqrt(pow(sin(radians(c.lat - :lat) / 2), 2)
    + cos(radians(:lat)) * cos(radians(c.lat)) * pow(sin(radians(c.lon - :lon) / 2), 2)))
"""
_NEAR = f"""
(SELECT c.service, min({_HAVERSINE}) AS metres FROM channel c
 WHERE c.lat BETWEEN :south AND :north AND c.lon BETWEEN :west AND :east GROUP BY c.service) near
"""


def question_of(catalogue: Catalogue) -> Callable[[Query], list[int]]:
    """A function that answers a question with the numbers of at most twenty services."""
    database = sqlite3.connect(":memory:")
    database.executescript(_TABLES)
    for number, service in enumerate(catalogue.services):
        ages = service.eligibility.min_age or 0, service.eligibility.max_age or 200
        database.execute("INSERT INTO service VALUES (?, ?, ?, ?)", (number, *ages, service.name))
        names = " ".join(name for _, name in service_names(catalogue, service))
        said = " ".join(text for _, text in service_texts(catalogue, service))
        terms = (catalogue.vocabulary.theme(theme) for theme in service.themes)
        words = " ".join(word for term in terms if term for word in term.words.all)
        database.execute(
            "INSERT INTO text (rowid, name, said, words) VALUES (?, ?, ?, ?)", (number, names, said, words)
        )
        database.executemany("INSERT INTO theme VALUES (?, ?)", [(number, theme) for theme in service.themes])
        for channel in service.channels:
            door = catalogue.door(channel)
            point = door.point if door and channel.mode is Mode.IN_PERSON else None
            place = (point.lon, point.lat) if point else (None, None)
            database.execute("INSERT INTO channel VALUES (?, ?, ?, ?)", (number, str(channel.mode), *place))
    database.commit()

    def ask(query: Query) -> list[int]:
        sql, values = _statement(query)
        return [row[0] for row in database.execute(sql, values)]

    return ask


def _statement(query: Query) -> tuple[str, dict[str, object]]:
    tables, where, order = ["service s"], ["1"], ["s.id"]
    values: dict[str, object] = {}
    words = tokens(query.words)
    if words:
        tables.append("text t")
        where.append("t.rowid = s.id AND text MATCH :words")
        values["words"] = " OR ".join(words)
        order.insert(0, "bm25(text, 10, 1, 4)")
    if query.age is not None:
        where.append("s.min_age <= :age AND s.max_age >= :age")
        values["age"] = query.age
    if query.themes:
        where.append("s.id IN (SELECT service FROM theme WHERE theme = :theme)")
        values["theme"] = min(query.themes)
    if query.modes:
        where.append("s.id IN (SELECT service FROM channel WHERE mode = :mode)")
        values["mode"] = str(min(query.modes))
    if query.place:
        tables.append(_NEAR)
        where.append("near.service = s.id AND near.metres <= :within")
        point, degrees = query.place.point, query.within_km / 111
        values |= {"lat": point.lat, "lon": point.lon, "within": query.within_km * 1000}
        values |= {"south": point.lat - degrees, "north": point.lat + degrees}
        values |= {"west": point.lon - degrees * 1.7, "east": point.lon + degrees * 1.7}
        order.append("near.metres")
    sql = f"SELECT s.id FROM {', '.join(tables)} WHERE {' AND '.join(where)} ORDER BY {', '.join(order)} LIMIT 20"
    return sql, values
