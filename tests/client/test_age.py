"""Locked files: any age program opens ours, we open theirs, and nothing else opens at all."""

from __future__ import annotations

import unicodedata
from base64 import b64decode
from collections.abc import Iterator
from typing import Any

import pyrage  # type: ignore[import-untyped] # it says nothing of its types
import pytest

from tests.client import age_reference as reference
from tests.client.talking import FOLDER, Node, talking

Data = dict[str, Any]
PASSPHRASE = "kōwhai tree, 1947"
SPELLINGS = [unicodedata.normalize("NFC", PASSPHRASE), unicodedata.normalize("NFD", PASSPHRASE)]
PLAIN = "A goal, with “quotes” and ✓\n".encode()
QUICK = 2
"""A work factor for files that we make to be opened here."""
LOCKED = reference.lock(PLAIN, PASSPHRASE.encode(), QUICK)


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Give what locks and unlocks, with no more crypto than plain http has."""
    with talking(FOLDER / "age.mjs", tmp_path_factory.mktemp("age")) as found:
        yield found


def lock(node: Node, plain: bytes, passphrase: str = PASSPHRASE) -> bytes:
    """Lock some bytes as the page does."""
    return bytes.fromhex(node.call("lock", {"hex": plain.hex()}, passphrase)["hex"])


def unlock(node: Node, file: bytes, passphrase: str = PASSPHRASE) -> Data:
    """Try to open a file."""
    found: Data = node.call("unlock", {"hex": file.hex()}, passphrase)
    return found


def opened(node: Node, file: bytes, passphrase: str = PASSPHRASE) -> bytes:
    """Open a file."""
    found = unlock(node, file, passphrase)
    assert found["ok"], found
    return bytes.fromhex(found["bytes"]["hex"])


def refusal(node: Node, file: bytes, passphrase: str = PASSPHRASE) -> str:
    """Return the sentence that refuses a file."""
    found = unlock(node, file, passphrase)
    assert not found["ok"]
    words: str = found["words"]
    assert words.endswith(".")
    return words


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 200_000])
@pytest.mark.promise("age-file")
def test_another_age_program_opens_ours(node: Node, size: int) -> None:
    plain = bytes(range(256)) * (size // 256 + 1)
    file = lock(node, plain[:size])
    assert pyrage.passphrase.decrypt(file, PASSPHRASE) == plain[:size]


@pytest.mark.promise("rest-encryption")
def test_ours_costs_the_work_it_should_and_no_two_are_alike(node: Node) -> None:
    files = [lock(node, PLAIN) for _ in range(2)]
    heads = [file.split(b"\n---")[0].decode().split("\n") for file in files]
    assert heads[0][0] == "age-encryption.org/v1"
    for _, stanza, body in heads:
        assert stanza.split(" ")[::3] == ["->", "16"]
        assert len(body) == 43
    assert heads[0][1] != heads[1][1]
    assert files[0][-len(PLAIN) :] != files[1][-len(PLAIN) :]


@pytest.mark.parametrize("size", [0, 1, 65_536, 65_537])
def test_we_open_what_others_made(node: Node, size: int) -> None:
    plain = bytes(range(256)) * (size // 256 + 1)
    assert (
        opened(node, reference.lock(plain[:size], PASSPHRASE.encode(), QUICK).whole) == plain[:size]
    )


@pytest.mark.parametrize("factor", [1, 10, 16])
def test_we_do_the_work_that_a_file_asks_for(node: Node, factor: int) -> None:
    assert opened(node, reference.lock(PLAIN, PASSPHRASE.encode(), factor).whole) == PLAIN


def test_the_reference_is_what_others_take_for_age() -> None:
    file = reference.lock(PLAIN * 5000, PASSPHRASE.encode(), 10).whole
    assert pyrage.passphrase.decrypt(file, PASSPHRASE) == PLAIN * 5000


@pytest.mark.campaign
def test_we_open_what_another_program_made_if_it_asks_for_no_more_than_we_do(node: Node) -> None:
    """It measures the machine to choose its work."""
    file = pyrage.passphrase.encrypt(PLAIN, PASSPHRASE)
    factor = int(file.split(b"\n")[1].split(b" ")[3])
    if factor > 18:
        assert f"work factor is {factor}" in refusal(node, file)
    else:
        assert opened(node, file) == PLAIN


@pytest.mark.parametrize("line", ["\n", "\r\n"])
def test_we_open_files_in_letters(node: Node, line: str) -> None:
    file = reference.armoured(LOCKED.whole, line)
    assert node.call("isLocked", {"hex": file.hex()})
    assert opened(node, b" \n" + file + b"\n\n") == PLAIN


def test_a_locked_file_is_known_from_a_plain_one(node: Node) -> None:
    assert node.call("isLocked", {"hex": LOCKED.whole.hex()})
    for plain in (b"", b'{\n "format": "peerpress-workbook"', b"age"):
        assert not node.call("isLocked", {"hex": plain.hex()})


class TestThePassphrase:
    def test_the_wrong_one_opens_nothing_and_another_may(self, node: Node) -> None:
        found = unlock(node, LOCKED.whole, "kowhai tree, 1947")
        assert "passphrase does not open" in found["words"]
        assert (found["ok"], found["again"]) == (False, True)

    @pytest.mark.parametrize("spelled", SPELLINGS)
    @pytest.mark.parametrize("typed", SPELLINGS)
    def test_it_opens_however_a_keyboard_spells_it(
        self, node: Node, spelled: str, typed: str
    ) -> None:
        file = reference.lock(PLAIN, spelled.encode(), QUICK).whole
        assert opened(node, file, typed) == PLAIN

    def test_ours_is_locked_with_the_composed_spelling(self, node: Node) -> None:
        file = lock(node, PLAIN, unicodedata.normalize("NFD", PASSPHRASE))
        assert pyrage.passphrase.decrypt(file, unicodedata.normalize("NFC", PASSPHRASE)) == PLAIN

    def test_one_that_is_in_no_normal_form_opens_as_typed(self, node: Node) -> None:
        odd = "e\u0301 \u00e9"
        assert opened(node, reference.lock(PLAIN, odd.encode(), QUICK).whole, odd) == PLAIN


class TestDamage:
    @pytest.mark.promise("age-file")
    def test_a_bit_turned_anywhere_keeps_the_file_shut(self, node: Node) -> None:
        file = LOCKED.whole
        for at in range(len(file)):
            bad = bytearray(file)
            bad[at] ^= 1 << at % 8
            assert not unlock(node, bytes(bad))["ok"], at

    def test_a_file_cut_off_anywhere_stays_shut(self, node: Node) -> None:
        for end in range(len(LOCKED.whole)):
            assert not unlock(node, LOCKED.whole[:end])["ok"], end

    @pytest.mark.parametrize("extra", [b"\x00", b"\n", b"x" * 16, b"x" * 70_000])
    def test_bytes_after_the_end_keep_it_shut(self, node: Node, extra: bytes) -> None:
        assert "damaged" in refusal(node, LOCKED.whole + extra)

    def test_pieces_cut_off_at_their_seams_keep_it_shut(self, node: Node) -> None:
        file = reference.lock(b"x" * 3 * reference.PIECE, PASSPHRASE.encode(), QUICK)
        piece = reference.PIECE + 16
        head = file.head + file.nonce
        assert opened(node, file.whole) == b"x" * 3 * reference.PIECE
        for body in [
            file.body[:piece],
            file.body[: 2 * piece],
            file.body[piece:],
            file.body[piece : 2 * piece] + file.body[:piece] + file.body[2 * piece :],
        ]:
            assert "damaged" in refusal(node, head + body)

    def test_an_empty_piece_after_others_keeps_it_shut(self, node: Node) -> None:
        file = reference.lock(b"x" * reference.PIECE, PASSPHRASE.encode(), QUICK)
        key = reference.derive(b"k" * 16, file.nonce, b"payload")
        first = reference.seal(key, bytes(12), b"x" * reference.PIECE)
        last = reference.seal(key, (1).to_bytes(11, "big") + b"\x01", b"")
        assert "damaged" in refusal(node, file.head + file.nonce + first + last)

    def test_letters_that_are_not_as_they_must_be_keep_it_shut(self, node: Node) -> None:
        file = reference.armoured(LOCKED.whole).decode()
        first, second, *_ = file.split("\n")[1:]
        for bad in [
            file.replace(first, first[:-1]),
            file.replace(first, first[:32] + "\n" + first[32:]),
            file.replace(first, first[:-1] + "é"),
            file.replace("END", "end"),
            file.replace(f"{first}\n{second}", f"{first}{second}"),
            file + "more",
            file.replace("\n-----END", "\n\n-----END"),
            file.replace("\n-----END", " \n-----END"),
            file.replace("=", ""),
        ]:
            assert bad != file
            assert not unlock(node, bad.encode())["ok"], bad


class TestTheHead:
    def test_more_work_than_a_browser_can_do_is_not_begun(self, node: Node) -> None:
        head = LOCKED.whole.replace(b" 2\n", b" 19\n", 1)
        assert "its work factor is 19, and 18 is the most here" in refusal(node, head)
        assert "is 999" in refusal(node, LOCKED.whole.replace(b" 2\n", b" 999\n", 1))

    @pytest.mark.parametrize("factor", ["0", "02", "-2", "2.0", "", "1000", "2 2", "٢"])
    def test_work_is_written_in_one_way_only(self, node: Node, factor: str) -> None:
        bad = LOCKED.whole.replace(b" 2\n", f" {factor}\n".encode(), 1)
        assert "damaged" in refusal(node, bad)

    def test_a_file_for_a_key_says_so(self, node: Node) -> None:
        identity = pyrage.x25519.Identity.generate()
        file = pyrage.encrypt(PLAIN, [identity.to_public()])
        assert "locked for a key" in refusal(node, file)

    def test_a_second_stanza_keeps_it_shut(self, node: Node) -> None:
        file = reference.lock(PLAIN, PASSPHRASE.encode(), QUICK, more="-> other\n\n")
        assert "damaged" in refusal(node, file.whole)

    def test_a_newer_version_says_so(self, node: Node) -> None:
        assert "newer version" in refusal(node, LOCKED.whole.replace(b"/v1", b"/v2", 1))

    def test_a_file_that_is_not_age_says_so(self, node: Node) -> None:
        assert "not locked in the age format" in refusal(node, b"PK\x03\x04" + b"x" * 300)
        assert "not locked" in refusal(node, b"")

    def test_base_64_has_one_spelling(self, node: Node) -> None:
        """The last letter of the seal has two bits that say nothing: they must be nought."""
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        seal = LOCKED.head[-44:-1].decode()
        other = seal[:-1] + letters[letters.index(seal[-1]) + 1]
        assert b64decode(f"{other}=") == b64decode(f"{seal}=")
        for spelled in (other, f"{seal}=", f"{seal[:-1]} {seal[-1]}"):
            bad = LOCKED.whole.replace(seal.encode(), spelled.encode(), 1)
            assert "damaged" in refusal(node, bad)


def test_the_work_shows_how_far_it_is_and_lets_others_have_their_turn(node: Node) -> None:
    file = reference.lock(PLAIN, PASSPHRASE.encode(), 15).whole
    found = node.call("watched", {"hex": file.hex()}, PASSPHRASE)
    assert found["ok"]
    assert found["steps"] == sorted(found["steps"])
    assert (found["steps"][0] < 0.1, found["steps"][-1]) == (True, 1)
    assert found["turns"] > 2
