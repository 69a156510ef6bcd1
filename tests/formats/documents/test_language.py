"""Only English is read on; a text in another language is named, and one too short to tell is let through."""

import pytest

from clewline.errors import BadInput
from clewline.formats.documents.language import LANGUAGES, SCRIPTS, require_english

ENGLISH = [
    "Officers arrested 80 people and closed 12 lines during a week of action. A total of 45 people were safeguarded.",
    # As few small words as a bulletin has: nothing but a table.
    "Arrests: 1,204\nCash seized: £31,000\nWeapons: 56\nKnives: 34\nFirearms: 3\nPhones: 88\nLines closed: 12\n"
    "Charges: 377\nPeople safeguarded: 110\nHeroin: 5.6 kg\nCrack cocaine: 7.2 kg\nCannabis: 9 kg\nWarrants: 64",
    "Raids. Seizures. Charges. Northshire's Op Example netted crack, heroin, cannabis, spice, ketamine, machetes, "
    "swords, crossbows, scales, burner phones, dirty money, scooters, watches, trainers - all in one week.",
]

FOREIGN = {
    "Welsh": "Mae'r heddlu wedi arestio wyth deg o bobl yn ystod wythnos o weithredu yn erbyn llinellau cyffuriau. "
    "Cafodd arian a chyllyll eu hatafaelu, ac mae deuddeg o blant bellach yn cael eu diogelu gan yr awdurdodau.",
    "Polish": "Policja zatrzymała osiemdziesiąt osób podczas tygodnia działań przeciwko gangom narkotykowym. "
    "Zabezpieczono także gotówkę i noże, a dwanaście dzieci jest teraz pod opieką służb, które się nimi zajmują.",
    "French": "La police a arrêté quatre-vingts personnes au cours d'une semaine d'action contre les réseaux de "
    "drogue. De l'argent et des couteaux ont été saisis, et douze enfants sont désormais protégés par les services.",
    "German": "Die Polizei hat in einer Woche achtzig Menschen festgenommen und zwölf Linien geschlossen. Es wurden "
    "auch Messer und Bargeld sichergestellt, und zwölf Kinder sind jetzt in der Obhut des Jugendamtes.",
    "Spanish": "La policía detuvo a ochenta personas durante una semana de acción contra las redes de droga. También "
    "se incautaron cuchillos y dinero, y doce niños han sido protegidos por los servicios sociales.",
    "Italian": "La polizia ha arrestato ottanta persone in una settimana di azione contro le reti della droga. Sono "
    "stati sequestrati anche coltelli e contanti, e dodici bambini sono stati messi al sicuro dai servizi sociali.",
    "Portuguese": "A polícia deteve oitenta pessoas durante uma semana de ação contra as redes de droga. Foram "
    "também apreendidas facas e dinheiro, e doze crianças foram protegidas pelos serviços sociais.",
    "Romanian": "Poliția a arestat optzeci de persoane în cadrul unei săptămâni de acțiune și a închis douăsprezece "
    "linii. Au fost confiscate cuțite și bani, iar doisprezece copii sunt acum în grija serviciilor sociale.",
    "Albanian": "Policia arrestoi tetëdhjetë persona gjatë një jave veprimi dhe mbylli dymbëdhjetë linja. U kapën "
    "edhe thika e para, dhe dymbëdhjetë fëmijë janë tani nën mbrojtje nga shërbimet sociale të qytetit.",
    "Dutch": "De politie heeft tachtig mensen aangehouden in een week van actie en twaalf lijnen gesloten. Er werden "
    "ook messen en geld in beslag genomen, en twaalf kinderen zijn nu in veiligheid gebracht door de diensten.",
    "Irish": "Ghabh na gardaí ochtó duine le linn seachtaine gníomhaíochta agus dúnadh dhá líne déag. Gabhadh "
    "sceana agus airgead freisin, agus tá dhá pháiste dhéag faoi chosaint ag na seirbhísí anois sa chathair.",
    "Arabic script": "پولیس نے ایک ہفتے کی کارروائی کے دوران اسی افراد کو گرفتار کیا اور بارہ لائنیں بند کر دیں۔",
    "Cyrillic": "Полиция задержала восемьдесят человек за неделю и закрыла двенадцать линий сбыта наркотиков.",
    "Greek": "Η αστυνομία συνέλαβε ογδόντα άτομα και έκλεισε δώδεκα γραμμές σε μία εβδομάδα δράσης.",
    "Gurmukhi": "ਪੁਲਿਸ ਨੇ ਇੱਕ ਹਫ਼ਤੇ ਵਿੱਚ ਅੱਸੀ ਲੋਕਾਂ ਨੂੰ ਗ੍ਰਿਫ਼ਤਾਰ ਕੀਤਾ ਅਤੇ ਬਾਰਾਂ ਲਾਈਨਾਂ ਬੰਦ ਕੀਤੀਆਂ।",
    "Bengali": "পুলিশ এক সপ্তাহে আশি জনকে গ্রেপ্তার করেছে এবং বারোটি লাইন বন্ধ করেছে।",
    "does not look English": "A rendőrség nyolcvan embert tartóztatott le egyhetes akcióban, tizenkét vonalat zárt be, "
    "késeket meg készpénzt foglalt le; tizenkét gyermek került biztonságba hatóságaink segítségével.",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_let_through(text: str):
    require_english(text)


@pytest.mark.parametrize(("language", "text"), FOREIGN.items())
def test_another_language_is_refused_by_its_name(language: str, text: str):
    with pytest.raises(BadInput, match=rf"{language}.* give the English version"):
        require_english(text)


def test_every_language_of_the_table_is_tried_here():
    assert set(LANGUAGES) <= set(FOREIGN)
    assert all(any(name.startswith(said) for said in FOREIGN) for name in list(SCRIPTS)[:5])


@pytest.mark.parametrize(
    "text",
    [
        "1,204 arrests | £31,000 cash | 56 weapons | 12 lines",
        "80 arrests, 12 lines, 3 guns. #CountyLines 🚓",
        "Heddlu Gogledd Cymru: 12",
        "Полиция: 12",
        # Names say nothing of a language.
        "\n".join(
            f"{name}: 1{at}"
            for at, name in enumerate(("Avon", "Essex", "Kent", "Dyfed", "Gwent", "Durham", "Surrey") * 4)
        ),
    ],
)
def test_a_text_too_short_to_tell_is_let_through(text: str):
    require_english(text)


def test_a_bulletin_in_two_languages_passes_for_its_english_half():
    require_english(f"{FOREIGN['Welsh']}\n\n{ENGLISH[0]}")
    with pytest.raises(BadInput, match="looks Welsh"):
        require_english(f"{FOREIGN['Welsh'] * 5}\n\n{ENGLISH[0]}")


def test_names_from_elsewhere_do_not_make_a_text_foreign():
    require_english(f"{ENGLISH[0]} The operation was named after Łódź, Llanfairpwllgwyngyll and لاہور.")
