enum SeedText {
  static let npm: StaticString = ""
  static let pypi: StaticString = ""
  static let maven: StaticString = ""
  static let nuget: StaticString = ""
  static let go: StaticString = ""
  static let rubyGems: StaticString = ""
}
