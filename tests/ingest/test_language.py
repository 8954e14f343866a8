"""Which language a text is in: English is read, another one is named."""

from pathlib import Path

import pytest

from onrecord.ingest.language import language_of
from tests.ingest.world import STORY, file_with, refusal_of


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", STORY),
        ("en", "Palace names day"),
        ("en", "12 34 56 %"),
        ("en", "“Nous sommes prêts”, said the envoy, said the palace of the talks on Monday."),
        (
            "fr",
            "Le palais a dit lundi que les soldats vont quitter la vallée avant la fin du mois.",
        ),
        ("de", "Der Palast hat am Montag gesagt, dass die Soldaten das Tal bis zum Monatsende verlassen werden."),
        (
            "es",
            "El palacio dijo el lunes que los soldados dejarán el valle antes del fin de mes.",
        ),
        (
            "pt",
            "O palácio disse na segunda-feira que os soldados vão deixar o vale até o fim do mês.",
        ),
        (
            "it",
            "Il palazzo ha detto lunedì che i soldati lasceranno la valle entro la fine del mese.",
        ),
        (
            "nl",
            "Het paleis zei op maandag dat de soldaten het dal voor het einde van de maand verlaten.",
        ),
        (
            "tr",
            "Saray, askerlerin vadiden ay sonuna kadar çekileceğini ve bunun için bir gün olarak cuma gibi çok.",
        ),
        (
            "ru",
            "Дворец сообщил в понедельник, что солдаты уйдут из долины до конца месяца, но не для его людей.",
        ),
        (
            "uk",
            "Палац повідомив у понеділок, що солдати підуть з долини до кінця місяця, але не для них, та як був.",
        ),
        ("ar", "قال القصر إن الجنود في الوادي على استعداد من أجل الخروج إلى ما بعد النهر مع هذا كان كما قال في بيان"),
        ("zh", "王宫星期一表示士兵将在月底之前离开山谷大桥也将对所有人开放"),
        ("ja", "きゅうでんは げつようびに へいしが たにを さると いいました"),
        ("ko", "왕궁은 월요일에 군인들이 이달 말까지 계곡을 떠날 것이라고 말했다"),
        ("und", "სასახლემ ორშაბათს განაცხადა რომ ჯარისკაცები ხეობას დატოვებენ"),
    ],
)
def test_a_text_is_known_by_its_small_words_or_its_letters(code: str, text: str) -> None:
    assert language_of(text).code == code


def test_a_report_in_another_language_is_refused_by_its_name(tmp_path: Path) -> None:
    text = "Le palais a dit lundi que les soldats vont quitter la vallée avant la fin du mois."
    path = file_with(tmp_path, "a.txt", text)
    assert refusal_of(path) == f"{path}: the text is in French; only English is read now; give an English version"
