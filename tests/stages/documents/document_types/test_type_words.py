"""Every kind of document has words by which it gives itself away, and none of them is worth too much."""

import pytest

from vlcorpus.schemas.documents.document_type import DocumentType
from vlcorpus.stages.documents.document_types.type_words import CUES


def test_every_kind_but_the_unknown_has_cues():
    assert set(CUES) == set(DocumentType) - {DocumentType.UNKNOWN}
    assert all(0 < cue.worth <= 0.6 and cue.n_full >= 1 for cues in CUES.values() for cue in cues)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("academic_paper", "Zusammenfassung\nSchlüsselwörter: Fluss, Brücke\nLiteratur"),
        ("academic_paper", "Résumé. Dans ce papier, nous proposons une méthode\nMots-clés : rivière"),
        ("book", "Inhaltsverzeichnis\nVorwort\nKapitel 1\nKapitel 2\nAlle Rechte vorbehalten"),
        ("book", "Table des matières\nAvant-propos\nChapitre 1\nChapitre 2"),
        ("exam", "Klausur\nAufgabe 1\nAufgabe 2\nAufgabe 3"),
        ("financial_report", "Geschäftsbericht\nBilanz\nGewinn- und Verlustrechnung"),
        ("form", "Antrag auf einen Bibliotheksausweis\nVorname\nGeburtsdatum\nAnschrift\nUnterschrift"),
        ("legal", "Oberlandesgericht\nKlägerin\nBeklagter"),
        ("manual", "Bedienungsanleitung\nAchtung: Stecker ziehen\nWarnung: heiß"),
        ("manual", "Mode d'emploi\nAttention : débranchez\nAvertissement : chaud"),
    ],
)
def test_titles_in_other_languages(kind, text):
    earned = {other: sum(cue.earned(text) for cue in cues) for other, cues in CUES.items()}
    assert max(earned, key=earned.get) == kind
    assert earned[DocumentType(kind)] >= 0.7
