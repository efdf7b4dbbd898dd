"""Which codes mean a language."""

import pytest
from babel import Locale

from directory.model.language import SIGN_LANGUAGES, code_we_write, is_language
from directory.settings import ROOT
from directory.store.files import read_catalogue


@pytest.mark.parametrize("code", ["nl", "fr", "ar", "ti", "kab", "zgh", *sorted(SIGN_LANGUAGES)])
def test_what_people_speak_or_sign_is_a_language(code):
    assert is_language(code)


@pytest.mark.parametrize("code", ["zz", "xx", "qqq", "und", "mul", "zxx", "", "NL", "nl_BE", "Frans"])
def test_a_code_without_a_name_is_none(code):
    assert not is_language(code)


@pytest.mark.parametrize(
    ("code", "ours"), [("nld", "nl"), ("dut", "nl"), ("prs", "fa"), ("vgt", "vgt"), ("zz", None)]
)
def test_one_language_has_one_code_of_ours(code, ours):
    assert code_we_write(code) == ours


def test_every_language_of_the_data_has_a_name_for_who_reads_it():
    spoken = {code for service in read_catalogue(ROOT / "data")[0].service.values() for code in service.languages}
    assert spoken
    assert all(is_language(code) for code in spoken)
    assert spoken - SIGN_LANGUAGES <= set(Locale("nl").languages)
