/// What the shape of a text says about it, whatever its name.
package enum SecretValue {
  /// Something that is looked up rather than known: an address, a name, a switch.
  package static func isReference(_ value: String) -> Bool {
    let lowered = value.lowercased()
    if lowered.hasPrefix("arn:") || references.isIn(lowered) || lowered.hasPrefix("ssm:") {
      return true
    }
    if value.hasPrefix("$") || value.hasPrefix("<") || value.hasPrefix("%(") {
      return true
    }
    if words.contains(lowered) || isNumber(value) { return true }
    return isPath(value)
  }

  /// What people write where a value is still to come.
  package static func isPlaceholder(_ value: String) -> Bool {
    let lowered = value.lowercased()
    let stripped = lowered.filter { $0.isLetter || $0.isNumber }
    if stripped.isEmpty || Set(stripped).count == 1 { return true }
    if placeholders.contains(stripped) || DocumentedExamples.contains(value) { return true }
    return placeholderParts.isIn(lowered) || lowered.hasPrefix("your")
  }

  /// Letters of both cases or letters and digits, in a text too long and mixed to be a name.
  package static func looksRandom(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    guard bytes.count >= 16, !bytes.contains(0x20) else { return false }
    let classes = classes(of: bytes)
    let isHexadecimal = bytes.count >= 32 && bytes.allSatisfy(\.isHexadecimal) && classes.digits > 3
    if isHexadecimal { return true }
    guard classes.digits > 1, classes.letters > 5, entropy(of: bytes) > 3.3 else { return false }
    return (classes.upper > 1 && classes.lower > 1) || longestWord(in: bytes) < 6
  }

  /// A text that is hardly a plain name: at least eight characters of more than one class.
  package static func looksLikeSecret(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    guard bytes.count >= 8, !bytes.contains(0x20) else { return false }
    if looksRandom(value) { return true }
    let classes = classes(of: bytes)
    let hasSign = bytes.contains { !$0.isLetterOrDigit && !$0.isJoint }
    if hasSign, classes.letters > 0 { return true }
    return classes.digits > 1 && classes.letters > 1 && !isVersionedName(bytes)
  }

  /// Bits per character, from 0 to 8.
  static func entropy(of bytes: [UInt8]) -> Double {
    guard !bytes.isEmpty else { return 0 }
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    // The sum of n·log n over the counts, taken from log of the whole.
    let sum = counts.reduce(0.0) { $1 > 1 ? $0 + Double($1) * binaryLogarithm($1) : $0 }
    return binaryLogarithm(bytes.count) - sum / Double(bytes.count)
  }

  private static func binaryLogarithm(_ count: Int) -> Double {
    count < logarithms.count ? logarithms[count] : computedLogarithm(count)
  }

  private static let logarithms: [Double] = (0..<512).map(computedLogarithm)

  /// Base-2 logarithm to about six digits, without the C library.
  private static func computedLogarithm(_ count: Int) -> Double {
    guard count > 0 else { return 0 }
    let value = Double(count)
    var result = Double(value.exponent)
    var mantissa = value.significand
    var bit = 0.5
    for _ in 0..<20 {
      mantissa *= mantissa
      if mantissa >= 2 {
        mantissa /= 2
        result += bit
      }
      bit /= 2
    }
    return result
  }

  private static func classes(of bytes: [UInt8]) -> (upper: Int, lower: Int, digits: Int, letters: Int) {
    let upper = bytes.count { (0x41...0x5A).contains($0) }
    let lower = bytes.count { (0x61...0x7A).contains($0) }
    return (upper, lower, bytes.count { (0x30...0x39).contains($0) }, upper + lower)
  }

  /// Length of the longest run of small letters.
  private static func longestWord(in bytes: [UInt8]) -> Int {
    var longest = 0
    var current = 0
    for byte in bytes {
      current = (0x61...0x7A).contains(byte) ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }

  /// `orders-token-v2`: words joined by hyphens with digits only at the end of one.
  private static func isVersionedName(_ bytes: [UInt8]) -> Bool {
    let words = bytes.split(whereSeparator: \.isJoint)
    guard words.count > 1 else { return false }
    return words.allSatisfy { word in
      let letters = word.prefix { !(0x30...0x39).contains($0) }
      let isDigits = word[letters.endIndex...].allSatisfy { (0x30...0x39).contains($0) }
      return isDigits && word.count < 12
    }
  }

  /// Whether more than half of it is runs of at least four small letters: words, joined in whatever way.
  static func isWordy(_ bytes: [UInt8]) -> Bool {
    let runs = bytes.split { !(0x61...0x7A).contains($0) }.filter { $0.count >= 4 }
    return runs.reduce(0) { $0 + $1.count + 1 } * 2 > bytes.count
  }

  private static func isNumber(_ value: String) -> Bool {
    value.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
  }

  /// `/shop/db/password`, `prod/shop/db`: segments that are names.
  private static func isPath(_ value: String) -> Bool {
    let segments = value.split(separator: "/")
    guard value.contains("/"), !value.contains("="), !value.contains("+") else { return false }
    return value.utf8.allSatisfy { $0.isLetterOrDigit || $0.isJoint || $0 == 0x2F }
      && segments.allSatisfy { !looksRandom(String($0)) }
  }

  private static let references = WordList(["{{resolve:", "${", "://"])

  private static let words: Set<String> = [
    "", "true", "false", "yes", "no", "on", "off", "null", "nil", "none", "undefined", "default", "enabled",
    "disabled", "header", "cookie", "body", "basic", "bearer", "jwt", "oauth", "iam", "aws_iam", "apikey",
    "api_key", "api-key", "x-api-key", "authorization", "token", "local", "optional", "required",
  ]

  private static let placeholders: Set<String> = [
    "na", "tbd", "todo", "xxx", "dummy", "fake", "foo", "bar", "baz", "foobar", "test", "mock", "sample",
    "placeholder", "redacted", "unset", "empty", "notset", "string", "value", "secretvalue", "fixme",
  ]

  private static let placeholderParts = WordList([
    "change-me", "change_me", "changeme", "changeit", "change-this", "change_this", "replace", "example",
    "placeholder", "your-", "your_", "-here", "_here", "xxxx", "****", "...", "insert-", "insert_", "dummy",
    "to-be-", "to_be_", "fill-in", "fill_in", "set-me", "set_me",
  ])
}

extension UInt8 {
  var isCapital: Bool { (0x41...0x5A).contains(self) }

  /// An ASCII letter, or a byte of one of another script.
  var isLetter: Bool { isCapital || (0x61...0x7A).contains(self) || self >= 0x80 }

  var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }

  var isHexadecimal: Bool {
    (0x30...0x39).contains(self) || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
  }

  /// A hyphen, an underscore or a full stop, which join the words of a name.
  var isJoint: Bool { self == 0x2D || self == 0x5F || self == 0x2E }
}
