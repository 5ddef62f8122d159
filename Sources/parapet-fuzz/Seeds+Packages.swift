internal import PackageModel

extension Seeds {
  /// A ZIP with a descriptor of Maven and something that claims to be a jar.
  private static let zip =
    "504b030414000000080000002100144fc3132100000021000000210000004d4554412d494e462f6d6176656e2f672f612f706f6d2e70726f"
    + "706572746965734b2fca2f2df04cb14de74a2c2ac94c4b4c2e017212b9ca528b8a33f3f36c0db900504b0304140000000800000021008899"
    + "a9a1060000003c0000000b0000006c69622f622d312e6a61724b4a221f0000504b0102140314000000080000002100144fc3132100000021"
    + "0000002100000000000000000000008001000000004d4554412d494e462f6d6176656e2f672f612f706f6d2e70726f70657274696573504b"
    + "01021403140000000800000021008899a9a1060000003c0000000b00000000000000000000008001600000006c69622f622d312e6a617250"
    + "4b05060000000002000200880000008f0000000000"

  /// A compressed tar with a file and a link.
  private static let tar =
    "1f8b0800000000000203edd3310ac2401005d0398a273031aeeb792208160b82ae90e3bb5a490aad4c93f79a3f4cf3ab3f76a76d9d6afc53"
    + "dfe494ded9ccb3397cdcafff719786d8f4b180c7bd8eb75619eb743997720dd6aa2cd0f17bfff33bef73dbffd04df60f0000000000000000"
    + "5f3c01e950b73000280000"

