"""Which articles seem to tell one telling: in words and in the JSON of `dateline extract`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from geodata.domain.documents import DocumentId
from geodata.domain.extractions import Extraction
from geodata.domain.facts import Fact
from geodata.domain.origins import Origin
from geodata.gazetteer import Gazetteer
from geodata.timeline import gather_facts, load_actors, propose_origins, sources_words


def facts_and_origins(
    extractions: Sequence[Extraction],
) -> tuple[tuple[Fact, ...], tuple[Origin, ...]]:
    """Return the facts of some articles, and the origins that are proposed for their claims."""
    facts = gather_facts(claim for item in extractions for claim in item.claims)
    documents = {item.document.id: item.document for item in extractions}
    return facts, propose_origins(facts, documents)


def origins_json(
    origins: Iterable[Origin], names: Mapping[DocumentId, str]
) -> list[dict[str, Any]]:
    """
    Return the proposals as plain JSON values.

    Args:
        origins: The proposals.
        names: What each document is called in the same output, by its id.
    """
    return [
        {
            "fact": origin.fact_id,
            "claims": list(origin.claims),
            "documents": [names[document_id] for document_id in origin.document_ids],
            "reason": origin.reason,
            "score": origin.score,
        }
        for origin in origins
    ]


def shared_facts_words(
    facts: Iterable[Fact], origins: Sequence[Origin], gazetteer: Gazetteer
) -> Iterator[str]:
    """Yield a line for each fact that several articles tell: “US troops in Niger: 5 articles, …”."""
    for fact in facts:
        if len({claim.document_id for claim in fact.claims}) < 2:
            continue
        own = [origin for origin in origins if origin.fact_id == fact.id]
        yield f"{_fact_words(fact, gazetteer)}: {sources_words(fact.claims, own)}"
        for origin in own:
            yield f"  perhaps one telling: {origin.reason}"


def _fact_words(fact: Fact, gazetteer: Gazetteer) -> str:
    def name(code: str | None) -> str:
        country = gazetteer.country(code) if code else None
        return load_actors().name_of(code or "", country.name if country else "")

    where = fact.place.name if fact.place else name(fact.host) or "no known country"
    target = f", {name(fact.target)}" if fact.target else ""
    return f"{name(fact.actor)}, {fact.kind}, {where}{target}"
