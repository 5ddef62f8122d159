import DependencyInventory
import FindingModel
import PackageModel
import Testing

@Suite struct ImportNamesTests {
  @Test(arguments: [
    (Ecosystem.pypi, "PyYAML", ["yaml", "_yaml"]), (.pypi, "beautifulsoup4", ["bs4"]),
    (.pypi, "python_jose", ["jose"]),
    (.pypi, "Pillow", ["PIL"]), (.pypi, "requests", ["requests"]),
    (.pypi, "aws-lambda-powertools", ["aws_lambda_powertools"]),
    (.pypi, "some-package", ["some_package"]), (.pypi, "python-thing", ["thing", "python_thing"]),
    (.pypi, "thing-py", ["thing", "thing_py"]), (.pypi, "types-requests", []),
    (.npm, "@aws-sdk/client-s3", ["@aws-sdk/client-s3"]),
    (.rubyGems, "aws-sdk-s3", ["aws-sdk-s3", "aws/sdk/s3"]), (.maven, "a:b", []),
  ]) func aPackageIsImportedBy(_ ecosystem: Ecosystem, _ name: String, _ names: [String]) {
    #expect(ImportNames.of(PackageIdentity(ecosystem, name)) == names)
  }

  @Test func theBundleKnowsBetter() {
    var entry = PackageEntry(
      PackageIdentity(.pypi, "PyYAML"), name: "PyYAML", version: "1", at: .start(of: "a"))
    #expect(ImportNames.of(entry) == ["yaml", "_yaml"])
    entry.importNames = ["other"]
    #expect(ImportNames.of(entry) == ["other"])
  }

  @Test func anAliasIsWhatProgramsSay() {
    var entry = PackageEntry(
      PackageIdentity(.npm, "lodash"), name: "lodash", version: "1", at: .start(of: "a"))
    entry.alias = "lodash4"
    #expect(ImportNames.of(entry) == ["lodash4"])
  }

  @Test(arguments: [
    ("jose", "python-jose", true), ("google", "google-cloud-storage", true), ("yaml", "PyYAML", true),
    ("bs4", "beautifulsoup4", true), ("utils", "python_utils", true), ("api", "fastapi", false),
    ("requests", "types-requests", true), ("cloud", "google-cloud-storage", false), ("jwt", "pyjwt", true),
  ]) func wholeWordsOfADistributionMayBeItsModules(_ module: String, _ name: String, _ isOne: Bool) {
    #expect(ImportNames.hasWord(module, in: PackageIdentity(.pypi, name)) == isOne)
  }

  @Test(arguments: [
    ("api", "fastapi", true), ("google.cloud.storage", "google-cloud-storage", true),
    ("yaml", "PyYAML", true),
    ("py", "pytz", false), ("json", "requests", false), ("PIL.Image", "Pillow", true),
  ]) func lettersInARowAreEnoughForSilence(_ module: String, _ name: String, _ isOne: Bool) {
    #expect(ImportNames.Modules([module]).mayBelong(to: PackageIdentity(.pypi, name)) == isOne)
  }
}
