"""What is told of mappings is what they are."""

import re

from directory.exchange.columns.fields import fields_as_markdown, readings_as_markdown
from directory.exchange.columns.mapping_file import read_mapping
from directory.settings import ROOT
from directory.store.files import read_catalogue

TOLD = (ROOT / "directory" / "exchange" / "columns" / "README.md").read_text(encoding="utf-8")


def test_the_lists_in_the_readme_are_those_of_the_code():
    assert fields_as_markdown() in TOLD
    assert readings_as_markdown() in TOLD


def test_the_examples_in_the_readme_are_mappings_that_hold(tmp_path):
    mappings = []
    for example in re.findall("```yaml\n(.*?)```", TOLD, re.DOTALL):
        (tmp_path / "list.yaml").write_text(example, encoding="utf-8")
        found, problems = read_mapping(tmp_path / "list.yaml")
        assert problems == ()
        assert found
        mappings.append(found.mapping)
    first, second = mappings
    themes = {theme.id for theme in read_catalogue(ROOT / "data")[0].vocabulary.themes}
    assert set(first.columns["Thema"].table.values()) <= themes
    assert len(second.services) == 2