  private static func bytes(hexadecimal text: String) -> [UInt8] {
    let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  static let archives = [bytes(hexadecimal: zip), bytes(hexadecimal: tar)]

  /// A program with one segment, and in it what Go writes and what BusyBox says.
  static let programs: [[UInt8]] = {
    func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> ($0 * 8) & 0xFF) } }
    let modules = Array("mod\texample.com/a\t(devel)\t\ndep\tb\tv1.0.0\th1:x\n=>\tc\tv2.0.0\n".utf8)
    let go = [0xFF] + Array(" Go buildinf:".utf8) + [8, 2] + little(0, 16)
    let texts = [8] + Array("go1.20.4".utf8) + [UInt8(modules.count)] + modules
    let content = little(0, 8) + go + texts + Array("\0BusyBox v1.35.0\0".utf8)
    let size = 120 + content.count
    let head: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + little(0, 9) + little(2, 2) + little(62, 2)
    let tables =
      little(1, 4) + little(0x40_0000, 8) + little(64, 8) + little(0, 8) + little(0, 4) + little(64, 2)
    let counts = little(56, 2) + little(1, 2) + little(64, 2) + little(0, 4)
    let segment = little(1, 4) + little(6, 4) + little(0, 8) + little(0x40_0000, 8) + little(0x40_0000, 8)
    return [head + tables + counts + segment + little(size, 8) + little(size, 8) + little(8, 8) + content]
  }()

  /// Each behind the byte that chooses its reader.
  static let packageLists: [[UInt8]] =
    lists.map { [choice($0.format)] + Array($0.text.utf8) }
    + [[choice(.javaArchive)] + bytes(hexadecimal: zip)] + programs.map { [choice(.goBinary)] + $0 }

  private static func choice(_ format: PackageListFormat) -> UInt8 {
    UInt8(PackageListFormat.allCases.firstIndex(of: format) ?? 0)
  }

  private static let lists: [(format: PackageListFormat, text: String)] = [
    (
      .npmManifest,
      #"{"name": "a", "dependencies": {"b": "^1", "c": "git+https://h/c.git#v1"}, "overrides": {"b": {"c": "1"}}}"#
    ),
    (
      .npmLock,
      #"{"lockfileVersion": 3, "packages": {"": {"dependencies": {"a": "1"}}, "node_modules/a": {"version": "1.0.0", "integrity": "sha512-eA=="}}}"#
    ),
    (
      .yarnLock,
      "a@^1, a@~1:\n  version \"1.0.0\"\n  resolved \"https://r/a.tgz#0\"\n  dependencies:\n    b \"2\"\n"
    ),
    (
      .pnpmLock,
      "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      a: {specifier: ^1, version: 1.0.0}\npackages:\n  a@1.0.0: {resolution: {integrity: sha512-eA==}}\nsnapshots:\n  a@1.0.0: {}\n"
    ),
    (
      .requirements,
      "-r base.txt\na[b]==1.0 ; python_version < '3' --hash=sha256:00\ngit+https://h/r.git@v1#egg=c\n"
    ),
    (
      .pythonProject,
      "[project]\nname = \"a\"\ndependencies = [\"b>=1\"]\n[tool.poetry.dependencies]\nc = {version = \"^1\"}\n"
    ),
    (.pipfileLock, #"{"default": {"a": {"version": "==1.0", "hashes": ["sha256:00"]}}, "develop": {}}"#),
    (.poetryLock, "[[package]]\nname = \"a\"\nversion = \"1\"\n[package.dependencies]\nb = \"*\"\n"),
    (
      .uvLock,
      "[[package]]\nname = \"a\"\nversion = \"1\"\nsource = { registry = \"https://r\" }\ndependencies = [{ name = \"b\" }]\n"
    ),
    (.pythonBundle, "Name: a\nVersion: 1\nRequires-Dist: b (>=1) ; extra == 'x'\n\ntext"),
    (
      .gemfileLock, "GEM\n  remote: https://r/\n  specs:\n    a (1.0)\n      b (~> 2)\n\nDEPENDENCIES\n  a!\n"
    ),
    (
      .swiftResolved,
      #"{"version": 2, "pins": [{"identity": "a", "location": "https://h/a.git", "state": {"version": "1.0.0"}}]}"#
    ),
    (
      .mavenProject,
      "<project><parent><groupId>g</groupId><artifactId>a</artifactId><version>1</version><relativePath>x</relativePath></parent><artifactId>a</artifactId><properties><v>${w}${w}</v><w>1</w></properties><modules><module>m</module></modules><dependencyManagement><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId><version>${v}</version><scope>import</scope></dependency></dependencies></dependencyManagement><dependencies><dependency><groupId>g</groupId><artifactId>b</artifactId></dependency></dependencies></project>"
    ),
    (
      .gradleProject,
      "def v = '1'\ndependencies {\n implementation \"g:a:${v}\" // x\n api group: 'g', name: 'b', version: '1' /* */\n}\n"
    ),
    (.gradleLock, "g:a:1=compileClasspath,runtimeClasspath\nempty=x\n"),
    (
      .nugetLock,
      #"{"version": 1, "dependencies": {"net8.0": {"A": {"type": "Direct", "resolved": "1.0.0", "contentHash": "eA==", "dependencies": {"B": "1"}}, "B": {"type": "Transitive", "resolved": "1.0.0"}}}}"#
    ),
    (
      .dotnetDependencies,
      #"{"runtimeTarget": {"name": "t"}, "targets": {"t": {"A/1": {"dependencies": {"B": "2"}}, "B/2": {}}}, "libraries": {"A/1": {"type": "project"}, "B/2": {"type": "package", "sha512": "sha512-eA=="}}}"#
    ),
    (
      .dotnetProject,
      "<Project><Import Project=\"a.props\"/><PropertyGroup><V>$(V)1</V></PropertyGroup><ItemGroup><PackageReference Include=\"A;B\" Version=\"$(V)\"/><PackageVersion Include=\"A\" Version=\"2\"/></ItemGroup></Project>"
    ),
    (
      .goModule,
      "module m\ngo 1.16\nrequire (\n\ta v1.0.0 // indirect\n)\nreplace a v1.0.0 => b v2.0.0\nexclude a v1.0.0\n"
    ),
    (.goSum, "a v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\na v1.1.0/go.mod h1:x\n"),
  ]

  static let xmlDocuments =
    [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- c --><a:b xmlns:a=\"u\" c=\"d &amp; e\"><f/>text<![CDATA[<g>]]></a:b>"
    ] + lists.filter { $0.text.hasPrefix("<") }.map(\.text)

  static let packageTokens = [
    "<", "</", "/>", "<!DOCTYPE a [", "<!ENTITY a \"b\">", "&a;", "&#x0;", "<![CDATA[", "]]>",
    "<?xml encoding=\"x\"?>",
    "${", "${v}", "$(", "$(V)", ":", "==", "=>", "//", "/*", "*/", "v1.0.0", "h1:", "sha512-", "../",
    "node_modules/",
    "PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "\u{7F}ELF", " Go buildinf:", "[[package]]\n",
    "dependencies", "@",
  ]
}
