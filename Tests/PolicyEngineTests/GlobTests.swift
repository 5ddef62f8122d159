import PolicyEngine
import Testing

/// Compared with definitions so plain that they are obviously right, over every short pattern and text.
@Suite struct GlobTests {
  /// All texts over an alphabet up to a length, the empty one included.
  static func words(_ alphabet: String, upTo length: Int) -> [String] {
    var all = [""]
    var last = [""]
    for _ in 0..<length {
      last = last.flatMap { word in alphabet.map { word + String($0) } }
      all += last
    }
    return all
  }

  static func plainlyMatches(_ pattern: Substring, _ text: Substring) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    if first == "*" {
      return text.indices.contains { plainlyMatches(rest, text[$0...]) } || plainlyMatches(rest, "")
    }
    guard let letter = text.first, first == "?" || first == letter else { return false }
    return plainlyMatches(rest, text.dropFirst())
  }

  @Test func matchesWhatTheDefinitionMatches() {
    let texts = Self.words("ab", upTo: 5)
    var wrong: [String] = []
    for pattern in Self.words("ab*?", upTo: 4) {
      let glob = Glob(pattern)
      for text in texts where glob.matches(text) != Self.plainlyMatches(pattern[...], text[...]) {
        wrong.append("\(pattern) on \(text)")
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test func overlapsWhereSomeTextMatchesBoth() {
    let patterns = Self.words("ab*?", upTo: 3)
    // Two patterns of three signs that share a text share one of six letters at most.
    let texts = Self.words("ab", upTo: 6)
    let matched = patterns.map { pattern in
      Set(texts.indices.filter { Self.plainlyMatches(pattern[...], texts[$0][...]) })
    }
    var wrong: [String] = []
    for (i, left) in patterns.enumerated() {
      for (j, right) in patterns.enumerated()
      where Glob(left).overlaps(Glob(right)) == matched[i].isDisjoint(with: matched[j]) {
        wrong.append("\(left) and \(right)")
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test func ignoresCaseOnlyWhenAsked() {
    #expect(Glob("S3:Get*", ignoringCase: true).matches("s3:getobject"))
    #expect(!Glob("S3:Get*").matches("s3:getobject"))
  }

  @Test func manyStarsStayCheap() {
    let pattern = String(repeating: "*a", count: 2_000) + "b"
    #expect(!Glob(pattern).matches(String(repeating: "a", count: 20_000)))
  }
}
