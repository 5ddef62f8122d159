import SecretFiles
import Testing

/// What names say about files.
@Suite struct FileKindTests {
  @Test(arguments: [
    ("src/app.py", FileKind.Content.program), ("Main.java", .program), ("lib/x.min.js", .packedProgram),
    ("deploy.sh", .script), ("Makefile", .script), (".env", .environment), (".env.production", .environment),
    ("prod.env", .environment), ("Dockerfile", .dockerfile), ("Dockerfile.prod", .dockerfile),
    ("api.dockerfile", .dockerfile), ("train.ipynb", .notebook), ("package-lock.json", .lockfile),
    ("obj/Shop.deps.json", .lockfile), ("go.sum", .lockfile), ("poetry.lock", .lockfile),
    ("samconfig.toml", .configuration), ("main.tf", .configuration), ("web.config", .configuration),
    (".npmrc", .configuration), ("locales/de.json", .translation),
    ("i18n/en/messages.properties", .translation),
    ("README.md", .document), ("rows.csv", .data), ("id_rsa", .key), ("certs/server.PEM", .key),
    ("unknown.xyz", .other), ("LICENSE", .document), ("noending", .other),
  ])
  func isKnownByItsName(path: String, content: FileKind.Content) {
    #expect(FileKind(path: path).content == content)
  }

  @Test(arguments: [
    "tests/app.py", "src/__tests__/a.js", "a.spec.ts", "test_app.py", "pkg/a_test.go", ".env.example",
    "fixtures/key.pem", "examples/x/app.py", ".env.template", "conftest.py",
  ])
  func testsAndExamplesAreKnown(path: String) { #expect(FileKind(path: path).isTest) }

  @Test(arguments: [
    "src/app.py", "latest/app.py", "template.yaml", "contest.py", ".env", "src/testimonials.js",
  ])
  func othersAreNone(path: String) { #expect(!FileKind(path: path).isTest) }

  @Test(arguments: [
    ("logo.PNG", false), ("lib/x.so", false), ("a.b.zip", false), ("app.py", true), ("noending", true),
    (".env", true),
  ])
  func binaryFilesAreLeftOut(path: String, mayHoldText: Bool) {
    #expect(FileSelection.mayHoldText(path) == mayHoldText)
  }

  @Test(arguments: [
    (".env", true), ("src/.env.local", true), ("id_rsa", true), (".env.example", false), ("a.py", false),
  ])
  func privateFilesAreKnown(path: String, isPrivate: Bool) {
    #expect(FileSelection.isPrivate(path) == isPrivate)
  }

  @Test func bytesOfZeroMakeAFileBinary() {
    let text = Array("DB_PASSWORD=hunter2!x\n".utf8)
    #expect(FileSecrets.secrets(in: text, path: ".env").count == 1)
    #expect(FileSecrets.secrets(in: text + [0], path: ".env").isEmpty)
    let padding = [UInt8](repeating: 0x23, count: FileSelection.headCount - text.count)
    #expect(FileSecrets.secrets(in: text + padding + [0], path: ".env").count == 1)
  }

  @Test func longLinesMakeAProgramAPackedOne() {
    let line = "var a={password:'hunter2!x'};" + String(repeating: "f(1,2,3);", count: 3_000)
    #expect(FileSecrets.secrets(in: Array(line.utf8), path: "app.js").isEmpty)
    let short = line.replacing(";", with: ";\n")
    #expect(FileSecrets.secrets(in: Array(short.utf8), path: "app.js").count == 1)
  }
}
