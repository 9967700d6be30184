"""Words of invoices and receipts, in the languages in which most of them are written. ours.

Both name prices, taxes and a sum. An invoice asks for money: it has a number, a term and an account. A
receipt says that money was given: how, what came back, and thanks.
"""

from vlcorpus.stages.documents.document_types.cue import Cue, cue

_INVOICE = r"invoice|rechnung|factuur|facture|factura|fatura|fattura|faktura|lasku|счет-фактура|счёт-фактура"
_NUMBER = r"no\b|nr\b|n[°º]|#|number|num|n[uú]m|date|datum|data\b|fecha|due|s?-?nummer|s?-?nr|s?-?datum"

_VAT = cue(
    r"\b(?:vat|mwst|ust|umsatzsteuer|btw|tva|iva|gst|sales tax|ndv|ндс)\b|\bust-?id|税额|税率|消費税", 0.3, 2
)
_ITEMS = cue(
    r"\b(?:qty|quantity|unit price|menge|anzahl|einzelpreis|stückpreis|aantal|stukprijs|prijs"
    r"|quantité|qté|prix unitaire|cantidad|precio|quantità|prezzo|quantidade|preço)\b|数量|单价|単価",
    0.3,
    2,
)
_TOTALS = cue(
    r"\b(?:sub-?total|grand total|total (?:due|amount|net|excl|incl|ht|ttc|eur|usd)"
    r"|(?:amount|balance) due|gesamt(?:betrag|summe)?|zwischensumme|summe|zu zahlen"
    r"|sub-?totaal|totaal|montant|net à payer|importe|totale|итого)\b|合计|合計|小计|小計",
    0.3,
    2,
)

INVOICE: tuple[Cue, ...] = (
    cue(
        rf"(?:(?:tax|commercial|sales|pro-?\s?forma|vat)\s+)?(?:{_INVOICE})|credit (?:note|memo)|gutschrift"
        r"|creditnota|avoir|nota de crédito|(?:增值税)?\S{0,6}发票|請求書",
        0.5,
        heads_line=True,
    ),
    cue(rf"\b(?:{_INVOICE})[\s-]{{0,2}}(?:{_NUMBER})|发票(?:号码|代码)|請求(?:番号|日)", 0.5),
    cue(
        r"\b(?:bill(?:ed)? to|invoice to|ship to|sold to|payment terms|due date|remit(?:tance)? to"
        r"|zahlungsziel|zahlbar|fällig|kundennr|kundennummer|klantnummer|betaaltermijn|vervaldatum"
        r"|facturé à|échéance|n° client|facturar a|vencimiento|scadenza)\b|购买方|销售方|支払期限",
        0.4,
        2,
    ),
    cue(
        r"\b(?:iban|bic|swift|blz|sort code|routing (?:no|number)|bank(?:verbindung| details| account)"
        r"|rekening(?:nummer)?|coordonnées bancaires|cuenta bancaria)\b|开户行|振込先",
        0.2,
    ),
    _VAT,
    _ITEMS,
    _TOTALS,
)

RECEIPT: tuple[Cue, ...] = (
    cue(
        r"(?:(?:sales|cash|official|payment|store)\s+)?receipt|quittung|kassen(?:bon|beleg|zettel)|beleg"
        r"|kassabon|kwitantie|reçu|ticket de caisse|recibo|scontrino|ricevuta|paragon fiskalny"
        r"|кассовый чек|收\s*据|小\s*票|領収書|レシート",
        0.5,
        heads_line=True,
    ),
    cue(
        r"\b(?:receipt|quittungs?|bon|beleg|ticket|recibo)[\s-]{0,2}(?:no\b|nr\b|n[°º]|#|number|nummer|date)"
        r"|\breceived from\b|\berhalten von\b|收款人|交款",
        0.4,
    ),
    cue(  # how it was paid: a line of its own, with the sum beside it or in the next column
        r"^\W{0,3}(?:(?:cash(?:ier)?|change(?: due)?|(?:amount )?(?:tendered|paid)|paid by|visa|mastercard"
        r"|maestro|girocard|debit|contactless|approval|auth(?:orization)? code"
        r"|terminal|till|register|bar|gegeben"
        r"|rückgeld|wechselgeld|kasse|pinnen|betaald|wisselgeld|espèces|rendu|carte bancaire|caisse|efectivo"
        r"|cambio|caja|contanti|resto|cassa)\b|实收|找零|收银|お預り|お釣)[^\n]{0,24}$",
        0.5,
        2,
    ),
    cue(
        r"\bthank you for (?:your (?:purchase|business|visit)|shopping)|\bplease come again\b"
        r"|\bvielen dank für ihren (?:einkauf|besuch)|\bbedankt voor uw (?:bezoek|aankoop)"
        r"|\bmerci de votre visite|\bgracias por su (?:compra|visita)|\bgrazie e arrivederci"
        r"|谢谢惠顾|欢迎(?:再次)?光临|ありがとうございま",
        0.4,
    ),
    _VAT._replace(worth=0.1),
    _TOTALS._replace(worth=0.2),
)
