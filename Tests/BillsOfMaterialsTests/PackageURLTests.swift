import BillsOfMaterials
import PackageModel
import Testing

struct PackageURLTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let ecosystem: Ecosystem
    let name: String
    let version: String?
    let text: String
    var testDescription: String { text }
  }

  /// What packageurl-python writes for the same; scripts/validate-reports compares with the library itself.
  static let cases = [
    Case(ecosystem: .npm, name: "lodash", version: "4.17.21", text: "pkg:npm/lodash@4.17.21"),
    Case(
      ecosystem: .npm, name: "@angular/animation", version: "12.3.1",
      text: "pkg:npm/%40angular/animation@12.3.1"),
    Case(ecosystem: .npm, name: "JSONStream", version: "1.3.5", text: "pkg:npm/jsonstream@1.3.5"),
    Case(
      ecosystem: .pypi, name: "Zope_Interface", version: "6.1+local",
      text: "pkg:pypi/zope-interface@6.1%2Blocal"),
    Case(
      ecosystem: .maven, name: "org.apache:batik anim", version: "1.9.1",
      text: "pkg:maven/org.apache/batik%20anim@1.9.1"),
    Case(
      ecosystem: .nuget, name: "EnterpriseLibrary.Common", version: "6.0.1304",
      text: "pkg:nuget/EnterpriseLibrary.Common@6.0.1304"),
    Case(
      ecosystem: .go, name: "github.com/BurntSushi/toml", version: "v1.2.0+incompatible",
      text: "pkg:golang/github.com/BurntSushi/toml@v1.2.0%2Bincompatible"),
    Case(ecosystem: .go, name: "stdlib", version: "1.21", text: "pkg:golang/stdlib@1.21"),
    Case(
      ecosystem: .rubyGems, name: "ruby-advisory-db-check", version: "0.12.4",
      text: "pkg:gem/ruby-advisory-db-check@0.12.4"),
    Case(ecosystem: .npm, name: "lodash", version: nil, text: "pkg:npm/lodash"),
    Case(ecosystem: .npm, name: "lodash", version: "", text: "pkg:npm/lodash"),
  ]

  @Test(arguments: cases) func isWrittenByTheSpecification(_ one: Case) {
    let identity = PackageIdentity(one.ecosystem, one.name)
    #expect(PackageURL(identity, name: one.name, version: one.version).description == one.text)
  }

  @Test(arguments: cases) func isReadBackTheSame(_ one: Case) {
    #expect(PackageURL(one.text)?.description == one.text)
  }

  @Test(
    arguments: [
      ("https://github.com/apple/swift-nio.git", "pkg:swift/github.com/apple/swift-nio@2.40.0"),
      ("git@github.com:Alamofire/Alamofire.git", "pkg:swift/github.com/Alamofire/Alamofire@2.40.0"),
      ("https://user:secret@example.com/a/b/c/", "pkg:swift/example.com/a/b/c@2.40.0"),
    ]) func swiftPackagesAreNamedByTheirRepository(_ address: String, _ text: String)
  {
    let url = PackageURL(
      PackageIdentity(.swift, address), name: address, version: "2.40.0",
      source: .repository(address, revision: nil))
    #expect(url.description == text)
  }

  @Test func aSwiftPackageWithoutHostIsGeneric() {
    let url = PackageURL(
      PackageIdentity(.swift, "tools"), name: "tools", version: "1", source: .path("tools"))
    #expect(url.description == "pkg:generic/tools@1")
  }

  @Test func separatorsInNamesAreEncoded() {
    let url = PackageURL(
      type: "generic", namespace: ["a/b", ""], name: "cat doc", version: "é#1?2@3%",
      qualifiers: [
        ("Z", "1"), ("checksum", "sha256:00"), ("empty", ""), ("Checksum", "again"), ("a b", "1"),
      ], subpath: ["..", "x y"])
    #expect(
      url.description
        == "pkg:generic/a%2Fb/cat%20doc@%C3%A9%231%3F2%403%25?checksum=sha256:00&z=1#x%20y")
    #expect(PackageURL(url.description) == url)
  }

  @Test(
    arguments: [
      ("pkg:npm/@angular/animation@12.3.1", "pkg:npm/%40angular/animation@12.3.1"),
      ("pkg://gem/a@1", "pkg:gem/a@1"),
      (
        "pkg:golang/google.golang.org/genproto@abc#/googleapis/./api//annotations/",
        "pkg:golang/google.golang.org/genproto@abc#googleapis/api/annotations"
      ),
      ("pkg:maven/a/b@1?Type=jar&x=&classifier=s%20t", "pkg:maven/a/b@1?classifier=s%20t&type=jar"),
      ("pkg:docker/customer/image@sha256%3A244fd", "pkg:docker/customer/image@sha256:244fd"),
      ("pkg:npm/a@", "pkg:npm/a"), ("pkg:npm//a@1", "pkg:npm/a@1"), ("PKG:NPM/A@1", "pkg:npm/a@1"),
    ]) func otherSpellingsAreRead(_ text: String, _ canonical: String)
  {
    #expect(PackageURL(text)?.description == canonical)
  }

  @Test(arguments: ["", "pkg:", "pkg:npm", "pkg:npm/", "npm/a@1", "pkg:1npm/a", "pkg:n pm/a", "pkg:npm//"])
  func whatIsNoneIsRefused(_ text: String) {
    #expect(PackageURL(text) == nil)
  }

  @Test func lengthIsBounded() {
    let longest = "pkg:npm/" + String(repeating: "a", count: PackageURL.lengthLimit - 8)
    #expect(PackageURL(longest) != nil)
    #expect(PackageURL(longest + "a") == nil)
  }

  @Test(
    arguments: [
      ("pkg:golang/github.com/burntsushi/toml@v1", "pkg:golang/github.com/BurntSushi/toml?x=1"),
      ("pkg:pypi/zope.interface@6", "pkg:pypi/Zope_Interface"),
      ("pkg:nuget/newtonsoft.json", "pkg:nuget/Newtonsoft.Json@12"),
    ]) func spellingsOfOneNameAreOnePackage(_ first: String, _ second: String)
  {
    #expect(PackageURL(first)?.unversioned == PackageURL(second)?.unversioned)
  }

  @Test func namesThatDifferAreTwoPackages() {
    #expect(PackageURL("pkg:gem/Rack")?.unversioned != PackageURL("pkg:gem/rack")?.unversioned)
    #expect(PackageURL("pkg:npm/rack")?.unversioned != PackageURL("pkg:gem/rack")?.unversioned)
  }
}
