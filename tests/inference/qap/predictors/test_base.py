"""What every predictor promises."""

import dataclasses

import numpy as np
import pytest

import socluster as sc
from socluster.inference.qap.dyad_space import DyadSpace
from socluster.inference.qap.predictors.base import DyadKind, Predictor

PREDICTORS = {
    "sender": sc.predictors.sender("sector"),
    "receiver": sc.predictors.receiver("rating"),
    "ends": sc.predictors.ends("rating"),
    "same": sc.predictors.same("sector"),
    "difference": sc.predictors.difference("rating", signed=True),
    "layer": sc.predictors.layer("money"),
    "matrix": sc.predictors.matrix(np.arange(100.0).reshape(10, 10)),
    "distance": sc.predictors.distance(
        {label: dict.fromkeys(sc.load_dataset("knoke").labels, 1) for label in sc.load_dataset("knoke").labels}, by=None
    ),
}


def test_every_public_predictor_is_tried():
    assert set(PREDICTORS) == set(sc.predictors.__all__) - {"Predictor"}


@pytest.mark.parametrize("name", PREDICTORS)
def test_it_is_a_frozen_value_that_makes_a_matrix_for_each_network(name):
    predictor = PREDICTORS[name]
    assert isinstance(predictor, Predictor)
    assert dataclasses.is_dataclass(predictor)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(predictor, dataclasses.fields(predictor)[0].name, None)
    spaces = [DyadSpace(sc.load_dataset("knoke"), directed=True)] * 2
    columns = predictor.columns(spaces)
    assert columns
    assert all(values.shape == (10, 10) for column in columns for values in column.values)
    assert all(len(column.values) == 2 for column in columns)
    assert isinstance(predictor.kind(spaces[0].cluster), DyadKind)
    assert str(columns[0].name).startswith(str(predictor.name))
