import FindingModel
import PackageModel
import Testing

@Suite struct PythonLockTests {
  private static let digest = String(repeating: "ab", count: 32)
  private static let project = """
    [project]
    name = "shop"
    dependencies = ["a"]
    [dependency-groups]
    dev = ["d"]
    """

  // MARK: Poetry

  @Test func readsPoetrysFirstVersion() throws {
    let list = try read(
      """
      [[package]]
      name = "A"
      version = "1.0"
      description = ""
      category = "main"
      optional = false
      python-versions = "*"

      [package.dependencies]
      b = ">=1"
      c = {version = "*", markers = "os_name == 'nt'"}

      [[package]]
      name = "b"
      version = "1.0"
      category = "main"
      optional = true

      [[package]]
      name = "c"
      version = "1.0"
      category = "dev"
      optional = false

      [package.source]
      type = "git"
      url = "https://token@github.com/o/c.git"
      reference = "main"
      resolved_reference = "abc123"

      [metadata]
      lock-version = "1.1"

      [metadata.files]
      A = [{file = "a.whl", hash = "sha256:\(Self.digest)"}]
      """, "poetry.lock")
    #expect(list.packages.map(\.scope) == [.production, .optional, .development])
    #expect(try list.needs(of: "A") == ["b", "c"])
    #expect(list.direct == ["A"])
    #expect(try list.entry("A").integrity == [IntegrityHash(algorithm: "sha256", hexadecimal: Self.digest)])
    #expect(try list.entry("c").source == .repository("https://github.com/o/c.git", revision: "abc123"))
    #expect(try list.entry("b").location.line == 13)
  }

  private static let second = """
    [[package]]
    name = "a"
    version = "1.0"
    optional = false
    files = [{file = "a.whl", hash = "sha256:\(digest)"}]

    [package.dependencies]
    b = "*"

    [[package]]
    name = "b"
    version = "2.0"

    [package.source]
    type = "legacy"
    url = "https://corp.example/simple"
    reference = "corp"

    [[package]]
    name = "d"
    version = "1.0"

    [package.dependencies]
    b = "*"
    e = "*"

    [[package]]
    name = "e"
    version = "1.0"

    [metadata]
    lock-version = "2.0"
    """

  @Test func scopesComeFromTheManifest() throws {
    let list = try read(Self.second, "app/poetry.lock", with: ["app/pyproject.toml": Self.project])
    #expect(list.direct == ["a", "d"])
    #expect(list.names(.production) == ["a", "b"])
    #expect(list.names(.development) == ["d", "e"])
    #expect(try list.entry("b").source == .registry("https://corp.example/simple"))
    #expect(DependencyPaths(list).text(to: 3) == "d > e")
  }

  @Test func groupsOfTheSecondVersionSayScopes() throws {
    let list = try read(
      """
      [[package]]
      name = "a"
      version = "1.0"
      groups = ["main", "dev"]
      [[package]]
      name = "d"
      version = "1.0"
      groups = ["dev"]
      markers = "os_name == 'nt'"
      """, "poetry.lock")
    #expect(list.packages.map(\.scope) == [.production, .development])
    #expect(try list.entry("d").condition == "os_name == 'nt'")
  }

  // MARK: PDM

  @Test func readsPDM() throws {
    let list = try read(
      """
      [metadata]
      groups = ["default", "dev"]
      [[package]]
      name = "a"
      version = "1.0"
      groups = ["default"]
      dependencies = ["b<2,>=1", "c; os_name == 'nt'"]
      files = [{file = "a.whl", hash = "sha256:\(Self.digest)"}]
      [[package]]
      name = "a"
      version = "1.0"
      extras = ["x"]
      groups = ["default"]
      dependencies = ["a==1.0", "d"]
      [[package]]
      name = "b"
      version = "1.5"
      groups = ["default"]
      [[package]]
      name = "c"
      version = "1.0"
      git = "https://github.com/o/c.git"
      ref = "main"
      revision = "abc123"
      groups = ["dev"]
      [[package]]
      name = "d"
      version = "1.0"
      groups = ["default"]
      """, "pdm.lock")
    #expect(list.lines == ["a 1.0", "b 1.5", "c 1.0", "d 1.0"])
    #expect(try list.needs(of: "a") == ["b", "c", "d"])
    #expect(try list.entry("c").scope == .development)
    #expect(try list.entry("c").source == .repository("https://github.com/o/c.git", revision: "abc123"))
  }

  // MARK: uv

