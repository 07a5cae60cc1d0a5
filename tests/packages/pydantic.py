from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Dict, List, Literal, Optional, Union
from uuid import UUID
from pydantic import BaseModel, Field, ValidationError, conint, constr, root_validator, validator
class Color(str, Enum):
    red = "red"
class Item(BaseModel):
    name: constr(min_length=2)
    price: Decimal = Decimal("1.50")
    tags: List[str] = []
class User(BaseModel):
    id: int
    name: str = "Jane"
    born: Optional[date]
    at: datetime = None
    items: List[Item] = Field(default_factory=list, description="Things")
    scores: Dict[str, Union[int, float]] = {}
    color: Color = Color.red
    kind: Literal["a", "b"] = "a"
    uid: Optional[UUID]
    age: conint(ge=0, lt=150) = Field(3, alias="Age")
    @validator("name")
    def no_space(cls, v):
        if " " in v:
            raise ValueError("no spaces please")
        return v.title()
    @root_validator
    def check(cls, values):
        return values
    class Config:
        allow_population_by_field_name = True
u = User(id="12", name="bob", born="2020-01-02", at="2024-05-06T07:08:09Z", items=[{"name": "pen", "tags": ["x", 1]}], scores={"m": "1.5", "n": 2}, uid="12345678123456781234567812345678", Age="7")
print(u)
print(u.dict(), u.json(), sep="\n")
print(u.copy(update={"id": 5}).id, u == User.parse_raw(u.json(by_alias=True)), User.schema_json(), u.__fields_set__)
for data in ({}, {"id": "x", "name": "a b", "Age": 200, "kind": "z", "items": [{"name": "q", "price": "p"}], "born": "no", "color": "blue"}):
    try:
        User(**data)
    except ValidationError as e:
        print(e)
        print(e.errors())
