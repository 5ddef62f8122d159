import FindingModel
import PackageModel
import Testing

@Suite struct NPMManifestTests {
  private static let manifest = """
    {
      "name": "shop", "version": "1.0.0", "license": "MIT",
      "engines": {"node": ">=18"},
      "scripts": {"postinstall": "node setup.js", "test": "jest"},
      "dependencies": {
        "express": "^4.18.0",
        "left-pad": "1.3.0",
        "old-lodash": "npm:lodash@3.10.1",
        "tool": "github:owner/tool#v2",
        "short": "owner/short",
        "secret": "git+https://user:token@github.com/owner/secret.git#main",
        "tarball": "https://example.com/pkg.tgz?token=abc",
        "local": "file:../local",
        "member": "workspace:*",
        "fsevents": "^2.0.0",
        "std": "jsr:@std/path@^1.0.0"
      },
      "optionalDependencies": {"fsevents": "^2.3.0"},
      "devDependencies": {"jest": "29.x"},
      "peerDependencies": {"react": ">=17"},
      "overrides": {"qs": "6.11.0", "a@1": {".": "1.2.3", "b": "2.0.0", "c": "$left-pad"}},
      "resolutions": {"**/minimist": "1.2.8", "x/@scope/y": "3.0.0"},
      "pnpm": {"overrides": {"foo@1>bar": "4.0.0"}}
    }
    """

  @Test func readsEverySection() throws {
    let list = try read(Self.manifest, "package.json")
    #expect(list.problems.isEmpty)
    #expect(list.project.name == "shop" && list.project.version == "1.0.0")
    #expect(list.licences == ["MIT"])
    #expect(list.engines.map(\.constraint) == [">=18"])
    #expect(try list.requirement("express").constraint == "^4.18.0")
    #expect(try list.requirement("express").location.line == 6)
    #expect(try list.requirement("jest").scope == .development)
    #expect(try list.requirement("react").scope == .provided)
    #expect(list.requirements.count == 13)
  }

  @Test func theOptionalSectionWins() throws {
    let found = try read(Self.manifest, "package.json").requirements.filter { $0.name == "fsevents" }
    #expect(found.map(\.scope) == [.optional])
    #expect(found.map(\.constraint) == ["^2.3.0"])
  }

  @Test func anAliasIsThePackageBehindIt() throws {
    let requirement = try read(Self.manifest, "package.json").requirement("lodash")
    #expect(requirement.alias == "old-lodash")
    #expect(requirement.identity == PackageIdentity(.npm, "lodash"))
    #expect(requirement.constraint == "3.10.1")
  }

  @Test(arguments: [
    ("tool", PackageSource.repository("https://github.com/owner/tool", revision: "v2")),
    ("short", .repository("https://github.com/owner/short", revision: nil)),
    ("secret", .repository("https://github.com/owner/secret.git", revision: "main")),
    ("tarball", .archive("https://example.com/pkg.tgz")),
    ("local", .path("../local")),
    ("member", .path("workspace:*")),
    ("@jsr/std__path", .registry("https://npm.jsr.io")),
    ("express", .registry(nil)),
  ]) func knowsWherePackagesComeFrom(_ name: String, _ source: PackageSource) throws {
    #expect(try read(Self.manifest, "package.json").requirement(name).source == source)
  }

  @Test func onlyOneVersionIsAPackage() throws {
    let list = try read(Self.manifest, "package.json")
    // Ranges and tags say nothing of what will be installed.
    #expect(list.packages.map(\.name) == ["left-pad", "lodash"])
    #expect(list.direct == ["left-pad", "lodash"])
  }

