"""What a new site brings for its host: workflows that would run, and recipes for headers."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder import __version__
from builder.cli import _parser
from builder.new import New
from tests.conftest import TODAY, SiteFolder

ROOT = Path(__file__).parent.parent
GITHUB = ".github/workflows/publish.yml"
GITLAB = ".gitlab-ci.yml"
SCHEMAS = {GITHUB: "vendor.github-workflows", GITLAB: "vendor.gitlab-ci"}
PUBLISHING = ROOT / "content/handbook/publishing.md"
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
FRAMES = "; frame-ancestors 'none'"
"""What a policy can say in a header only."""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Give a new site, not built; tests only look at it."""
    folder = tmp_path_factory.mktemp("new") / "hill-school"
    New(Path(), TODAY).make("site", str(folder))
    return SiteFolder(folder)


def read(site: SiteFolder, name: str) -> str:
    """Return a file of the site as text."""
    return (site.root / name).read_text(encoding="utf-8")


def run(path: Path, schema: str) -> subprocess.CompletedProcess[str]:
    """Check a workflow against what its host takes, offline."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name,schema", SCHEMAS.items())
def test_a_host_understands_the_workflow(begun: SiteFolder, name: str, schema: str) -> None:
    """By the schema that its maker publishes."""
    done = run(begun.root / name, schema)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


@pytest.mark.parametrize(
    "name,old,new", [(GITHUB, "runs-on:", "runs-at:"), (GITLAB, "script:", "scripts:")]
)
def test_a_workflow_with_a_typing_mistake_would_be_noticed(
    begun: SiteFolder, tmp_path: Path, name: str, old: str, new: str
) -> None:
    """So that the check before this one can fail."""
    (tmp_path / "wrong.yml").write_text(read(begun, name).replace(old, new), encoding="utf-8")
    assert run(tmp_path / "wrong.yml", SCHEMAS[name]).returncode == 1


def commands(site: SiteFolder) -> Iterator[tuple[str, str]]:
    """Give every command that a host is told to run, with the file that tells it."""
    jobs: dict[str, Any] = yaml.safe_load(read(site, GITHUB))["jobs"]
    for job in jobs.values():
        yield from ((GITHUB, step["run"]) for step in job["steps"] if "run" in step)
    gitlab: dict[str, Any] = yaml.safe_load(read(site, GITLAB))
    yield from ((GITLAB, line) for line in gitlab["before_script"])
    yield from ((GITLAB, line) for name in ("check", "pages") for line in gitlab[name]["script"])
    build = tomllib.loads(read(site, "netlify.toml"))["build"]
    yield from (("netlify.toml", line) for line in build["command"].split(" && "))


def test_hosts_are_told_only_what_the_programs_understand(begun: SiteFolder) -> None:
    """Our own command line is asked; pip is given the file that is there, and cp its folders."""
    told = list(commands(begun))
    assert {name for name, line in told if line == "peerpress build"} == {
        GITHUB,
        GITLAB,
        "netlify.toml",
    }
    for name, line in told:
        program, *words = shlex.split(line)
        if program == "peerpress":
            assert _parser().parse_args(words).command, f"{name}: {line}"
        elif program == "python":
            assert words == ["-m", "pip", "install", "--requirement", "requirements.txt"], name
        else:
            assert (program, *words) == ("cp", "hosting/_headers", "public/"), name
    assert (begun.root / "requirements.txt").is_file()
    assert (begun.root / "hosting/_headers").is_file()


def test_a_host_takes_the_version_that_the_site_began_with(begun: SiteFolder) -> None:
    """The same folder gives the same site on every machine."""
    lines = [line for line in read(begun, "requirements.txt").splitlines() if line[:1] != "#"]
    assert lines == ["--find-links program", f"peerpress=={__version__}"]


def test_what_is_published_is_the_folder_that_a_build_makes(begun: SiteFolder) -> None:
    """At each host, and no other folder."""
    github = yaml.safe_load(read(begun, GITHUB))["jobs"]["build"]["steps"]
    uploads = [step for step in github if "upload-pages-artifact" in step.get("uses", "")]
    assert [step["with"]["path"] for step in uploads] == ["public"]
    assert yaml.safe_load(read(begun, GITLAB))["pages"]["artifacts"]["paths"] == ["public"]
    assert tomllib.loads(read(begun, "netlify.toml"))["build"]["publish"] == "public"
    assert begun.out.name == "public"


def test_the_workflow_may_publish_and_nothing_else(begun: SiteFolder) -> None:
    """A step that has been tampered with could not change the files of the site."""
    workflow = yaml.safe_load(read(begun, GITHUB))
    assert workflow["permissions"] == {"contents": "read"}
    build, publish = workflow["jobs"]["build"], workflow["jobs"]["publish"]
    assert "permissions" not in build
    assert publish["permissions"] == {"pages": "write", "id-token": "write"}
    assert all("run" not in step for step in publish["steps"])
    assert "pull_request_target" not in read(begun, GITHUB)
    assert build["steps"][0]["with"] == {"persist-credentials": False}


def test_actions_and_images_name_their_version(begun: SiteFolder) -> None:
    """What has no version may be another thing tomorrow."""
    actions = re.findall(r"uses: (.+)", read(begun, GITHUB))
    assert len(actions) == 4
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in actions)
    assert re.search(r"^image: python:3\.\d+-slim$", read(begun, GITLAB), re.MULTILINE)
    python = re.search(r'python-version: "(3\.\d+)"', read(begun, GITHUB))
    assert python
    assert f"python:{python[1]}-slim" in read(begun, GITLAB)
    assert f'PYTHON_VERSION = "{python[1]}"' in read(begun, "netlify.toml")


def recipe(text: str) -> dict[str, str]:
    """Return the headers that a recipe sets for every file, whatever it is written for."""
    apache = re.findall(r'^  Header always set ([\w-]+) "(.+)"$', text, re.MULTILINE)
    nginx = re.findall(r'^  add_header ([\w-]+) "(.+)" always;$', text, re.MULTILINE)
    plain = re.findall(r"^  ([A-Z][\w-]+): (.+)$", text, re.MULTILINE)
    return dict(apache or nginx or plain)


def test_all_recipes_say_the_same(begun: SiteFolder) -> None:
    """Whichever host a school has."""
    headers = recipe(read(begun, "hosting/_headers"))
    assert len(headers) == 5
    assert recipe(read(begun, "hosting/.htaccess")) == headers
    assert recipe(PUBLISHING.read_text(encoding="utf-8")) == headers


def test_the_recipes_carry_the_policy_of_the_pages(begun: SiteFolder) -> None:
    """Two that differ would add up to a third, which nobody has tried."""
    base = (ROOT / "themes/default/templates/base.html").read_text(encoding="utf-8")
    policy = META.search(base)
    assert policy
    headers = recipe(read(begun, "hosting/_headers"))
    assert headers["Content-Security-Policy"] == policy[1] + FRAMES


def test_only_names_with_a_digest_are_kept_for_long(begun: SiteFolder) -> None:
    """A page, a feed or a font of the same name may be another one tomorrow."""
    rule = re.search(r'<FilesMatch "(.+)">', read(begun, "hosting/.htaccess"))
    assert rule
    assert f'"~{rule[1]}"' in PUBLISHING.read_text(encoding="utf-8")
    for kept in ("site.ad7eac86.css", "page.d6b32a87.js", "icon.5e1b2f17.svg"):
        assert re.search(rule[1], kept)
    for asked in ("index.html", "workbook-data.js", "feed.xml", "inter.woff2", "begin-well.zip"):
        assert not re.search(rule[1], asked)


def test_a_file_for_the_host_that_lies_in_the_published_folder_stays_there(
    site: SiteFolder, begun: SiteFolder
) -> None:
    """It is copied once, and no build takes it away."""
    site.build()
    site.write({"public/_headers": read(begun, "hosting/_headers")})
    site.replace("content/about.md", "title: About us", "title: About them")
    built = site.build()
    assert built.written
    assert site.page("_headers") == read(begun, "hosting/_headers")