  @Test func readsUV() throws {
    let list = try read(
      """
      version = 1
      requires-python = ">=3.9"
      [[package]]
      name = "shop"
      version = "0.1.0"
      source = { editable = "." }
      dependencies = [{ name = "a", extra = ["x"] }, { name = "b", version = "2.0", marker = "m" }]
      [package.optional-dependencies]
      s3 = [{ name = "o" }]
      test = [{ name = "t" }]
      [package.dev-dependencies]
      dev = [{ name = "d" }]
      [[package]]
      name = "a"
      version = "1.0"
      source = { registry = "https://pypi.org/simple" }
      sdist = { url = "https://u/a.tar.gz", hash = "sha256:\(Self.digest)", size = 1 }
      wheels = [{ url = "https://u/a.whl", hash = "sha256:\(Self.digest)" }]
      [package.optional-dependencies]
      x = [{ name = "b", version = "1.0" }]
      [[package]]
      name = "b"
      version = "1.0"
      source = { registry = "https://corp.example/simple" }
      [[package]]
      name = "b"
      version = "2.0"
      source = { git = "https://token@github.com/o/b?rev=v2#abc123" }
      [[package]]
      name = "o"
      version = "1.0"
      source = { url = "https://example.com/o.whl" }
      [[package]]
      name = "t"
      version = "1.0"
      source = { path = "../t" }
      [[package]]
      name = "d"
      version = "1.0"
      source = { registry = "https://pypi.org/simple" }
      dependencies = [{ name = "a" }]
      """, "uv.lock")
    #expect(list.problems.isEmpty)
    #expect(list.project.name == "shop" && list.engines.map(\.constraint) == [">=3.9"])
    #expect(list.direct == ["a", "b", "d", "o", "shop", "t"])
    #expect(try list.needs(of: "shop") == ["a", "b", "o"])
    #expect(try list.entry("shop").dependencies.map { list.packages[$0].version } == ["1.0", "2.0", "1.0"])
    #expect(try list.entry("a").dependencies.map { list.packages[$0].version } == ["1.0"])
    #expect(list.names(.development) == ["d", "t"])
    #expect(list.names(.optional) == ["o"])
    #expect(try list.entry("a").integrity.count == 2)
    #expect(try list.entry("a").source == .registry(nil))
    #expect(try list.entry("b", "1.0").source == .registry("https://corp.example/simple"))
    #expect(try list.entry("b", "2.0").source == .repository("https://github.com/o/b", revision: "abc123"))
    #expect(try list.entry("o").source == .archive("https://example.com/o.whl"))
    #expect(try list.entry("t").source == .path("../t"))
  }

  // MARK: The standard's

  @Test func readsTheStandards() throws {
    let list = try read(
      """
      lock-version = "1.0"
      requires-python = ">=3.10"
      [[packages]]
      name = "a"
      version = "1.0"
      index = "https://pypi.org/simple"
      dependencies = [{name = "b"}]
      wheels = [{name = "a.whl", url = "https://u/a.whl", hashes = {sha256 = "\(Self.digest)"}}]
      [[packages]]
      name = "b"
      marker = "os_name == 'nt'"
      vcs = {type = "git", url = "https://github.com/o/b.git", commit-id = "abc123"}
      [[packages]]
      name = "d"
      directory = {path = "lib/d", editable = true}
      [[packages]]
      name = "e"
      archive = {url = "https://example.com/e.zip?sig=secret", hashes = {sha256 = "\(Self.digest)"}}
      """, "pylock.dev.toml", with: ["pyproject.toml": Self.project])
    #expect(list.lines == ["a 1.0", "b -", "d -", "e -"])
    #expect(list.direct == ["a", "d"])
    #expect(try list.entry("a").integrity.count == 1)
    #expect(try list.entry("b").source == .repository("https://github.com/o/b.git", revision: "abc123"))
    #expect(try list.entry("b").condition == "os_name == 'nt'")
    #expect(try list.entry("d").source == .path("lib/d"))
    #expect(try list.entry("e").source == .archive("https://example.com/e.zip"))
    #expect(try list.entry("e").integrity.count == 1)
  }

  // MARK: Pipenv

  @Test func readsPipenv() throws {
    let list = try read(
      """
      {"_meta": {"requires": {"python_version": "3.11"},
        "sources": [{"name": "pypi", "url": "https://pypi.org/simple"}, {"name": "corp", "url": "https://u:secret@corp.example/simple"}]},
       "default": {
         "a": {"hashes": ["sha256:\(Self.digest)"], "index": "corp", "version": "==1.0", "markers": "m"},
         "tool": {"git": "https://github.com/o/tool.git", "ref": "abc123"}},
       "develop": {"d": {"version": "==2.0"}, "a": {"version": "==1.0"}}}
      """, "Pipfile.lock", with: ["Pipfile": "[packages]\nA = \"*\"\n[dev-packages]\n"])
    #expect(list.lines == ["a 1.0", "d 2.0", "tool -"])
    #expect(list.direct == ["a"])
    #expect(list.names(.development) == ["d"])
    #expect(try list.entry("a").source == .registry("https://corp.example/simple"))
    #expect(try list.entry("a").integrity.count == 1)
    #expect(try list.entry("tool").source == .repository("https://github.com/o/tool.git", revision: "abc123"))
    #expect(list.registries.map(\.address) == ["https://pypi.org/simple", "https://corp.example/simple"])
  }

  @Test(arguments: [
    ("poetry.lock", "x = 1"), ("pdm.lock", ""), ("uv.lock", "x = 1"), ("pylock.toml", "x = 1"),
    ("pylock.toml", "lock-version = \"2.0\""), ("Pipfile.lock", "{}"), ("poetry.lock", "[[package"),
    ("uv.lock", "version = 1\n[[package]]\nname = "), ("Pipfile.lock", "{\"_meta\""), ("Pipfile", "="),
    ("pyproject.toml", "[project"), ("poetry.lock", "[[package]]\nversion = '1'"),
  ]) func brokenOnesSayWhatIsWrong(_ path: String, _ text: String) throws {
    #expect(try read(text, path).problems.count == 1)
  }
}
