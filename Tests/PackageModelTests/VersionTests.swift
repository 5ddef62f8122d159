import PackageModel
import Testing

struct VersionTests {
  @Test func aPrereleaseOfNpmComesBeforeItsRelease() throws {
    let release = try #require(Version("1.2.3", in: .npm))
    let candidate = try #require(Version("v1.2.3-rc.1", in: .npm))
    #expect(candidate < release)
    #expect(candidate.isPrerelease)
  }
}
