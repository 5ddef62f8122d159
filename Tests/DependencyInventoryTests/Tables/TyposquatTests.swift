import DependencyInventory
import PackageModel
import Testing

@Suite struct TyposquatTests {
  @Test(arguments: [
    (Ecosystem.npm, "lodahs", "lodash", Typosquat.Reason.swapped),
    (.npm, "expres", "express", .omitted),
    (.npm, "expresss", "express", .doubled),
    (.npm, "electorn", "electron", .swapped),
    (.npm, "crossenv", "cross-env", .separators),
    (.npm, "types-node", "@types/node", .scope),
    (.npm, "@type/node", "@types/node", .omitted),
    (.npm, "socket-io", "socket.io", .separators),
    (.npm, "mongoosse", "mongoose", .doubled),
    (.npm, "webpaсk", "webpack", .homoglyphs),
    (.pypi, "reqeusts", "requests", .swapped),
    (.pypi, "requets", "requests", .omitted),
    (.pypi, "jeIlyfish", "jellyfish", .homoglyphs),
    (.pypi, "beautifulsup4", "beautifulsoup4", .omitted),
    (.pypi, "djagno", "django", .swapped),
    (.pypi, "setup_tools", "setuptools", .separators),
    (.pypi, "dateutil-python", "python-dateutil", .order),
    (.pypi, "tensorfliw", "tensorflow", .replaced),
    (.rubyGems, "nokogirl", "nokogiri", .homoglyphs),
    (.rubyGems, "activesuport", "activesupport", .omitted),
    (.rubyGems, "rest_client", "rest-client", .separators),
  ]) func imitationsAreKnown(
    _ ecosystem: Ecosystem, _ name: String, _ popular: String, _ reason: Typosquat.Reason
  ) {
    #expect(
      Typosquat.likeness(of: name, in: ecosystem) == Typosquat.Likeness(popular: popular, reason: reason))
  }

  @Test(arguments: [
    (Ecosystem.npm, "react"), (.npm, "preact"), (.npm, "lodash4"), (.npm, "uuid"), (.npm, "@types/nodes"),
    (.npm, "qs"),
    (.npm, "@mycompany/lodash"), (.npm, "my-own-thing"), (.pypi, "boto"), (.pypi, "Requests"),
    (.pypi, "typing_extensions"),
    (.pypi, "pillow2"), (.rubyGems, "rack"), (.npm, ""), (.npm, "@"),
    (.npm, String(repeating: "a", count: 5000)),
    (.maven, "junit:junlt"), (.go, "golang.org/x/txet"),
  ]) func othersAreNot(_ ecosystem: Ecosystem, _ name: String) {
    #expect(Typosquat.likeness(of: name, in: ecosystem) == nil)
  }

  @Test(arguments: [(Ecosystem.npm, 1500), (.pypi, 1500), (.rubyGems, 250)])
  func popularNamesAreNeverLikeEachOther(_ ecosystem: Ecosystem, _ count: Int) throws {
    let names = try #require(PopularPackages.names(in: ecosystem)).all
    #expect(names.count >= count && Set(names).count == names.count)
    #expect(names.filter { Typosquat.likeness(of: $0, in: ecosystem) != nil } == [])
  }

  @Test(arguments: [Ecosystem.npm, .pypi]) func realPackagesRaiseNoAlarm(_ ecosystem: Ecosystem) {
    let names = (ecosystem == .npm ? Self.npm : Self.pypi).split(whereSeparator: \.isWhitespace).map(
      String.init)
    #expect(names.count >= 250)
    #expect(names.filter { Typosquat.likeness(of: $0, in: ecosystem) != nil } == [])
  }
}
