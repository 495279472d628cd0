"""Why an output would be made again: which part of its fingerprint has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.build import look
from builder.plan import HOSTED, Place
from builder.problems import BuildFailed, did_you_mean

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from builder.build import Project
    from builder.store import Store


def why(project: Project, store: Store, executor: Executor, path: str) -> tuple[list[str], bool]:
    """Return the answer in lines, and whether the path names an output.

    Raises BuildFailed where the content has problems: then nobody knows what is to be.
    """
    checked = look(project, store, executor)
    plan = checked.plan
    if plan is None:
        raise BuildFailed(checked.problems)
    place = Place(HOSTED, path.removeprefix("./").removeprefix(f"{project.out.name}/"))
    if place not in plan.outputs:
        hint = did_you_mean(place.path, plan.published())
        return [f"The site has no file '{place.path}'. {hint}".strip()], False
    known = store.made().get(plan.fingerprint(place))
    if known is not None and store.blobs.has(known.digest):
        return [f"{place.path}: nothing has changed."], True
    before, now = store.reasons(place.path), plan.parts(place)
    if before is None:
        return [f"{place.path}: it has not been made yet."], True
    changed = [f"{place.path}: {name} changed" for name in now if before.get(name) != now[name]]
    changed += [f"{place.path}: {name} is gone" for name in before if name not in now]
    return changed or [f"{place.path}: its bytes are gone from the store."], True
