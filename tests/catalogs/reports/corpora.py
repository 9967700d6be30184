"""A small corpus with hostile text in it, and the facts of any."""

from dataclasses import replace

from tests.factories import png, rejection, sample
from vlcorpus.catalogs.query.views import connect
from vlcorpus.catalogs.reports.facts import DomainFacts, domains, gather
from vlcorpus.schemas.media import Image

ROWS = [
    (
        [
            sample("a.pdf#page=1", n_tokens=600, lang=["de"]),
            sample("a.pdf#page=2", n_tokens=4500, license=None, answer="</script><script>alert(1)</script>"),
            sample("b.pdf#page=1", n_tokens=700, task="doc_markdown", images=[Image(bytes=png(640, 480))]),
        ],
        [rejection("c.pdf", stage="Keep(a, b)"), rejection("d.pdf", "<b>", detail="<script>")],
    )
]


def facts_of(output, **changes) -> DomainFacts:
    connection = connect([str(output)])
    (domain,) = domains(connection)
    return replace(gather(connection, domain, [str(output)]), **changes)
