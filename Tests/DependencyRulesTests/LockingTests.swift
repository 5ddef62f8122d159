import DependencyRules
import FindingModel
import Testing

/// What fixes versions, and what lets every build choose.
@Suite struct LockingTests {
  // MARK: Unpinned

  @Test func namesAloneAndOpenEndsAreOneFinding() throws {
    let found = try Project(
      ["src/requirements.txt": "boto3\nrequests>=2.0\nflask~=2.0\njinja2==3.1.4\n"], runtime: "python3.13"
    ).findings(UnpinnedRequirement())
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.location.line == 1)
    #expect(finding.message.contains("'boto3' and 'requests >=2.0'"))
    #expect(!finding.message.contains("flask"))
    #expect(finding.functions == ["Orders"])
  }

  @Test(arguments: ["*", "latest", ">=1.0.0", "x", ""])
  func npmTakesTheNewest(constraint: String) throws {
    let manifest = "{\"dependencies\": {\n\"lodash\": \"\(constraint)\"}}"
    #expect(try Project(["src/package.json": manifest]).findings(UnpinnedRequirement()).count == 1)
  }

  @Test(arguments: ["^1.2.0", "~1.2", "1.2.3", "1.x", ">=1 <2"])
  func anEndIsNoOpenEnd(constraint: String) throws {
    let manifest = "{\"dependencies\": {\"lodash\": \"\(constraint)\"}}"
    #expect(try Project(["src/package.json": manifest]).findings(UnpinnedRequirement()).isEmpty)
  }

  @Test func aLockfileFixesThem() throws {
    let files = [
      "src/package.json": "{\"dependencies\": {\"lodash\": \"*\"}}",
      "src/package-lock.json": Project.lock(
        [("lodash", Project.registry("lodash", "4.17.21"))], wanted: "{\"lodash\": \"*\"}"),
    ]
    #expect(try Project(files).findings(UnpinnedRequirement()).isEmpty)
    #expect(try Project(files).findings(NoLockfile()).isEmpty)
  }

  @Test func constraintsAndHashesFixThemToo() throws {
    let digest = String(repeating: "a", count: 64)
    let files = [
      "src/requirements.txt": "-c limits.txt\nboto3\nrequests --hash=sha256:\(digest)\n",
      "src/limits.txt": "boto3==1.34.0\n",
    ]
    #expect(try Project(files, runtime: "python3.13").findings(UnpinnedRequirement()).isEmpty)
  }

  @Test func anIncludedFileIsToldOnce() throws {
    let files = [
      "src/requirements.txt": "-r requirements-base.txt\n", "src/requirements-base.txt": "boto3\n",
    ]
    let found = try Project(files, runtime: "python3.13").findings(UnpinnedRequirement())
    #expect(found.map(\.location.path) == ["src/requirements-base.txt"])
  }

  @Test func functionsThatShareAManifestShareTheFinding() throws {
    var project = Project(["src/package.json": "{\"dependencies\": {\"lodash\": \"*\"}}"])
    project.others = ["Bills", "Charges"]
    let found = try project.findings(UnpinnedRequirement())
    #expect(found.map(\.functions) == [["Bills", "Charges", "Orders"]])
  }

  @Test func whatIsForDevelopmentIsNotDeployed() throws {
    let manifest = "{\"devDependencies\": {\"jest\": \"*\"}}"
    #expect(try Project(["src/package.json": manifest]).findings(UnpinnedRequirement()).isEmpty)
    #expect(try Project(["src/package.json": manifest]).findings(NoLockfile()).isEmpty)
  }

  // MARK: No lockfile

  @Test func rangesWithoutALockfile() throws {
    let manifest = "{\"dependencies\": {\n\"lodash\": \"^4.17.0\", \"uuid\": \"1.2.3\"}}"
    let found = try Project(["src/package.json": manifest]).findings(NoLockfile())
    #expect(found.map(\.location.line) == [2])
    #expect(found.first?.message.contains("versions of 'lodash',") == true)
    #expect(found.first?.remediation.contains("npm install --package-lock-only") == true)
  }

  @Test func anOpenEndIsToldInstead() throws {
    let project = Project([
      "src/package.json": "{\"dependencies\": {\"a-b-c\": \"^4.0.0\", \"lodash\": \"*\"}}"
    ])
    #expect(try project.findings(NoLockfile()).isEmpty)
    #expect(try project.findings(UnpinnedRequirement()).count == 1)
  }

  @Test func extrasOfPythonAreNotInstalledByDefault() throws {
    let text = """
      [project]
      name = "orders"
      dependencies = ["requests==2.32.5"]
      [project.optional-dependencies]
      charts = ["pandas>=2"]
      """
    let project = Project(["src/pyproject.toml": text], runtime: "python3.13")
    #expect(try project.findings(UnpinnedRequirement()).isEmpty)
    #expect(try project.findings(NoLockfile()).isEmpty)
  }

  @Test func exactVersionsNeedNone() throws {
    #expect(
      try Project(["src/package.json": "{\"dependencies\": {\"lodash\": \"4.17.21\"}}"])
        .findings(NoLockfile()).isEmpty)
  }

  @Test func poetryWithoutALock() throws {
    let text = "[tool.poetry.dependencies]\npython = \"^3.12\"\nrequests = \"^2.31\"\njinja2 = \"3.1.4\"\n"
    let found = try Project(["src/pyproject.toml": text], runtime: "python3.13").findings(NoLockfile())
    #expect(found.map(\.location.line) == [3])
  }

  @Test func aManifestOfNoFunctionCountsAsWell() throws {
    let found = try Project(["tools/package.json": "{\"dependencies\": {\"lodash\": \"^4.0.0\"}}"])
      .findings(NoLockfile())
    #expect(found.first?.functions == [] && found.first?.severity == .low)
    #expect(found.first?.message.hasPrefix("'tools/package.json' has no lockfile") == true)
  }

  @Test func aLockfileThatCannotBeReadIsThereAllTheSame() throws {
    let files = [
      "src/package.json": "{\"dependencies\": {\"lodash\": \"^4.0.0\"}}",
      "src/package-lock.json": "{\"packages\": ",
    ]
    #expect(try Project(files).findings(NoLockfile()).isEmpty)
  }

  // MARK: Integrity

  @Test func aLockfileWithoutDigests() throws {
    let bare =
      "\"version\": \"4.17.21\", \"resolved\": \"https://registry.npmjs.org/lodash/-/lodash-4.17.21.tgz\""
    let files = [
      "src/package.json": "{\"dependencies\": {\"lodash\": \"^4.0.0\", \"uuid\": \"^9.0.0\"}}",
      "src/package-lock.json": Project.lock(
        [("uuid", Project.registry("uuid", "9.0.0")), ("lodash", bare)],
        wanted: "{\"lodash\": \"^4.0.0\", \"uuid\": \"^9.0.0\"}"),
    ]
    let found = try Project(files).findings(NoIntegrity())
    #expect(found.map(\.severity) == [.medium])
    #expect(found.first?.message.contains("1 of its 2 packages: 'lodash 4.17.21'") == true)
  }

  @Test func linksAndBundledPackagesHaveNone() throws {
    let files = [
      "src/package-lock.json": Project.lock([
        ("uuid", Project.registry("uuid", "9.0.0")),
        ("inner", "\"version\": \"1.0.0\", \"inBundle\": true"),
        ("own", "\"resolved\": \"packages/own\", \"link\": true"),
      ])
    ]
    #expect(try Project(files).findings(NoIntegrity()).isEmpty)
  }

  @Test func pinnedRequirementsWithoutHashesAreForTheStrict() throws {
    let found = try Project(["src/requirements.txt": "boto3==1.34.0\n"], runtime: "python3.13")
      .findings(NoIntegrity())
    #expect(found.map(\.profile) == [.strict] && found.map(\.severity) == [.low])
    let open = Project(["src/requirements.txt": "boto3==1.34.0\nrequests\n"], runtime: "python3.13")
    #expect(try open.findings(NoIntegrity()).isEmpty)
  }

  @Test func formatsWithoutDigestsAreSilent() throws {
    let lock = "GEM\n  remote: https://rubygems.org/\n  specs:\n    rack (3.0.0)\n\nDEPENDENCIES\n  rack\n"
    #expect(try Project(["src/Gemfile.lock": lock], runtime: "ruby3.4").findings(NoIntegrity()).isEmpty)
  }
}
