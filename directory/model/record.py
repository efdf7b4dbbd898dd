"""What all values of the model share: frozen, and strict about fields they do not know."""

from pydantic import BaseModel, ConfigDict

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class Record(BaseModel):
    """A frozen value that refuses a field it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)
