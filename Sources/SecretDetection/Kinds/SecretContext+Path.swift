package import FindingModel

extension SecretContext {
  /// The context of a file by its path and its first bytes.
  package init(path: String, bytes: [UInt8], today: CalendarDate? = nil) {
    let parts = path.lowercased().split(separator: "/").map(String.init)
    let name = parts.last ?? ""
    let format = Self.format(name)
    let isPacked = format == .code && (name.contains(".min.") || Self.isPacked(bytes))
    self.init(isPacked ? .minified : format, isTest: Self.isTest(parts, name), today: today)
  }

  private static func format(_ name: String) -> Format {
    if lockfiles.contains(name) || lockfileEndings.contains(where: name.hasSuffix) { return .lockfile }
    if name.hasPrefix(".env") || name.hasPrefix("dockerfile") || environmentNames.contains(name) {
      return .environment
    }
    guard let dot = name.lastIndex(of: ".") else { return .unknown }
    return byEnding[String(name[name.index(after: dot)...])] ?? .unknown
  }

  /// A program in lines that nobody wrote.
  private static func isPacked(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(64_000)
    return start.count > 4_000 && start.count / (start.count { $0 == 0x0A } + 1) > 300
  }

  private static func isTest(_ parts: [String], _ name: String) -> Bool {
    if parts.dropLast().contains(where: testFolders.contains) { return true }
    return testMarks.isIn(name) || name.hasPrefix("test_") || name.hasPrefix("test-")
      || name == "conftest.py" || name.hasPrefix("mock") || name.hasPrefix("test.")
  }

  private static let testFolders: Set<String> = [
    "test", "tests", "__tests__", "testing", "testdata", "test-data", "test_data", "spec", "specs", "fixture",
    "fixtures",
    "__fixtures__", "mock", "mocks", "__mocks__", "example", "examples", "sample", "samples", "demo", "demos",
    "e2e",
    "snapshots", "__snapshots__", "stubs", "benchmarks", "testcases", "unittests", "integration-tests", "doc",
    "docs",
  ]

  private static let testMarks = WordList([
    ".test.", ".spec.", "_test.", "_tests.", "-test.", "-spec.", "_spec.", ".example", ".sample", ".template",
    ".dist",
    "example.", "sample.", "tests.swift", "test.java", "tests.cs", ".mock.", ".fixture.", ".stories.",
    "examples-",
  ])

  private static let lockfiles: Set<String> = [
    "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "pipfile.lock",
    "poetry.lock",
    "uv.lock", "pdm.lock", "pylock.toml", "composer.lock", "gemfile.lock", "cargo.lock", "go.sum",
    "package.resolved",
    "packages.lock.json", "mix.lock", "pubspec.lock", "podfile.lock", "gradle.lockfile", "flake.lock",
    "deno.lock",
    "conda-lock.yml", ".terraform.lock.hcl", "record", "sha256sums", "checksums.txt", ".package-lock.json",
    "project.assets.json",
  ]

  private static let lockfileEndings = [".deps.json", ".lock", ".lockfile", ".sum", ".map", ".integrity"]

  private static let environmentNames: Set<String> = [
    "containerfile", ".npmrc", ".pypirc", ".netrc", "_netrc", ".s3cfg", ".boto", "credentials", ".pgpass",
    "makefile",
    ".bashrc", ".zshrc", ".profile", ".htpasswd", ".dockercfg", "procfile",
  ]

  private static let byEnding: [String: Format] = {
    let endings: [(Format, String)] = [
      (
        .code,
        "c cc cpp cs cxx dart ex exs fs go groovy h hpp java jl js jsx kt kts lua m mjs cjs mm php pl pm py pyi pyw r rb rs "
          + "scala sql swift ts tsx mts cts vb vue svelte tf hcl clj erl hs css scss less cshtml razor gradle"
      ),
      (
        .data, "json json5 jsonc yaml yml toml xml ini cfg conf config plist csv tfvars tfstate http rest asl"
      ),
      (.environment, "env properties sh bash zsh fish ps1 bat cmd dockerfile"), (.notebook, "ipynb"),
      (.prose, "md markdown rst adoc txt html htm tex po pot svg log"),
    ]
    return Dictionary(
      endings.flatMap { format, words in words.split(separator: " ").map { (String($0), format) } },
      uniquingKeysWith: { first, _ in first })
  }()
}
