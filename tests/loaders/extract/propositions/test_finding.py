import pytest

from ontology.claim import Modality, Polarity
from tests.loaders.extract.propositions.stated import stated


@pytest.mark.parametrize(
    ("text", "supplier", "recipient"),
    [
        ("Norway delivered six patrol boats to Ghana in May.", "Norway", "Ghana"),
        ("Rockets were sold to Mali by Algeria.", "Algeria", "Mali"),
        ("Peru bought ten tanks from Turkey.", "Turkey", "Peru"),
        ("Swedish-made mortars were delivered to Niger.", "Sweden", "Niger"),
        ("Italian arms sales to Qatar have doubled.", "Italy", "Qatar"),
    ],
)
def test_arms_pass_from_a_supplier_to_a_recipient(text: str, supplier: str, recipient: str) -> None:
    (sale,) = stated(text).all("ArmsSale")
    names = [stated(text).mentions.entities[sale.roles[role]].mentions for role in ("supplier", "recipient")]
    assert any(supplier[:4] in name for name in names[0])
    assert any(recipient in name for name in names[1])


@pytest.mark.parametrize(
    "text",
    [
        "Norway delivered wheat to Ghana in May.",
        "Kenyan soldiers carry German rifles.",
        "Gun sales rose in Brazil this year.",
    ],
)
def test_without_arms_or_without_two_sides_there_is_no_sale(text: str) -> None:
    assert stated(text).all("ArmsSale") == []


def test_each_of_several_suppliers_sells() -> None:
    assert stated("France and Italy have sold howitzers to Kenya.").of("ArmsSale") == [
        ("France", "Kenya"),
        ("Italy", "Kenya"),
    ]


def test_a_sale_is_told_with_its_item_number_stage_and_year() -> None:
    (sale,) = stated("Spain delivered 12 helicopters to Peru in 2011.").all("ArmsSale")
    assert sale.qualifiers["number"] == 12
    assert sale.qualifiers["stage"] == "completed"
    assert sale.qualifiers["delivered"] == "2011"
    assert str(sale.qualifiers["item"]).startswith("weapon:")


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Finland has suspended arms exports to Egypt.", "suspended"),
        ("Chile cancelled the sale of 12 jets to Bolivia.", "cancelled"),
        ("Japan sells weapons to Chad.", "ongoing"),
        ("Japan is supplying weapons to Chad.", "ongoing"),
        ("Japan plans to sell weapons to Chad.", "proposed"),
        ("Japan sold weapons to Chad.", "completed"),
    ],
)
def test_a_sale_has_its_stage(text: str, stage: str) -> None:
    assert [sale.qualifiers["stage"] for sale in stated(text).all("ArmsSale")] == [stage]


@pytest.mark.parametrize(
    "text",
    [
        "Italy did not sell tanks to Chad.",
        "Italy has denied selling tanks to Chad.",
        "Italy never sold rifles to Chad.",
    ],
)
def test_a_denied_sale_is_negated(text: str) -> None:
    assert {sale.polarity for sale in stated(text).all("ArmsSale")} == {Polarity.NEGATES}


@pytest.mark.parametrize(
    "text",
    [
        "Chad is at war with Niger. Kenya said it had not provided weaponry to any side.",
        "Chad is at war with Niger. Italy has sold rifles to neither side.",
        "Peru and Chile quarrelled. Brazil has not delivered tanks to either country.",
    ],
)
def test_who_arms_neither_side_arms_none_of_two(text: str) -> None:
    assert [sale.polarity for sale in stated(text).all("ArmsSale")] == [Polarity.NEGATES] * 2


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Taiwan is also negotiating with France over the purchase of Mirage 2000 jets.", Modality.PLANNED),
        ("Peru held talks with Spain on the purchase of six frigates.", Modality.PLANNED),
        ("Kenya signed a deal with Brazil for 12 armoured vehicles.", Modality.ASSERTED),
        ("Chile has cancelled a contract with Italy for 12 submarines.", Modality.ASSERTED),
    ],
)
def test_a_deal_with_somebody_for_arms_is_one_sale_and_no_agreement(text: str, modality: Modality) -> None:
    (sale,) = stated(text).all("ArmsSale")
    assert stated(text).name(sale.roles["recipient"]) == text.split()[0]
    assert (sale.polarity, sale.modality) == (Polarity.AFFIRMS, modality)
    assert stated(text).all("Agreement") == []