  @Test func overridesOfThreeManagersAreRead() throws {
    let list = try read(Self.manifest, "package.json")
    let found = list.overrides.map { "\($0.name) \($0.constraint ?? "")" }
    #expect(
      found == [
        "qs 6.11.0", "a 1.2.3", "b 2.0.0", "minimist 1.2.8", "@scope/y 3.0.0", "bar 4.0.0",
      ])
  }

  @Test func installScriptsAreThoseThatRunByThemselves() throws {
    let list = try read(Self.manifest, "package.json")
    #expect(list.installScripts.map(\.event) == ["postinstall"])
    let native = try read("{}", "app/package.json", with: ["app/binding.gyp": "{}"])
    #expect(native.installScripts.map(\.command) == ["node-gyp rebuild"])
    let own = try read(
      #"{"scripts": {"install": "true"}}"#, "app/package.json", with: ["app/binding.gyp": "{}"])
    #expect(own.installScripts.map(\.command) == ["true"])
  }

  @Test(arguments: [
    (#"{"license": "MIT OR Apache-2.0"}"#, ["MIT OR Apache-2.0"]),
    (#"{"license": {"type": "ISC", "url": "u"}}"#, ["ISC"]),
    (#"{"licenses": [{"type": "MIT"}, {"type": "GPL-2.0"}]}"#, ["MIT", "GPL-2.0"]),
    ("{}", []),
  ]) func licencesHaveNewAndOldForms(_ text: String, _ licences: [String]) throws {
    #expect(try read(text, "package.json").licences == licences)
  }

  @Test func registriesComeFromSettingsAroundWithoutPasswords() throws {
    let list = try read(
      "{}", "app/package.json",
      with: [
        "app/.npmrc": """
        ; comment
        @corp:registry=https://user:secret@npm.corp.example/
        //npm.corp.example/:_authToken=secret
        """,
        ".npmrc": "registry = https://mirror.example/\n@corp:registry=https://other.example/",
        ".yarnrc.yml": "npmScopes:\n  team:\n    npmRegistryServer: https://team.example\n",
      ])
    let found = list.registries.map { "\($0.scope ?? "*") \($0.address)" }
    #expect(
      found == [
        "@corp https://npm.corp.example/", "* https://mirror.example/", "@team https://team.example",
      ])
  }

  @Test func catalogsOfPnpmGiveTheRange() throws {
    let list = try read(
      #"{"dependencies": {"react": "catalog:", "vue": "catalog:old", "x": "catalog:none"}}"#,
      "packages/a/package.json",
      with: [
        "pnpm-workspace.yaml": "catalog:\n  react: ^18.0.0\ncatalogs:\n  old:\n    vue: ^2.0.0\n"
      ])
    #expect(list.requirements.map(\.constraint) == ["^18.0.0", "^2.0.0", "catalog:none"])
  }

  @Test func aPackageInNodeModulesIsInTheBundle() throws {
    let list = try read(
      #"{"name": "@s/a", "version": "1.2.3", "license": "ISC", "dependencies": {"b": "^1"}, "scripts": {"install": "x", "prepare": "y"}}"#,
      "src/node_modules/@s/a/package.json")
    #expect(list.format == .npmBundle)
    let entry = try list.entry("@s/a", "1.2.3")
    #expect(entry.bundledPath == "src/node_modules/@s/a")
    #expect(entry.hasInstallScript && entry.licences == ["ISC"] && entry.source == .bundle)
    #expect(list.requirements.map(\.name) == ["b"])
    #expect(list.installScripts.map(\.event) == ["install"])
  }

  @Test(arguments: [
    "node_modules/a/esm/package.json", "node_modules/a/yarn.lock", "node_modules/.package-lock.json",
    "package.json5", "mypackage.json", "node_modules/@s/package.json",
  ]) func otherFilesAreNoLists(_ path: String) {
    #expect(format(path) == nil)
  }

  @Test(arguments: ["[]", "{", "", "\"text\"", "{\"name\": \"a\","]) func brokenOnesSayWhatIsWrong(
    _ text: String
  ) throws {
    let list = try read(text, "package.json")
    #expect(list.problems.count == 1)
    #expect(list.requirements.isEmpty)
  }

  @Test func valuesOfTheWrongKindAreLeftOut() throws {
    let list = try read(
      #"{"name": 5, "dependencies": {"a": {}, "b": null, "c": "1.0.0"}, "devDependencies": [], "scripts": "x"}"#,
      "package.json")
    #expect(list.requirements.map(\.name) == ["c"])
  }
}
