import FindingModel
import PackageModel
import Testing

@Suite struct NPMLockTests {
  private static let third = """
    {
      "name": "shop", "version": "1.0.0", "lockfileVersion": 3, "requires": true,
      "packages": {
        "": {"name": "shop", "version": "1.0.0", "workspaces": ["packages/*"],
          "dependencies": {"express": "^4", "alias": "npm:real@1"}, "devDependencies": {"jest": "^29"}},
        "node_modules/express": {"version": "4.18.2",
          "resolved": "https://registry.npmjs.org/express/-/express-4.18.2.tgz",
          "integrity": "sha512-/wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
          "license": "MIT", "dependencies": {"qs": "6.11.0", "body-parser": "1"}},
        "node_modules/body-parser": {"version": "1.20.1", "dependencies": {"qs": "6.7.0"},
          "deprecated": "no longer supported"},
        "node_modules/body-parser/node_modules/qs": {"version": "6.7.0"},
        "node_modules/qs": {"version": "6.11.0", "hasInstallScript": true},
        "node_modules/alias": {"name": "real", "version": "1.0.0"},
        "node_modules/jest": {"version": "29.0.0", "dev": true, "dependencies": {"qs": "6"}},
        "node_modules/fsevents": {"version": "2.3.2", "optional": true},
        "node_modules/both": {"version": "1.0.0", "devOptional": true},
        "node_modules/peer": {"version": "1.0.0", "peer": true},
        "node_modules/corp": {"version": "1.0.0",
          "resolved": "https://npm.corp.example/repo/corp/-/corp-1.0.0.tgz"},
        "node_modules/repo": {"version": "1.0.0", "resolved": "git+ssh://git@github.com/o/repo.git#abc123"},
        "node_modules/tar": {"version": "1.0.0", "resolved": "https://example.com/tar.tgz"},
        "node_modules/inner": {"version": "1.0.0", "inBundle": true},
        "node_modules/member": {"resolved": "packages/member", "link": true},
        "packages/member": {"version": "0.1.0", "dependencies": {"deep": "1", "qs": "6"}},
        "packages/member/node_modules/deep": {"version": "1.0.0"}
      }
    }
    """

  @Test func readsThePackagesOfTheTree() throws {
    let list = try read(Self.third, "package-lock.json")
    #expect(list.problems.isEmpty)
    #expect(list.project.name == "shop")
    #expect(list.packages.count == 15)
    let express = try list.entry("express")
    #expect(express.version == "4.18.2" && express.source == .registry(nil) && express.licences == ["MIT"])
    #expect(express.location.line == 6)
    #expect(express.integrity.map(\.algorithm) == ["sha512"])
    #expect(express.integrity.first?.hexadecimal == "ff" + String(repeating: "0", count: 126))
    #expect(try list.entry("body-parser").deprecation == "no longer supported")
    #expect(try list.entry("qs", "6.11.0").hasInstallScript)
  }

  @Test func needsAreResolvedAsNodeDoesIt() throws {
    let list = try read(Self.third, "package-lock.json")
    func versions(_ name: String) throws -> [String?] {
      try list.entry(name).dependencies.map { list.packages[$0] }.filter { $0.name == "qs" }.map(\.version)
    }
    #expect(try versions("express") == ["6.11.0"])
    #expect(try versions("body-parser") == ["6.7.0"])
    #expect(try versions("jest") == ["6.11.0"])
    // A member of a workspace looks in its own folder, then in the root's.
    #expect(try versions("member") == ["6.11.0"])
    #expect(try list.needs(of: "member") == ["deep", "qs"])
  }

  @Test func marksSayWhatPackagesAreFor() throws {
    let list = try read(Self.third, "npm-shrinkwrap.json")
    #expect(try list.entry("jest").scope == .development)
    #expect(try list.entry("fsevents").scope == .optional)
    #expect(try list.entry("both").scope == .optional)
    // npm 7 installs peers.
    #expect(try list.entry("peer").scope == .production)
  }

  @Test func directIsWhatTheRootAndTheMembersAskFor() throws {
    let list = try read(Self.third, "package-lock.json")
    #expect(list.direct == ["deep", "express", "jest", "member", "qs", "real"])
    #expect(try list.entry("real").alias == "alias")
    #expect(try !list.entry("qs", "6.7.0").isDirect)
  }

