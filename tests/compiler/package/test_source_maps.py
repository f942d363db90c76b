"""Source maps are read by Node's own consumer: each word that stands once in a script and once in its source, outside
of required paths, must be led back to exactly its place.
"""

from __future__ import annotations

import json
import re
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaipu.cli.main import main
from kaipu.compiler.package.mappings import Segment, decode, encode

WORD = re.compile(r"[A-Za-z_$][\w$]{3,}|[一-鿿]{2,}")
PATH = re.compile(r"(?<=require\()(['\"])[^'\"]+\1")
# A minifier makes one statement of several: whose keyword is it then?
KEYWORDS = {"return", "const", "else", "throw", "async", "await", "function", "typeof", "void", "exports", "module"}
CONSUMER = """
const { SourceMap } = require('module');
const asked = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(asked.map(({ map, places }) => {
  const consumer = new SourceMap(map);
  return places.map(([line, column]) => {
    const entry = consumer.findEntry(line, column);
    const inside = column - entry.generatedColumn;
    const { originalSource, originalLine, originalColumn } = entry;
    return [originalSource, originalLine, originalColumn + inside, entry.generatedLine - line, inside];
  });
})));
"""


def places(text: str) -> dict[str, tuple[int, int]]:
    """Word -> line and column in UTF-16 units, of those that stand there once."""
    found: dict[str, tuple[int, int]] = {}
    twice = set()
    for number, line in enumerate(PATH.sub(lambda path: " " * len(path.group()), text).split("\n")):
        for match in WORD.finditer(line):
            if found.setdefault(match.group(), (number, 0)) != (number, 0) or match.group() in twice:
                twice.add(match.group())
            found[match.group()] = (number, len(line[: match.start()].encode("utf-16-le")) // 2)
            if text.count(match.group()) > 1:
                twice.add(match.group())
    return {word: place for word, place in found.items() if word not in twice}


@pytest.fixture(scope="module", params=[[], ["--minify"], ["--template", "--minify"]], ids=" ".join)
def built(tmp_path_factory, request):
    out = tmp_path_factory.mktemp("maps")
    words = ["build", "trade:noodle_shop", "--platform", "wechat", "--source-maps", "--out", str(out), *request.param]
    assert main(words) == 0
    return out


def test_every_script_has_a_map_beside_the_package_and_none_in_it(built):
    scripts = {str(path.relative_to(built / "wechat")) for path in (built / "wechat").rglob("*.js")}
    maps = {str(path.relative_to(built / "wechat.maps")) for path in (built / "wechat.maps").rglob("*.map")}
    assert {f"{name}.map" for name in scripts - {"release.js", "moved.js"}} == maps
    assert not list((built / "wechat").rglob("*.map"))
    assert not [name for name in scripts if b"sourceMappingURL" in (built / "wechat" / name).read_bytes()]


def test_words_are_led_back_to_their_places(built):
    exact = not json.loads((built / "wechat/manifest.json").read_bytes())["minified"]
    asked, expected = [], []
    for file in sorted((built / "wechat.maps").rglob("*.map")):
        source_map = json.loads(file.read_bytes())
        made = places((built / "wechat" / source_map["file"]).read_text(encoding="utf-8"))
        written = places(source_map["sourcesContent"][0])
        words = [word for word in made if word in written and word not in KEYWORDS]
        asked.append({"map": source_map, "places": [made[word] for word in words]})
        expected.append([[source_map["sources"][0], *written[word]] for word in words])
    done = subprocess.run(["node", "-e", CONSUMER], input=json.dumps(asked), capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    pairs = [pair for ones, others in zip(found, expected, strict=True) for pair in zip(ones, others, strict=True)]
    # Inside a piece, a minifier's spaces may be gone: what counts is each place that a mapping begins at.
    beginning = [(one[:3], other) for one, other in pairs if exact or one[3:] == [0, 0]]
    assert len(beginning) > 300
    assert [pair for pair in beginning if pair[0] != pair[1]] == []


def test_building_without_maps_leaves_no_old_ones_that_lie(tmp_path):
    words = ["build", "trade:noodle_shop", "--platform", "wechat", "--out", str(tmp_path)]
    assert main([*words, "--source-maps"]) == 0
    assert main(words) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["wechat"]


segments = st.builds(Segment, st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 9999))


@given(st.lists(st.lists(segments, max_size=5), min_size=1, max_size=5))
def test_mappings_are_read_as_they_were_written(lines):
    assert decode(encode(lines)) == lines


def test_mappings_of_another_program_are_read():
    assert decode("AAAA,SAASA;;CACI") == [[Segment(0, 0, 0), Segment(9, 0, 9)], [], [Segment(1, 1, 13)]]
