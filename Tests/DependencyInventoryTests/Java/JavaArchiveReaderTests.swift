import FindingModel
import PackageModel
import Archives
import TestSupport
import Testing

@testable import DependencyInventory

@Suite struct JavaArchiveReaderTests {
  private func properties(_ group: String, _ artifact: String, _ version: String) -> (
    path: String, content: [UInt8]
  ) {
    (
      "META-INF/maven/\(group)/\(artifact)/pom.properties",
      Array("#Created\ngroupId=\(group)\r\nartifactId=\(artifact)\r\nversion=\(version)\r\n".utf8)
    )
  }

  private func manifest(_ text: String) -> (path: String, content: [UInt8]) {
    ("META-INF/MANIFEST.MF", Array(("Manifest-Version: 1.0\r\n" + text).utf8))
  }

  private func read(_ name: String, _ files: [(path: String, content: [UInt8])]) -> PackageList {
    PackageListReader.read(ArchiveMaker.zip(files), path: name, format: .javaArchive, files: NoPackageFiles())
  }

  @Test func readsEveryDescriptorOfAShadedJar() {
    let list = read(
      "lib/app-shaded.jar",
      [
        properties("org.example", "app", "1.0"), properties("commons-codec", "commons-codec", "1.15"),
        ("A.class", [0]),
      ])
    #expect(list.lines == ["commons-codec:commons-codec 1.15", "org.example:app 1.0"])
    #expect(list.packages.allSatisfy { $0.bundledPath == "lib/app-shaded.jar" && $0.source == .bundle })
  }

  @Test func readsThePomWhereThePropertiesAreMissing() {
    let pom =
      "<project><parent><groupId>g</groupId><artifactId>p</artifactId><version>3</version></parent><artifactId>a</artifactId></project>"
    let list = read("a.jar", [("META-INF/maven/g/a/pom.xml", Array(pom.utf8))])
    #expect(list.lines == ["g:a 3"])
  }

  @Test func takesThePropertiesOfAPackageOnce() {
    let pom =
      "<project><groupId>g</groupId><artifactId>a</artifactId><version>${revision}</version></project>"
    let list = read("a.jar", [("META-INF/maven/g/a/pom.xml", Array(pom.utf8)), properties("g", "a", "3.1")])
    #expect(list.lines == ["g:a 3.1"])
  }

  @Test func asksManifestAndFileNameLast() {
    let named = read(
      "guice-4.2.3.jar",
      [
        manifest("Bundle-SymbolicName: com.google.inject\r\nBundle-Version: 4.2.3\r\n"),
        properties("cglib", "cglib", "3.2"),
      ])
    #expect(named.lines == ["cglib:cglib 3.2", "com.google.inject:guice 4.2.3"])
    let vendor = read(
      "thing.jar",
      [
        manifest(
          "Implementation-Vendor-Id: org.exam\r\n ple\r\nImplementation-Version: 2.0\r\n\r\nName: x\r\nImplementation-Version: 9\r\n"
        )
      ])
    #expect(vendor.lines == ["org.example:thing 2.0"])
    let symbolic = read(
      "lang-extra-1.5.jar", [manifest("Bundle-SymbolicName: org.example.lang.extra;singleton:=true\r\n")])
    #expect(symbolic.lines == ["org.example.lang:lang-extra 1.5"])
    #expect(read("unknown-1.5.jar", [("A.class", [0])]).lines == ["unknown 1.5"])
    #expect(read("application.jar", [("A.class", [0])]).lines.isEmpty)
  }

  @Test(arguments: [
    ("log4j-core-2.14.1.jar", "log4j-core", "2.14.1"), ("guava-31.1-jre.jar", "guava", "31.1-jre"),
    ("log4j-1.2-api-2.17.1.jar", "log4j-1.2-api", "2.17.1"), ("a-1.0-beta-2.jar", "a", "1.0-beta-2"),
    ("netty-4.1.1.Final-linux-x86_64.jar", "netty", "4.1.1.Final"), ("a.b.c-2.jar", "a.b.c", "2"),
    ("x-1.0-SNAPSHOT-sources.jar", "x", "1.0-SNAPSHOT"), ("name.jar", "name", nil), ("a-b.jar", "a-b", nil),
  ])
  func readsFileNames(name: String, artifact: String, version: String?) {
    let file = JavaFileName(name)
    #expect(file.artifact == artifact && file.version == version)
  }

  @Test func readsJarsInJarsInJars() {
    let inner = ArchiveMaker.zip([properties("g", "inner", "1")])
    let middle = ArchiveMaker.zip([("WEB-INF/lib/inner-1.jar", inner), properties("g", "middle", "2")])
    let list = read("app.jar", [("BOOT-INF/lib/middle.war", middle)])
    #expect(list.lines == ["g:inner 1", "g:middle 2"])
    #expect(
      list.packages.map(\.bundledPath).contains("app.jar!/BOOT-INF/lib/middle.war!/WEB-INF/lib/inner-1.jar"))
    #expect(list.problems.isEmpty)
  }

  @Test func stopsAtTheDepthThatArchivesMayHave() {
    var jar = ArchiveMaker.zip([properties("g", "leaf", "1")])
    for _ in 0...ArchiveLimits.standard.nesting { jar = ArchiveMaker.zip([("x.jar", jar)]) }
    let list = PackageListReader.read(jar, path: "a.jar", format: .javaArchive, files: NoPackageFiles())
    #expect(list.lines.isEmpty)
    #expect(
      list.reasons.count == 1
        && list.reasons[0].contains("x.jar: The archive lies in more than 4 other archives"))
  }

  @Test func recognisesClassesThatWereCopiedWithoutDescriptor() {
    let copied = read("uber.jar", [("shaded/org/apache/logging/log4j/core/lookup/JndiLookup.class", [0])])
    #expect(copied.lines == ["org.apache.logging.log4j:log4j-core -"])
    let described = read(
      "uber.jar",
      [
        ("org/apache/logging/log4j/core/lookup/JndiLookup.class", [0]),
        properties("org.apache.logging.log4j", "log4j-core", "2.14.1"),
      ])
    #expect(described.lines == ["org.apache.logging.log4j:log4j-core 2.14.1"])
  }

  @Test func namesWhatIsNoArchive() {
    let list = PackageListReader.read(
      Array("no".utf8), path: "a.jar", format: .javaArchive, files: NoPackageFiles())
    #expect(list.reasons == ["The file is neither a ZIP nor a tar archive."])
  }
}