  @Test(arguments: [
    ("corp", PackageSource.registry("https://npm.corp.example/repo")),
    ("repo", .repository("ssh://git@github.com/o/repo.git", revision: "abc123")),
    ("tar", .archive("https://example.com/tar.tgz")),
    ("inner", .bundle), ("member", .path("packages/member")),
  ]) func knowsWherePackagesComeFrom(_ name: String, _ source: PackageSource) throws {
    #expect(try read(Self.third, "package-lock.json").entry(name).source == source)
  }

  private static let first = """
    {"name": "old", "version": "1.0.0", "lockfileVersion": 1, "requires": true, "dependencies": {
      "a": {"version": "1.0.0", "resolved": "https://registry.npmjs.org/a/-/a-1.0.0.tgz",
        "integrity": "sha1-qqqqqqqqqqqqqqqqqqqqqqqqqqo=", "requires": {"b": "^2.0.0", "c": "1"},
        "dependencies": {"b": {"version": "2.0.0", "requires": {"c": "1"}}}},
      "b": {"version": "1.0.0", "dev": true},
      "c": {"version": "1.0.0", "bundled": true},
      "d": {"version": "npm:real@3.0.0", "optional": true},
      "g": {"version": "git+https://github.com/o/g.git#abc", "from": "g@o/g"}
    }}
    """

  @Test func theFirstVersionNestsPackages() throws {
    let list = try read(
      Self.first, "package-lock.json",
      with: ["package.json": #"{"dependencies": {"a": "1"}, "devDependencies": {"b": "1"}}"#])
    #expect(list.packages.count == 6)
    #expect(list.direct == ["a", "b"])
    let needed = try list.entry("a").dependencies.map { list.packages[$0] }
    #expect(needed.map(\.version) == ["2.0.0", "1.0.0"])
    #expect(try list.needs(of: "b", "2.0.0") == ["c"])
    #expect(try list.entry("b", "1.0.0").scope == .development)
    #expect(try list.entry("real").alias == "d" && list.entry("real").scope == .optional)
    #expect(try list.entry("g").source == .repository("https://github.com/o/g.git", revision: "abc"))
    #expect(try list.entry("g").version == nil)
    #expect(try list.entry("c").source == .bundle)
  }

  @Test func withoutAManifestWhatNothingNeedsIsDirect() throws {
    #expect(try read(Self.first, "package-lock.json").direct == ["a", "b", "g", "real"])
  }

  @Test func cyclesAreEdgesLikeOthers() throws {
    let list = try read(
      """
      {"lockfileVersion": 3, "packages": {"": {"dependencies": {"a": "1"}},
        "node_modules/a": {"version": "1.0.0", "dependencies": {"b": "1"}},
        "node_modules/b": {"version": "1.0.0", "dependencies": {"a": "1", "b": "1"}}}}
      """, "package-lock.json")
    #expect(try list.needs(of: "b") == ["a", "b"])
    #expect(DependencyPaths(list).text(to: 1) == "a > b")
  }

  @Test(arguments: ["{}", "[]", "{\"packages\":", "{\"lockfileVersion\": 3, \"packages\": []"])
  func brokenOnesSayWhatIsWrong(_ text: String) throws {
    #expect(try read(text, "package-lock.json").problems.count == 1)
  }

  @Test func anEmptyLockfileIsFine() throws {
    let list = try read(#"{"name": "x", "lockfileVersion": 1}"#, "package-lock.json")
    #expect(list.problems.isEmpty && list.packages.isEmpty)
  }

  @Test(arguments: [(4096, ["b"]), (4097, [])]) func longLocationsAreNotFollowed(
    _ length: Int, _ needs: [String]
  ) throws {
    let location = String(repeating: "x", count: length)
    let list = try read(
      """
      {"lockfileVersion": 3, "packages": {"\(location)": {"name": "a", "version": "1.0.0", "dependencies": {"b": "1"}},
        "node_modules/b": {"version": "1.0.0"}}}
      """, "package-lock.json")
    #expect(try list.needs(of: "a") == needs)
  }

  @Test(arguments: [(199, ["b"]), (200, [])]) func deepLocationsAreNotFollowed(
    _ depth: Int, _ needs: [String]
  ) throws {
    let location = Array(repeating: "x", count: depth).joined(separator: "/")
    let list = try read(
      """
      {"lockfileVersion": 3, "packages": {"\(location)": {"name": "a", "version": "1.0.0", "dependencies": {"b": "1"}},
        "node_modules/b": {"version": "1.0.0"}}}
      """, "package-lock.json")
    #expect(try list.needs(of: "a") == needs)
  }
}
