"""Invoices and receipts by their words, in several languages, and apart from each other."""

import pytest

from vlcorpus.stages.documents.document_types.trade_words import INVOICE, RECEIPT

INVOICES = [
    "TAX INVOICE\nInvoice No. 4711\nBill to: River Ltd\nQty\nUnit price\nSubtotal\nVAT 20 %\nAmount due 12",
    "Rechnung\nRechnungsnr. 4711\nMenge\nEinzelpreis\nGesamtbetrag\nMwSt. 19 %\nIBAN DE30507500940000048567",
    "FACTUUR.\nFactuurnummer: 4711\nAantal\nPrijs per stuk\nBTW 21%\nTotaal",
    "Facture\nFacture n° 4711\nQuantité\nPrix unitaire\nTVA 20 %\nTotal TTC",
    "FACTURA\nFactura n.º 4711\nCantidad\nPrecio\nIVA 21 %\nImporte",
    "增值税专用发票\n发票号码：4711\n购买方\n数量\n单价\n税额\n价税合计",
]
RECEIPTS = [
    "Receipt\nReceipt no. 12\nTotal due 7.50\nCash 10.00\nChange 2.50\nThank you for your purchase",
    "Kassenbon\nSumme\nBar\n10,00\nRückgeld\n2,50\nVielen Dank für Ihren Einkauf",
    "Ticket de caisse\nEspèces 10,00\nRendu 2,50\nMerci de votre visite",
    "小票\n合计 7.50\n实收 10.00\n找零 2.50\n谢谢惠顾",
]


def earned(cues, text):
    return sum(cue.earned(text) for cue in cues)


@pytest.mark.parametrize("text", INVOICES)
def test_invoices(text):
    assert earned(INVOICE, text) >= earned(RECEIPT, text) + 0.5


@pytest.mark.parametrize("text", RECEIPTS)
def test_receipts(text):
    assert earned(RECEIPT, text) >= earned(INVOICE, text) + 0.5


@pytest.mark.parametrize(
    "text",
    [
        "We paid in cash at the bar, and the change of the register was a small change for us.",
        "The invoice came late. Nobody keeps a receipt of what the river takes.",
    ],
)
def test_prose_that_speaks_of_money_is_neither(text):
    assert max(earned(INVOICE, text), earned(RECEIPT, text)) < 0.5
