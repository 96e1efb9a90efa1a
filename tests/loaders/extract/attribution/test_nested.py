from tests.loaders.extract.texts import said


def test_whom_a_speaker_quotes_claims_too() -> None:
    text = "Kenya said that Uganda denied that its troops had left."
    assert ("Uganda", "denies", "its troops had left") in said(text)
    assert ("Kenya", "asserts", "Uganda denied that its troops had left") in said(text)


def test_one_denies_a_thing_as_well_as_that_it_is() -> None:
    text = "Kenya said that Uganda continues to deny the presence of its army in Goma."
    assert ("Uganda", "denies", "the presence of its army in Goma") in said(text)


def test_what_is_told_of_an_actor_is_not_his_claim() -> None:
    assert [who for who, _, _ in said("Kenya said that Uganda had closed the border.")] == ["Kenya"]
