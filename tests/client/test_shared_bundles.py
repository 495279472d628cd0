"""One script takes from another what that one holds: no module twice, and nothing by chance."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from themes.default.client import bundle, pair, shared
from themes.default.client.shared import Name

CODE = """import { t, plural as plural2 } from "../../client/src/words.ts";
import {
  jsx
} from "../../client/node_modules/p/jsx.mjs";
import "../../client/src/done.ts";
const text = `import { no } from "nowhere"`;
export {};
"""


def test_what_a_script_wants_is_read_from_its_imports() -> None:
    assert shared.wanted(CODE, "/tmp/x", "/client") == [
        Name("node_modules/p/jsx.mjs", "jsx"),
        Name("src/words.ts", "plural"),
        Name("src/words.ts", "t"),
    ]


@pytest.mark.parametrize("code", ['import * as all from "./a.ts";', 'import one from "./a.ts";'])
def test_what_has_no_single_name_is_refused(code: str) -> None:
    with pytest.raises(shared.NotSharedError, match="only names"):
        shared.wanted(f"{code}\n", "/client", "/client")


def test_a_name_that_may_be_set_anew_is_refused(tmp_path: Path) -> None:
    """The later script would go on with what it was at first."""
    (tmp_path / "a.ts").write_text("export let open = null;\n", encoding="utf-8")
    with pytest.raises(shared.NotSharedError, match=r"a\.ts: export a function"):
        shared.refuse_what_changes([Name("a.ts", "open")], tmp_path)


def test_each_stub_takes_the_place_that_the_first_script_gave_its_name() -> None:
    names = [Name("a.ts", "one"), Name("b.ts", "two"), Name("b.ts", "three")]
    key = shared.key(names)
    assert f'globalThis["{key}"] = [shared0, shared1, shared2];' in shared.leaving("x", names)
    assert 'import { three as shared2 } from "./b.ts";' in shared.leaving("x", names)
    assert shared.stubs(names) == {
        "a.ts": f'export const one = globalThis["{key}"][0];\n',
        "b.ts": f'export const two = globalThis["{key}"][1];\n'
        f'export const three = globalThis["{key}"][2];\n',
    }


def test_scripts_of_different_making_do_not_meet() -> None:
    assert shared.key([Name("a.ts", "one")]) != shared.key([Name("a.ts", "two")])


@pytest.mark.parametrize("later, first", bundle.LATER.items())
def test_the_later_script_reads_the_global_that_the_first_one_leaves(
    later: str, first: str
) -> None:
    scripts = [(bundle.STATIC / name).read_text(encoding="utf-8") for name in (first, later)]
    keys = [set(re.findall(rf"{shared.GLOBAL}[0-9a-f]{{8}}", script)) for script in scripts]
    assert keys[0] == keys[1]
    assert len(keys[0]) == 1


@pytest.mark.parametrize("later, first", bundle.LATER.items())
def test_no_module_of_ours_is_in_both(later: str, first: str) -> None:
    scripts = json.loads(bundle.MANIFEST.read_text(encoding="utf-8"))["scripts"]
    assert scripts[later]["sources"]
    assert not set(scripts[later]["sources"]) & set(scripts[first]["sources"])


class TestTheBundling:
    """A first script and a later one, small enough to read."""

    def made(self, folder: Path, wanted: str) -> tuple[str, str]:
        """Bundle both, the later one calling a function of the first by name; return them."""
        for name in pair.BESIDE:
            shutil.copyfile(bundle.HERE / name, folder / name)
        sources = {
            "held.ts": "let n = 0;\nexport const count = (): number => (n += 1);\n",
            "first.ts": "import { count } from './held';\nglobalThis.first = count();\n",
            "later.ts": f"import {{ {wanted} }} from './held';\nglobalThis.later = {wanted}();\n",
        }
        for name, text in sources.items():
            (folder / name).write_text(text, encoding="utf-8")
        esbuild = pair.Esbuild(bundle.ESBUILD, bundle.OPTIONS, folder)
        inputs = pair.make_pair(esbuild, folder, {"a.js": "first.ts", "b.js": "later.ts"})
        assert inputs == {"a.js": ["first.ts", "held.ts"], "b.js": ["later.ts"]}
        return (folder / "a.js").read_text(), (folder / "b.js").read_text()

    def test_both_scripts_have_one_and_the_same_module(self, tmp_path: Path) -> None:
        """What the first has counted, the later counts on from."""
        first, later = self.made(tmp_path, "count")
        code = f"{first}\n{later}\nconsole.log(globalThis.first, globalThis.later);"
        done = subprocess.run(["node", "-e", code], capture_output=True, text=True, check=True)
        assert done.stdout.split() == ["1", "2"]

    def test_a_name_that_is_not_exported_stops_it(
        self, tmp_path: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(subprocess.CalledProcessError):
            self.made(tmp_path, "gone")
        assert 'No matching export in "held.ts" for import "gone"' in capfd.readouterr().err
