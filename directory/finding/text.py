"""Full text of names and descriptions, by tantivy (https://github.com/quickwit-oss/tantivy), in memory.

Descriptions are cut and stemmed as their language asks. Scores are BM25.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import tantivy
from numpy.typing import NDArray

from directory.model.text import Language

NAME = "name"
NAMES_COUNT = 2.0
"""A name says most surely what somebody does, a description mentions much."""
_LANGUAGES = {Language.NL.value: "dutch", Language.FR.value: "french", Language.EN.value: "english"}
GOOD_ENOUGH = 0.4
"""Records below this share of the best score are left out."""
FIRST_HITS = 2_000
"""So many hits are asked at first; more only while they are all good enough."""
HEAP_BYTES = 400_000_000
"""What the writer may hold before it starts another segment: enough for a country in one."""


@dataclass(frozen=True, slots=True)
class Document:
    """The texts of one record."""

    names: Iterable[str] = ()
    texts: Iterable[tuple[Language, str]] = ()


class TextIndex:
    """An index over records; record numbers are their order."""

    def __init__(self, records: Iterable[Document]) -> None:
        """Build the index in one pass."""
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("number", fast=True, indexed=False)
        for name in (NAME, *_LANGUAGES):
            builder.add_text_field(name, tokenizer_name=f"text_{name}", index_option="freq")
        index = tantivy.Index(builder.build())
        for name in (NAME, *_LANGUAGES):
            index.register_tokenizer(f"text_{name}", _analyzer(_LANGUAGES.get(name)))
        writer = index.writer(HEAP_BYTES, 1)
        self.size = 0
        for number, record in enumerate(records):
            writer.add_document(_document(number, record))
            self.size = number + 1
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._index, self._searcher = index, index.searcher()

    def scores(self, words: Iterable[str]) -> NDArray[np.float64]:
        """Per record how well its texts fit these folded words, 0 for what does not, or hardly."""
        found = np.zeros(self.size)
        asked = " ".join(words)
        if not asked or not self.size:
            return found
        query = self._query(asked)
        limit = min(FIRST_HITS, self.size)
        hits = self._searcher.search(query, limit, count=False).hits
        while len(hits) == limit < self.size and hits[-1][0] >= GOOD_ENOUGH * hits[0][0]:
            limit = min(limit * 4, self.size)
            hits = self._searcher.search(query, limit, count=False).hits
        if hits:
            numbers = self._searcher.fast_field_values("number", [address for _, address in hits])
            found[np.array(numbers, dtype=np.int64)] = [score for score, _ in hits]
            found[found < GOOD_ENOUGH * hits[0][0]] = 0
        return found

    def _query(self, asked: str) -> tantivy.Query:
        """Names, and of a text in several languages the one that fits best: it says the same in all of them."""
        query = tantivy.Query
        texts = query.disjunction_max_query([self._index.parse_query(asked, [field]) for field in _LANGUAGES])
        names = query.boost_query(self._index.parse_query(asked, [NAME]), NAMES_COUNT)
        return query.boolean_query([(tantivy.Occur.Should, texts), (tantivy.Occur.Should, names)])


def _document(number: int, record: Document) -> tantivy.Document:
    document = tantivy.Document()
    document.add_unsigned("number", number)
    document.add_text(NAME, " ".join(record.names))
    for language, text in record.texts:
        document.add_text(language.value, text)
    return document


def _analyzer(language: str | None) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    if language:
        builder = builder.filter(tantivy.Filter.stopword(language)).filter(tantivy.Filter.stemmer(language))
    return builder.filter(tantivy.Filter.ascii_fold()).build()
