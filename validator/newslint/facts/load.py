"""Fact packs -> `Facts`, strictly, and their compiled form.

A pack is a YAML file, or a folder of them. Packs are layers: a later one replaces what an earlier one says of the same id. Within one
layer nothing may be said twice. Reading YAML costs more than a run on a few articles, so that what was read is kept,
under the hash of the files that it was made from: beside the pack (`compile_packs` writes it), or in a cache folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Problem, UserError
from ..kept import cache_folder, store_text, stored_text
from .build import build
from .compiled import Sections, opened, written
from .facts import Facts

if TYPE_CHECKING:
    from ..strictyaml import Node

#: the name of a pack's compiled form, in its folder
COMPILED = "compiled.jsonl"


def load_facts(paths: Sequence[Path], names: Mapping[str, tuple[str, ...]], *, cache: bool = True) -> tuple[Facts, list[Problem]]:
    """The facts of all packs, later ones layered over earlier ones, and what is wrong with them.

    `names`: the house's preferred spelling -> spellings to avoid. `cache`: whether the user's cache may be read and written; the form that
    was compiled with the pack is read in any case. A file with a mistake is left out, whole, and is a problem; the others are in force.
    """
    problems: list[Problem] = []
    files = [tuple(_files(pack)) for pack in paths]
    contents: dict[Path, bytes] = {}
    for path in (path for layer in files for path in layer):
        try:
            contents[path] = path.read_bytes()
        except OSError as error:
            problems.append(Problem(f"the fact pack can't be read: {error.strerror}", path=str(path)))
    files = [tuple(path for path in layer if path in contents) for layer in files]
    digest = _digest((_within(path, paths), contents[path]) for layer in files for path in layer)
    built = [pack / COMPILED for pack in paths if pack.is_dir() and len(paths) == 1]
    cached = [cache_folder() / f"facts-{digest}.jsonl"] if cache else []
    sections: Sections | None = _stored([*built, *cached], digest)
    if sections is None:
        sections, wrong = _compile(paths, files, contents)
        problems += wrong
        if cache and not problems:
            store_text(cached[0], written(digest, sections))
    preferred = {spelling: first for first, avoid in names.items() for spelling in (first, *avoid)}
    return build(sections, digest, preferred, sections), problems


def compile_packs(pack: Path) -> Path:
    """Writes a folder's compiled form into it and returns where. Raises UserError for the first mistake."""
    files = tuple(_files(pack))
    contents = {path: path.read_bytes() for path in files}
    digest = _digest((_within(path, [pack]), contents[path]) for path in files)
    sections, problems = _compile([pack], [files], contents)
    for problem in problems:
        raise UserError(problem.message, path=problem.path, line=problem.line, column=problem.column, hint=problem.hint)
    store_text(pack / COMPILED, written(digest, sections))
    return pack / COMPILED


# -- files


def _files(pack: Path) -> Iterator[Path]:
    if pack.is_dir():
        yield from sorted(p for p in pack.rglob("*.yaml") if p.is_file())
    else:
        yield pack


def _within(path: Path, packs: Sequence[Path]) -> str:
    """A file's name within its pack: what evidence and messages call it."""
    for pack in packs:
        if path == pack:
            return path.name
        if path.is_relative_to(pack):
            return path.relative_to(pack).as_posix()
    raise AssertionError(path)


def _digest(files: Iterable[tuple[str, bytes]]) -> str:
    total = blake2b(digest_size=16)
    # what other code has compiled is not read
    code = ((path.name, path.read_bytes()) for path in sorted(Path(__file__).parent.glob("*.py")))
    for name, content in chain(code, files):
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _stored(places: Iterable[Path], digest: str) -> Sections | None:
    return next((sections for place in places if (text := stored_text(place)) and (sections := opened(text, digest)) is not None), None)


def _compile(packs: Sequence[Path], files: Sequence[Sequence[Path]], contents: Mapping[Path, bytes]) -> tuple[Sections, list[Problem]]:
    """The records of all packs by section, with the tables that the indexes are made of; and the mistakes."""
    from .records import SECTIONS, read_pack
    from .tables import tables

    records: dict[str, dict[str, dict[str, Any]]] = {section: {} for section in SECTIONS}
    problems: list[Problem] = []
    for layer in files:
        said: dict[tuple[str, str], str] = {}
        for path in layer:
            name = _within(path, packs)
            try:
                entries = list(read_pack(_yaml(contents[path], path), name))
                for section, key, record, node in entries:
                    before = said.get((section, key))
                    if section == "offices":  # each file may say of an office what concerns its own people
                        if records[section].get(key, {}).get("many", record.get("many")) != record.get(
                            "many", records[section].get(key, {}).get("many")
                        ):
                            node.fail(f"another file gives this office another number of holders: {key}")
                    elif before:
                        node.fail(f"{key!r} stands in {before} as well")
            except UserError as error:
                problems.append(error.problem)
                continue
            for section, key, record, _ in entries:
                said[section, key] = name
                records[section][key] = {**records[section].get(key, {}), **record} if section == "offices" else record
    return {**records, **tables(build(records, "", {}))}, problems


def _yaml(content: bytes, path: Path) -> Node:
    from ..strictyaml import load

    try:
        return load(content.decode("utf-8"), str(path))
    except UnicodeDecodeError as error:
        raise UserError(f"not UTF-8: byte 0x{content[error.start]:02x} at offset {error.start}", path=str(path)) from None
