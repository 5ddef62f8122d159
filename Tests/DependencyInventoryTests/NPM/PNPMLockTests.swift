import FindingModel
import PackageModel
import Testing

@Suite struct PNPMLockTests {
  private static let ninth = """
    lockfileVersion: '9.0'
    importers:
      .:
        dependencies:
          react-dom:
            specifier: ^18
            version: 18.2.0(react@18.2.0)
          alias:
            specifier: npm:real@1
            version: real@1.0.0
          lib:
            specifier: workspace:*
            version: link:packages/lib
        devDependencies:
          vite:
            specifier: ^5
            version: 5.0.0
      packages/lib:
        optionalDependencies:
          tool:
            specifier: github:o/tool
            version: https://codeload.github.com/o/tool/tar.gz/abc123
    packages:
      react-dom@18.2.0:
        resolution: {integrity: sha512-/wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==}
        peerDependencies:
          react: ^18.2.0
      react@18.2.0:
        resolution: {integrity: sha512-/wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==}
        deprecated: use another
      real@1.0.0:
        resolution: {integrity: sha512-x}
      vite@5.0.0:
        resolution: {integrity: sha512-x}
      '@esbuild/linux-x64@0.19.0':
        resolution: {integrity: sha512-x}
      tool@https://codeload.github.com/o/tool/tar.gz/abc123:
        resolution: {tarball: https://codeload.github.com/o/tool/tar.gz/abc123}
        version: 2.0.0
    snapshots:
      react-dom@18.2.0(react@18.2.0):
        dependencies:
          react: 18.2.0
      react@18.2.0: {}
      real@1.0.0: {}
      vite@5.0.0:
        dependencies:
          react: 18.2.0
        optionalDependencies:
          '@esbuild/linux-x64': 0.19.0
      '@esbuild/linux-x64@0.19.0':
        optional: true
      tool@https://codeload.github.com/o/tool/tar.gz/abc123: {}
    """

  @Test func readsVersionNine() throws {
    let list = try read(Self.ninth, "pnpm-lock.yaml")
    #expect(list.problems.isEmpty)
    #expect(list.packages.count == 6)
    #expect(list.direct == ["react-dom", "real", "tool", "vite"])
    #expect(try list.needs(of: "react-dom") == ["react"])
    #expect(list.names(.development) == ["@esbuild/linux-x64", "vite"])
    #expect(list.names(.optional) == ["tool"])
    // Production needs it too.
    #expect(try list.entry("react").scope == .production)
    #expect(try list.entry("react").deprecation == "use another")
    #expect(try list.entry("react-dom").location.line == 24)
    let tool = try list.entry("tool")
    #expect(
      tool.version == "2.0.0" && tool.source == .repository("https://github.com/o/tool", revision: "abc123"))
  }

  @Test(arguments: ["6.0", "6.1", "7.0"]) func readsVersionSix(_ version: String) throws {
    let list = try read(
      """
      lockfileVersion: '\(version)'
      dependencies:
        a: {specifier: ^1, version: 1.0.0(peer@2.0.0)}
        renamed: {specifier: npm:real@3, version: /real@3.0.0}
      devDependencies:
        '@s/d': {specifier: ^1, version: 1.0.0}
      packages:
        /a@1.0.0(peer@2.0.0):
          resolution: {integrity: sha512-x}
          requiresBuild: true
          dependencies: {peer: 2.0.0}
          dev: false
        /peer@2.0.0: {resolution: {integrity: sha512-x}, dev: false}
        /real@3.0.0: {resolution: {integrity: sha512-x}, dev: false}
        /@s/d@1.0.0: {resolution: {tarball: 'file:d.tgz'}, dev: true}
      """, "pnpm-lock.yaml")
    #expect(list.packages.map(\.name) == ["a", "peer", "real", "@s/d"])
    #expect(list.packages.map(\.version) == ["1.0.0", "2.0.0", "3.0.0", "1.0.0"])
    #expect(list.direct == ["@s/d", "a", "real"])
    #expect(try list.needs(of: "a") == ["peer"])
    #expect(try list.entry("a").hasInstallScript)
    #expect(try list.entry("@s/d").scope == .development)
    #expect(try list.entry("@s/d").source == .path("d.tgz"))
  }

  @Test(arguments: ["5.3", "5.4"]) func readsVersionFive(_ version: String) throws {
    let list = try read(
      """
      lockfileVersion: \(version)
      specifiers: {a: ^1}
      dependencies:
        a: 1.0.0_peer@2.0.0
        renamed: /real/3.0.0
        git: github.com/o/git/abc123
      packages:
        /a/1.0.0_peer@2.0.0:
          resolution: {integrity: sha512-x}
          dependencies: {peer: 2.0.0, '@s/d': 1.0.0}
        /peer/2.0.0: {resolution: {integrity: sha512-x}}
        /real/3.0.0: {resolution: {integrity: sha512-x}}
        /@s/d/1.0.0: {resolution: {integrity: sha512-x}, dev: true}
        github.com/o/git/abc123:
          name: git
          version: 4.0.0
          resolution: {repo: 'https://github.com/o/git', commit: abc123, type: git}
      """, "pnpm-lock.yaml")
    #expect(
      list.packages.map { "\($0.name) \($0.version ?? "")" } == [
        "a 1.0.0", "peer 2.0.0", "real 3.0.0", "@s/d 1.0.0", "git 4.0.0",
      ])
    #expect(list.direct == ["a", "git", "real"])
    #expect(try list.needs(of: "a") == ["@s/d", "peer"])
    #expect(try list.entry("@s/d").scope == .production)
    #expect(try list.entry("git").source == .repository("https://github.com/o/git", revision: "abc123"))
  }

  @Test func variantsForPeersAreOnePackage() throws {
    let list = try read(
      """
      lockfileVersion: '6.0'
      dependencies:
        a: {specifier: ^1, version: 1.0.0(react@17.0.0)}
      packages:
        /a@1.0.0(react@17.0.0): {resolution: {integrity: x}, dependencies: {b: 1.0.0}}
        /a@1.0.0(react@18.0.0): {resolution: {integrity: x}, dependencies: {c: 1.0.0}}
        /b@1.0.0: {resolution: {integrity: x}}
        /c@1.0.0: {resolution: {integrity: x}}
      """, "pnpm-lock.yaml")
    #expect(list.packages.map(\.name) == ["a", "b", "c"])
    #expect(try list.needs(of: "a") == ["b", "c"])
  }

  @Test(arguments: [
    ("a: 1", "no lockfileVersion: no lockfile of pnpm"),
    ("lockfileVersion: 4.0", "lockfileVersion 4.0: only 5 to 9 are known"),
    ("lockfileVersion: '10.0'", "lockfileVersion 10.0: only 5 to 9 are known"),
  ]) func whatIsNotKnownIsSaid(_ text: String, _ reason: String) throws {
    #expect(try read(text, "pnpm-lock.yaml").problems.map(\.reason) == [reason])
  }
}