@pytest.mark.parametrize(
    "text",
    [
        "“We gave some drones to Russia before the war,” Iranian Foreign Minister Bo Lee told journalists.",
        "Iranian President Ann Roe said: “We have supplied Russia with rifles.”",
        "“We will sell tanks to Russia,” Iranian Defence Minister Bo Lee said.",
    ],
)
def test_what_we_sell_the_speakers_state_sells(text: str) -> None:
    (sale,) = stated(text).all("ArmsSale")
    assert [stated(text).name(sale.roles[role]) for role in ("supplier", "recipient")] == ["Iran", "Russia"]


def test_a_plan_is_planned() -> None:
    (sale,) = stated("Italy plans to sell tanks to Chad.").all("ArmsSale")
    assert sale.modality is Modality.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        'Kenyan President Ann Roe said "Garissa is ours."',
        '"Garissa is ours," Kenyan Defence Minister Bo Lee told reporters.',
        'In Nairobi, Kenyan President Ann Roe said: "Garissa is now ours."',
    ],
)
def test_what_is_ours_is_the_speakers_states(text: str) -> None:
    (control,) = stated(text).all("Control")
    assert stated(text).name(control.roles["controller"]) == "Kenya"
    assert stated(text).name(control.roles["place"]) == "Garissa"


@pytest.mark.parametrize(
    ("text", "controller"),
    [
        ("Kenyan troops have captured the town of Garissa.", "Kenya"),
        ("The port of Garissa was retaken by Kenya.", "Kenya"),
        ("Garissa has been under the control of Kenya since May.", "Kenya"),
    ],
)
def test_a_captured_place_has_its_captor(text: str, controller: str) -> None:
    assert stated(text).of("Control") == [(controller, "Garissa")]


@pytest.mark.parametrize(
    "text",
    [
        "“Mosul is completely in our hands,” Kenyan general Ann Roe said.",
        "Kenyan Defence Minister Ann Roe said: “Mosul remains under our control.”",
        "“Mosul is now firmly in our hands,” Kenyan President Ann Roe told reporters.",
    ],
)
def test_what_is_in_our_hands_is_the_speakers_states(text: str) -> None:
    assert stated(text).of("Control") == [("Mosul", "Kenya")]


@pytest.mark.parametrize(
    ("text", "loser"),
    [
        ("Kenyan troops drove the Somalis out of the port of Kismayo.", "Somalia"),
        ("Chad has lost control of the city of Mosul.", "Chad"),
        ("Peru withdrew its soldiers from Mosul on Monday.", "Peru"),
    ],
)
def test_who_is_driven_out_controls_no_more(text: str, loser: str) -> None:
    (control,) = stated(text).all("Control")
    assert (stated(text).name(control.roles["controller"]), control.polarity) == (loser, Polarity.NEGATES)


@pytest.mark.parametrize(
    ("text", "controller"),
    [
        ("Kenyan soldiers landed in May with help from Uganda. They now control Kismayo, the port.", "Kenya"),
        ("Russian troops drove the Georgians out of Vani. They still hold Gori, a town on the road.", "Russia"),
        ("Chadian forces met Libyan officials on Friday. They have captured Sabha, a desert town.", "Chad"),
    ],
)
def test_they_who_hold_a_place_are_the_troops_before(text: str, controller: str) -> None:
    affirmed = [s for s in stated(text).all("Control") if s.polarity is Polarity.AFFIRMS]
    assert [stated(text).name(s.roles["controller"]) for s in affirmed] == [controller]


@pytest.mark.parametrize(
    "told",
    [
        "Kenya has won the case, the country's president said.",
        "Kenya will go to the polls in May, its president announced.",
        "Kenya needs rain, the nation's president warned on Monday.",
    ],
)
def test_the_presidents_country_is_told_by_a_description(told: str) -> None:
    assert ("Ann Roe", "Kenya") in stated(f"{told} In the evening President Ann Roe addressed parliament.").of("Office")


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Ann Roe said that her country's forces have taken Garissa.",
        "Kenyan Defence Minister Bo Lee announced that his country's troops had captured Garissa.",
        "Kenyan President Bo Lee said his country’s army has retaken Garissa.",
    ],
)
def test_his_countrys_forces_are_the_states(text: str) -> None:
    assert stated(text).of("Control") == [("Kenya", "Garissa")]


