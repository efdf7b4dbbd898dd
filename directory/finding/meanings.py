"""What everyday words mean: from a word or a phrase to the themes that it stands for."""

from collections import defaultdict

from directory.finding.dutch import fold, tokens
from directory.model.vocabulary import Vocabulary


class Meanings:
    """The words of a vocabulary, looked up in one step."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._words: dict[str, set[str]] = defaultdict(set)
        self._phrases: dict[str, set[str]] = defaultdict(set)
        for theme in vocabulary.themes:
            for said in (theme.label.nl, *theme.words.all):
                if " " in said.strip():
                    self._phrases[f" {fold(said)} "].add(theme.id)
                else:
                    for word in tokens(said):
                        self._words[word].add(theme.id)

    def themes(self, question: str) -> frozenset[str]:
        """The themes that the words and phrases of a question stand for."""
        asked = f" {fold(question)} "
        found = {theme for word in tokens(question) for theme in self._words.get(word, ())}
        for phrase, themes in self._phrases.items():
            if phrase in asked:
                found |= themes
        return frozenset(found)
