"""Full text of names and descriptions, by tantivy (https://github.com/quickwit-oss/tantivy), in memory.

Descriptions are cut and stemmed as their language asks. Scores are BM25. What many records say in the same words, as
the members of a network do, is held once: it is found faster so, and its words count as no more common than they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import tantivy
from numpy.typing import NDArray

from directory.model.text import Language

NAMES_COUNT = 2.0
"""A name says most surely what somebody does, a description mentions much."""
NAME: Mapping[str, str | None] = {"name": None}
LANGUAGES: Mapping[str, str | None] = {Language.NL: "dutch", Language.FR: "french", Language.EN: "english"}
"""The fields of an index, each with the language in which it is stemmed."""
GOOD_ENOUGH = 0.4
"""Records below this share of the best score are left out."""
FIRST_HITS = 2_000
"""So many hits are asked at first; more only while they are all good enough."""
HEAP_BYTES = 200_000_000
"""What the writer may hold before it starts another segment: enough for a country in one."""

Said = tuple[tuple[str, str], ...]
"""What a record says: texts with the field of each."""


@dataclass(frozen=True, slots=True)
class Document:
    """The texts of one record."""

    names: Iterable[str] = ()
    texts: Iterable[tuple[Language, str]] = ()


class TextIndex:
    """An index over records; record numbers are their order."""

    def __init__(self, records: Iterable[Document]) -> None:
        """Build the index in one pass."""
        named: dict[Said, list[int]] = defaultdict(list)
        told: dict[Said, list[int]] = defaultdict(list)
        self.size = 0
        for number, record in enumerate(records):
            named[("name", " ".join(record.names)),].append(number)
            told[tuple(record.texts)].append(number)
            self.size = number + 1
        self._parts = ((_Part(NAME, named), NAMES_COUNT), (_Part(LANGUAGES, told), 1.0))

    def scores(self, words: Iterable[str]) -> NDArray[np.float64]:
        """Per record how well its texts fit these folded words, 0 for what does not, or hardly."""
        found = np.zeros(self.size)
        asked = " ".join(words)
        if asked and self.size:
            for part, weight in self._parts:
                part.add_to(found, asked, weight)
            found[found < GOOD_ENOUGH * found.max()] = 0
        return found


class _Part:
    """What records say in some fields, each saying once, with the records that say it."""

    def __init__(self, fields: Mapping[str, str | None], said: Mapping[Said, Sequence[int]]) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("number", fast=True, indexed=False)
        for name in fields:
            builder.add_text_field(name, tokenizer_name=f"text_{name}", index_option="freq")
        self._index = tantivy.Index(builder.build())
        for name, language in fields.items():
            self._index.register_tokenizer(f"text_{name}", _analyzer(language))
        writer = self._index.writer(HEAP_BYTES, 1)
        for number, texts in enumerate(said):
            writer.add_document(_document(number, texts))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()
        self._fields = fields.keys()
        self._edges = np.cumsum([0, *map(len, said.values())])
        self._records = np.array([record for records in said.values() for record in records], dtype=np.int64)

    def add_to(self, found: NDArray[np.float64], asked: str, weight: float) -> None:
        """Add to the score of every record how well what it says fits, so many times."""
        hits = self._hits(asked)
        if not hits:
            return
        said = np.array(self._searcher.fast_field_values("number", [address for _, address in hits]), dtype=np.int64)
        first, many = self._edges[said], self._edges[said + 1] - self._edges[said]
        steps = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
        found[self._records[np.repeat(first, many) + steps]] += np.repeat([weight * score for score, _ in hits], many)

    def _hits(self, asked: str) -> list[tuple[float, tantivy.DocAddress]]:
        query, size = self._query(asked), len(self._edges) - 1
        limit = min(FIRST_HITS, size)
        hits = self._searcher.search(query, limit, count=False).hits
        while len(hits) == limit < size and hits[-1][0] >= GOOD_ENOUGH * hits[0][0]:
            limit = min(limit * 4, size)
            hits = self._searcher.search(query, limit, count=False).hits
        return hits

    def _query(self, asked: str) -> tantivy.Query:
        """Of a text in several languages the one that fits best: it says the same in all of them."""
        queries = [self._index.parse_query(asked, [field]) for field in self._fields]
        return queries[0] if len(queries) == 1 else tantivy.Query.disjunction_max_query(queries)


def _document(number: int, texts: Said) -> tantivy.Document:
    document = tantivy.Document()
    document.add_unsigned("number", number)
    for field, text in texts:
        document.add_text(field, text)
    return document


def _analyzer(language: str | None) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    if language:
        builder = builder.filter(tantivy.Filter.stopword(language)).filter(tantivy.Filter.stemmer(language))
    return builder.filter(tantivy.Filter.ascii_fold()).build()