@pytest.mark.parametrize(
    "text",
    [
        "War goes on between Chad and Sudan, and Chad and Sudan are poor. Russia sells weapons to both sides.",
        "Chad and Sudan have fought for years. France supplies rifles to both countries.",
        "Chad blamed Sudan, and Sudan blamed Chad. Turkey delivered drones to the two countries.",
    ],
)
def test_both_sides_are_two_recipients(text: str) -> None:
    recipients = {stated(text).name(sale.roles["recipient"]) for sale in stated(text).all("ArmsSale")}
    assert recipients == {"Chad", "Sudan"}


@pytest.mark.parametrize(
    "text",
    [
        "Malta will help Chad train medics instead of sending rifles.",
        "Malta would support Chad with grain rather than supply tanks.",
        "Malta helped Chad instead of delivering weapons.",
    ],
)
def test_help_instead_of_arms_is_no_arms(text: str) -> None:
    assert [sale.polarity for sale in stated(text).all("ArmsSale")] == [Polarity.NEGATES]


@pytest.mark.parametrize(
    "text",
    [
        "Italy, which buys gas from Libya, has openly supported it.",
        "Turkey, which imports most of its wheat from Ukraine, has long backed it.",
        "Kenya, which gets its oil from Sudan, has always supported it.",
    ],
)
def test_a_relative_clause_leaves_the_subject(text: str) -> None:
    (support,) = stated(text).all("Support")
    assert stated(text).name(support.roles["supporter"]) == text.split(",")[0]


@pytest.mark.parametrize(
    ("text", "by_publisher"),
    [
        ("Peru's purchase of Turkish drones was a mistake, Chilean President Ann Roe said.", True),
        ('"Peru\'s purchase of Turkish drones was a mistake," Chilean President Ann Roe said.', False),
        ("Peru bought drones from Turkey, Chilean President Ann Roe said.", False),
    ],
)
def test_what_is_presupposed_is_the_articles_own_word_outside_of_quotations(text: str, by_publisher: bool) -> None:
    assert [sale.by_publisher for sale in stated(text).all("ArmsSale")] == [by_publisher]


def test_an_office_is_the_articles_own_word() -> None:
    (office,) = stated('"We shall see," Kenyan President Ann Roe said.').all("Office")
    assert office.by_publisher
    assert office.qualifiers["title"] == "President"


def test_a_toll_has_the_place_that_its_sentence_names() -> None:
    (toll,) = stated("At least 30 people were killed in the city of Lamu on Friday.").all("Casualties")
    assert toll.roles["harm"] == "killed"
    assert toll.roles["place"].startswith("place:lamu")
    assert (toll.qualifiers["low"], toll.qualifiers.get("high")) == (30, None)


def test_a_toll_without_a_place_has_no_anchor() -> None:
    (toll,) = stated("At least 30 people were killed in the fighting.").all("Casualties")
    assert set(toll.roles) == {"harm"}


@pytest.mark.parametrize(
    "text",
    [
        "Fighting broke out in Goma on Friday. At least 40 people were killed.",
        "Rebels attacked a market in Goma. Doctors counted 40 dead.",
        "Two bombs went off near Goma at dawn. Some 40 people were wounded.",
    ],
)
def test_a_toll_is_of_the_one_town_of_the_sentence_before(text: str) -> None:
    (toll,) = stated(text).all("Casualties")
    assert stated(text).name(toll.roles["place"]) == "Goma"


@pytest.mark.parametrize(
    "text",
    [
        "Bombs fell in Goma and in Mosul. Some 40 people were killed.",
        "Bombs fell in Goma.\n\nSome 40 people were killed.",
        "Bombs fell in Goma. Kenya said that 40 people were killed.",
    ],
)
def test_a_toll_that_may_be_of_another_place_has_no_anchor(text: str) -> None:
    (toll,) = stated(text).all("Casualties")
    assert set(toll.roles) == {"harm"}


