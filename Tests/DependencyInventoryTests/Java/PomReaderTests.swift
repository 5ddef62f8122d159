import FindingModel
import PackageModel
import Testing

@testable import DependencyInventory

@Suite struct PomReaderTests {
  private func pom(
    _ body: String, artifact: String = "app",
    head: String = "<groupId>org.example</groupId><version>1</version>"
  )
    -> String
  {
    "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\(head)<artifactId>\(artifact)</artifactId>\(body)</project>"
  }

  private func dependency(_ artifact: String, _ rest: String = "") -> String {
    "<dependency><groupId>g</groupId><artifactId>\(artifact)</artifactId>\(rest)</dependency>"
  }

  @Test func readsScopesAndWhatIsOptional() {
    let files = FilesInMemory(files: [
      "pom.xml": pom(
        "<dependencies>"
          + dependency("a", "<version>1.0</version>")
          + dependency("b", "<version>2</version><scope>test</scope>")
          + dependency("c", "<version>3</version><scope>provided</scope>")
          + dependency("d", "<version>[1,2)</version><optional>true</optional>")
          + dependency("e", "<version>5</version><scope>runtime</scope>")
          + dependency(
            "f", "<version>6</version><scope>system</scope><systemPath>${project.basedir}/f.jar</systemPath>")
          + dependency("g") + "</dependencies><licenses><license><name>MIT</name></license></licenses>"
          + "<repositories><repository><url>http://repo.example.com/m2</url></repository></repositories>")
    ])
    let list = files.list("pom.xml")
    #expect(
      list.wishes == [
        "g:a 1.0 production", "g:b 2 development", "g:c 3 provided", "g:d [1,2) optional", "g:e 5 production",
        "g:f 6 provided", "g:g - production",
      ])
    #expect(list.requirements[5].source == .path("${project.basedir}/f.jar"))
    #expect(list.project.name == "org.example:app" && list.project.version == "1")
    #expect(list.licences == ["MIT"] && list.registries.map(\.address) == ["http://repo.example.com/m2"])
    #expect(list.problems.isEmpty)
  }

  @Test func interpolatesPropertiesInsideProperties() {
    let files = FilesInMemory(files: [
      "pom.xml": pom(
        "<properties><major>2</major><v>${major}.17.${patch}</v><patch>1</patch></properties><dependencies>"
          + dependency("a", "<version>${v}</version>")
          + dependency("b", "<version>${project.version}</version>")
          + dependency("c", "<version>${pom.version}-${version}</version>")
          + dependency("d", "<version>${env.X}</version>") + "</dependencies>")
    ])
    #expect(
      files.list("pom.xml").wishes == [
        "g:a 2.17.1 production", "g:b 1 production", "g:c 1-1 production", "g:d ${env.X} production",
      ])
  }

  @Test func leavesPropertiesThatGoRoundInACircleOrGrowWithoutEnd() {
    let doubling = (1...40).map { "<p\($0)>${p\($0 - 1)}${p\($0 - 1)}</p\($0)>" }.joined()
    let files = FilesInMemory(files: [
      "pom.xml": pom(
        "<properties><a>${b}</a><b>${a}</b><p0>x</p0>\(doubling)</properties><dependencies>"
          + dependency("a", "<version>${a}</version>") + dependency("b", "<version>${p40}</version>")
          + dependency("c", "<version>${p3}</version>") + "</dependencies>")
    ])
    #expect(
      files.list("pom.xml").wishes == [
        "g:a ${a} production", "g:b ${p40} production", "g:c xxxxxxxx production",
      ])
  }

  @Test func inheritsFromParentsInTheTree() {
    let parent =
      "<parent><groupId>org.example</groupId><artifactId>root</artifactId><version>7</version></parent>"
    let files = FilesInMemory(files: [
      "pom.xml": pom(
        "<properties><x>1</x><y>1</y></properties><dependencies>\(dependency("inherited", "<version>${x}</version>"))</dependencies>"
          + "<dependencyManagement><dependencies>"
          + dependency("m", "<version>${y}</version><scope>test</scope>")
          + dependency("n", "<version>9</version>") + "</dependencies></dependencyManagement>",
        artifact: "root", head: "<groupId>org.example</groupId><version>7</version>"),
      "api/pom.xml": pom(
        "<properties><y>2</y></properties><dependencies>\(dependency("m"))"
          + dependency("n", "<version>10</version>")
          + dependency("o", "<version>${project.version}</version>")
          + "</dependencies>", artifact: "api", head: parent),
    ])
    let list = files.list("api/pom.xml")
    #expect(
      list.wishes == [
        "g:m 2 development", "g:n 10 production", "g:o 7 production", "g:inherited 1 production",
      ])
    #expect(list.requirements.last?.location.path == "pom.xml")
    #expect(list.project.name == "org.example:api" && list.project.version == "7")
    #expect(list.problems.isEmpty)
  }

  @Test func namesParentsThatAreNotThere() {
    let parent =
      "<parent><groupId>org.springframework.boot</groupId><artifactId>parent</artifactId><version>3</version></parent>"
    // The file above is somebody else's, as Maven notices too.
    let files = FilesInMemory(files: [
      "pom.xml": pom("", artifact: "other"), "a/pom.xml": pom("", head: parent),
    ])
    let list = files.list("a/pom.xml")
    #expect(list.problems.count == 1 && list.problems.first?.isError == false)
    #expect(list.reasons.first?.contains("the parent org.springframework.boot:parent:3 is not among") == true)
  }

  @Test func endsAtParentsThatGoRoundInACircle() {
    func head(_ parent: String, _ path: String) -> String {
      "<parent><groupId>g</groupId><artifactId>\(parent)</artifactId><version>1</version><relativePath>\(path)</relativePath></parent>"
    }
    let files = FilesInMemory(files: [
      "a/pom.xml": pom("", artifact: "a", head: head("b", "../b")),
      "b/pom.xml": pom("", artifact: "b", head: head("a", "../a/pom.xml")),
    ])
    #expect(files.list("a/pom.xml").reasons == ["The parents of b/pom.xml go round in a circle."])
  }

  @Test(arguments: [(32, true), (33, false)])
  func boundsTheNumberOfParents(count: Int, isRead: Bool) {
    var files: [String: String] = [:]
    for index in 0...count {
      let head =
        "<groupId>g</groupId>"
        + (index == count
          ? ""
          : "<parent><groupId>g</groupId><artifactId>p\(index + 1)</artifactId><relativePath>../\(index + 1)/pom.xml</relativePath></parent>")
      files["\(index)/pom.xml"] = pom("", artifact: "p\(index)", head: head)
    }
    #expect(FilesInMemory(files: files).list("0/pom.xml").problems.isEmpty == isRead)
  }

  @Test func takesVersionsFromBillsOfMaterialsInTheTree() {
    let bill =
      "<dependency><groupId>org.example</groupId><artifactId>bom</artifactId><version>1</version><type>pom</type><scope>import</scope></dependency>"
    let parent =
      "<parent><groupId>org.example</groupId><artifactId>root</artifactId><version>7</version></parent>"
    let files = FilesInMemory(files: [
      "pom.xml": pom("<modules><module>bom</module><module>app</module></modules>", artifact: "root"),
      "bom/pom.xml": pom(
        "<properties><v>4</v></properties><dependencyManagement><dependencies>\(dependency("a", "<version>${v}</version>"))</dependencies></dependencyManagement>",
        artifact: "bom", head: parent),
      "app/pom.xml": pom(
        "<dependencyManagement><dependencies>\(bill)<dependency><groupId>x</groupId><artifactId>far-bom</artifactId><version>2</version><type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement>"
          + "<dependencies>\(dependency("a"))</dependencies>", head: parent),
    ])
    let list = files.list("app/pom.xml")
    #expect(list.wishes == ["g:a 4 production"])
    #expect(list.reasons.count == 1 && list.reasons[0].contains("bill of materials x:far-bom:2 is not among"))
  }

  @Test func readsProfilesThatAreActiveByDefault() {
    func profile(_ active: String, _ artifact: String) -> String {
      "<profile><activation><activeByDefault>\(active)</activeByDefault></activation><properties><v>\(artifact)</v></properties><dependencies>\(dependency(artifact, "<version>${v}</version>"))</dependencies></profile>"
    }
    let files = FilesInMemory(files: [
      "pom.xml": pom(
        "<properties><v>0</v></properties><profiles>\(profile("true", "on"))\(profile("false", "off"))</profiles>"
      )
    ])
    #expect(files.list("pom.xml").wishes == ["g:on on production"])
  }

  @Test(arguments: ["", "<project>", "<html></html>", "<!DOCTYPE project [<!ENTITY a \"b\">]><project/>"])
  func namesWhatIsNoPom(text: String) {
    let list = FilesInMemory(files: ["pom.xml": text]).list("pom.xml")
    #expect(list.problems.count == 1 && list.requirements.isEmpty)
  }
}
