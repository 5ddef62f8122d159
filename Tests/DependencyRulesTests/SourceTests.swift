import DependencyRules
import FindingModel
import Testing

/// Where packages come from, and who else may answer.
@Suite struct SourceTests {
  private func manifest(_ specifier: String) -> [String: String] {
    ["src/package.json": "{\"dependencies\": {\n\"library\": \"\(specifier)\"}}"]
  }

  private let commit = "4f0c1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b"

  @Test(arguments: [
    ("github:owner/library", Severity.medium), ("github:owner/library#main", .medium),
    ("git+https://host.example/owner/library.git#v1.0.0", .medium),
    ("git://host.example/owner/library.git", .high), ("https://host.example/library-1.0.0.tgz", .medium),
    ("http://host.example/library-1.0.0.tgz", .high),
  ])
  func placesThatMayChange(specifier: String, severity: Severity) throws {
    let found = try Project(manifest(specifier)).findings(UnregisteredSource())
    #expect(found.map(\.severity) == [severity])
    #expect(found.map(\.location.line) == [2])
  }

  @Test func aCommitStays() throws {
    #expect(try Project(manifest("github:owner/library#\(commit)")).findings(UnregisteredSource()).isEmpty)
    #expect(try Project(manifest("file:../library")).findings(UnregisteredSource()).isEmpty)
    #expect(try Project(manifest("^1.0.0")).findings(UnregisteredSource()).isEmpty)
  }

  @Test func theLockfileFixesTheCommit() throws {
    var files = manifest("github:owner/library#main")
    files["src/package-lock.json"] = Project.lock(
      [
        (
          "library",
          "\"version\": \"1.0.0\", \"resolved\": \"git+ssh://git@github.com/owner/library.git#\(commit)\""
        )
      ],
      wanted: "{\"library\": \"github:owner/library#main\"}")
    #expect(try Project(files).findings(UnregisteredSource()).isEmpty)
  }

  @Test func aRegistryInPlainText() throws {
    let entry =
      "\"version\": \"1.0.0\", \"resolved\": \"http://npm.corp.example/library/-/library-1.0.0.tgz\""
    let files = [
      "src/package-lock.json": Project.lock([("library", entry)], wanted: "{\"library\": \"^1.0.0\"}")
    ]
    let found = try Project(files).findings(UnregisteredSource())
    #expect(found.map(\.severity) == [.high])
    #expect(found.first?.message.contains("plain HTTP, from 'http://npm.corp.example'") == true)
  }

  @Test func pythonsRepositoriesAndArchives() throws {
    let text =
      "library @ git+https://host.example/library.git@main\nother @ git+https://host.example/other.git@\(commit)\n"
    let found = try Project(["src/requirements.txt": text], runtime: "python3.13").findings(
      UnregisteredSource())
    #expect(found.map(\.location.line) == [1])
  }

  // MARK: Confusion

  @Test func aSecondIndexMayAnswer() throws {
    let text = "--extra-index-url https://user:secret@pypi.corp.example/simple\nbilling==1.4.2\n"
    let found = try Project(["src/requirements.txt": text], runtime: "python3.13").findings(
      DependencyConfusion())
    #expect(found.map(\.location.line) == [1])
    #expect(found.first?.message.contains("besides PyPI") == true)
    #expect(!"\(found)".contains("secret"))
  }

  @Test func oneIndexOrHashesLeaveNoDoubt() throws {
    let digest = String(repeating: "a", count: 64)
    for text in [
      "--index-url https://pypi.corp.example/simple\nbilling==1.4.2\n",
      "--extra-index-url https://pypi.corp.example/simple\nbilling==1.4.2 --hash=sha256:\(digest)\n",
    ] {
      let project = Project(["src/requirements.txt": text], runtime: "python3.13")
      #expect(try project.findings(DependencyConfusion()).isEmpty)
    }
  }

  private func mixed(_ more: [String: String] = [:]) -> Project {
    let own =
      "\"version\": \"1.0.0\", \"resolved\": \"https://npm.corp.example/@acme/billing/-/billing-1.0.0.tgz\", "
      + "\"integrity\": \"sha512-\(String(repeating: "A", count: 86))==\""
    let files = [
      "src/package-lock.json": Project.lock(
        [("lodash", Project.registry("lodash", "4.17.21")), ("@acme/billing", own)],
        wanted: "{\"lodash\": \"^4.0.0\", \"@acme/billing\": \"^1.0.0\"}")
    ]
    return Project(files.merging(more) { $1 })
  }

  @Test func aScopeWithoutARegistry() throws {
    let found = try mixed().findings(DependencyConfusion())
    #expect(found.count == 1)
    #expect(found.first?.message.contains("'@acme/billing' from https://npm.corp.example") == true)
    #expect(found.first?.remediation.contains("@acme:registry=https://npm.corp.example") == true)
  }

  @Test func aSettingPinsTheScope() throws {
    let settings = [".npmrc": "@acme:registry=https://npm.corp.example/\n"]
    #expect(try mixed(settings).findings(DependencyConfusion()).isEmpty)
  }

  @Test func aMirrorForAllIsNoSecondRegistry() throws {
    let entry =
      "\"version\": \"1.0.0\", \"resolved\": \"https://npm.corp.example/library/-/library-1.0.0.tgz\""
    let files = [
      "src/package-lock.json": Project.lock([("library", entry)], wanted: "{\"library\": \"^1.0.0\"}")
    ]
    #expect(try Project(files).findings(DependencyConfusion()).isEmpty)
  }

  @Test func theProjectsOwnScope() throws {
    let text =
      "{\"name\": \"@acme/app\", \"dependencies\": {\n\"@acme/billing\": \"1.0.0\", \"@other/x\": \"1.0.0\"}}"
    let found = try Project(["src/package.json": text]).findings(DependencyConfusion())
    #expect(found.map(\.confidence) == [.low] && found.map(\.profile) == [.strict])
    #expect(found.first?.message.contains("@other") == false)
    let workspace = text.replacing("\"1.0.0\"", with: "\"workspace:*\"")
    #expect(try Project(["src/package.json": workspace]).findings(DependencyConfusion()).isEmpty)
  }

  private func poetry(_ requirement: String) -> Project {
    let manifest = """
      [tool.poetry.dependencies]
      requests = "^2.31"
      billing = \(requirement)
      [[tool.poetry.source]]
      name = "acme"
      url = "https://pypi.corp.example/simple"
      """
    let lock = """
      [[package]]
      name = "requests"
      version = "2.31.0"
      groups = ["main"]
      [[package]]
      name = "billing"
      version = "1.4.2"
      groups = ["main"]
      [package.source]
      type = "legacy"
      url = "https://pypi.corp.example/simple"
      reference = "acme"
      [metadata]
      lock-version = "2.1"
      """
    return Project(["src/pyproject.toml": manifest, "src/poetry.lock": lock], runtime: "python3.13")
  }

  @Test func poetryAsksEverySourceUnlessOneIsNamed() throws {
    #expect(try poetry("\"1.4.2\"").findings(DependencyConfusion()).map(\.location.line) == [3])
    let pinned = poetry("{ version = \"1.4.2\", source = \"acme\" }")
    #expect(try pinned.findings(DependencyConfusion()).isEmpty)
  }
}