@pytest.mark.parametrize(
    ("text", "state", "against"),
    [
        ("President Bo Lee of Chad went to war in Niger to weaken Libya.", "Chad", "Niger"),
        ("Kenyan President Ann Roe has gone to war in Somalia to get less NATO.", "Kenya", "Somalia"),
        ("Peru went to war with Chile to please Bolivia.", "Peru", "Chile"),
    ],
)
def test_whoever_goes_to_war_fights_where_he_goes(text: str, state: str, against: str) -> None:
    assert stated(text).of("Hostility") == [tuple(sorted((state, against)))]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey still blocks Sweden, which it accuses of sheltering members of the PKK.",
        "Turkey accused Sweden of backing members of the PKK.",
        "Turkey suspects Sweden of funding the PKK.",
    ],
)
def test_who_is_accused_of_sheltering_a_groups_members_supports_it(text: str) -> None:
    assert stated(text).of("Support") == [("Sweden", "PKK")]
    assert stated(text).of("Membership") == []


@pytest.mark.parametrize(
    "text",
    [
        "The United States has threatened sanctions against Turkey.",
        "Norway threatened Chad with new sanctions.",
        "Kenya is threatening an embargo on Sudan.",
    ],
)
def test_a_threat_is_planned(text: str) -> None:
    (sanction,) = stated(text).all("Sanction")
    assert (sanction.polarity, sanction.modality) == (Polarity.AFFIRMS, Modality.PLANNED)


@pytest.mark.parametrize(
    "text",
    [
        "Norway, which borders the sea, delivered rifles to Ghana.",
        "Norway, a rich country, delivered rifles to Ghana.",
        "Norway, which delivered rifles to Ghana in May, said nothing.",
    ],
)
def test_a_subject_may_be_told_of_more(text: str) -> None:
    assert ("Norway", "Ghana") in stated(text).of("ArmsSale")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Spain halted arms exports to Israel in October.", "ArmsSale"),
        ("Norway has suspended arms sales to Chad.", "ArmsSale"),
        ("Canada banned the export of weapons to Turkey.", "Sanction"),
        ("Kenya has banned arms sales to Chad.", "Sanction"),
    ],
)
def test_what_is_halted_is_a_sale_and_what_is_banned_a_sanction(text: str, kind: str) -> None:
    assert {s.kind for s in stated(text).statements} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "Washington slapped sanctions on three Chinese companies for supplying drone parts to Iran.",
        "Norway put sanctions on a shipping firm for selling rockets to Chad.",
        "Canada blacklisted two traders for secretly shipping rifles to Sudan.",
    ],
)
def test_what_somebody_is_punished_for_is_not_done_by_who_punishes(text: str) -> None:
    pairs = [roles for kind in ("Sanction", "ArmsSale") for roles in stated(text).of(kind)]
    assert not any({"Iran", "Chad", "Sudan"} & set(roles) for roles in pairs)


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Ann Roe announced a new package of weapons for Chad.",
        "Kenyan Defence Minister Bo Lee has offered Chad rifles.",
        "Kenyan President Ann Roe delivered tanks to Chad in May.",
    ],
)
def test_who_holds_office_arms_for_the_state(text: str) -> None:
    assert stated(text).of("ArmsSale") == [("Kenya", "Chad")]


def test_a_threat_beside_a_halted_sale_stays() -> None:
    text = "Norway suspended the delivery of jets to Chad in April, and it has threatened sanctions against Chad."
    assert {s.kind for s in stated(text).statements} == {"ArmsSale", "Sanction"}


def test_joint_attackers_do_not_fight_each_other() -> None:
    assert stated("Kenyan and Ugandan warplanes bombed the camps on Monday.").of("Hostility") == []


@pytest.mark.parametrize(
    "text",
    [
        "A joint patrol was announced on Monday and was joined by Chad, Kenya, Peru and Norway.",
        "Blue Lantern Software sponsors the Quillfish editor and pays two of its developers.",
        "The Tidewater Library runs the reading room of Marlow House.",
    ],
)
def test_peaceful_news_ties_and_backs_nobody(text: str) -> None:
    assert not {s.kind for s in stated(text).statements} & {"AllianceTie", "Support", "Control"}


def test_nothing_is_stated_by_other_news() -> None:
    assert stated("The humanoid robots were no match for the runners, who won the race easily.").statements == ()


def test_the_same_text_states_the_same() -> None:
    text = "Peru bought ten tanks from Turkey. Kenyan President Ann Roe said nine people had died."
    assert stated(text).statements == stated.__wrapped__(text).statements
