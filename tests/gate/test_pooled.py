"""The sets together: counts are added up before anything is divided."""

from gate.pooled import pooled


def test_a_large_set_weighs_more_than_a_small_one() -> None:
    large = {"talks": {"p": 0.9, "r": 0.9, "f1": 0.9, "said": 90, "gold": 90}, "status": {"share": 0.8, "n": 80}}
    small = {"talks": {"p": 0.0, "r": 0.0, "f1": 0.0, "said": 10, "gold": 10}, "status": {"share": 0.0, "n": 20}}
    assert pooled([large, small]) == {"talks": 0.81, "status": 0.64}


def test_what_no_set_has_a_case_of_is_left_out() -> None:
    assert (
        pooled([{"talks": {"p": 0.0, "r": 0.0, "f1": 0.0, "said": 0, "gold": 0}, "day": {"share": None, "n": 0}}]) == {}
    )
