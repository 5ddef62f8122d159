/// `1.2.3.4-beta.5`: semver with a fourth number, and labels that compare without regard to case.
struct NuGetVersion: Hashable, Sendable {
  /// Largest number in a version of NuGet.
  static let numberLimit: UInt64 = 1 << 31 - 1

  /// Four, of which zeros may be left out.
  let numbers: [UInt64]
  let labels: [SemanticVersion.Identifier]

  init(_ numbers: [UInt64], labels: [SemanticVersion.Identifier] = []) {
    self.numbers = numbers + Array(repeating: 0, count: max(0, 4 - numbers.count))
    self.labels = labels
  }

  init?(_ scanner: inout VersionScanner) {
    guard let numbers = Self.numbers(&scanner) else { return nil }
    var labels: [SemanticVersion.Identifier] = []
    if scanner.take("-") {
      guard let found = Self.labels(&scanner) else { return nil }
      labels = found
    }
    guard SemanticVersion.skipMetadata(&scanner) else { return nil }
    self.init(numbers, labels: labels)
  }

  var isPrerelease: Bool { !labels.isEmpty }

  /// From one to four numbers.
  static func numbers(_ scanner: inout VersionScanner) -> [UInt64]? {
    var numbers: [UInt64] = []
    repeat {
      guard numbers.count < 4, let number = scanner.takeNumber(allowsLeadingZeros: true),
        number <= numberLimit
      else { return nil }
      numbers.append(number)
    } while scanner.take(".")
    return numbers
  }

  static func labels(_ scanner: inout VersionScanner) -> [SemanticVersion.Identifier]? {
    var labels: [SemanticVersion.Identifier] = []
    repeat {
      let text = scanner.take { $0.isIdentifier }
      guard !text.isEmpty else { return nil }
      labels.append(label(text))
    } while scanner.take(".")
    return labels
  }

  private static func label(_ text: ArraySlice<UInt8>) -> SemanticVersion.Identifier {
    // A number that 32 bits do not hold counts as a word.
    if text.allSatisfy(\.isDigit), case let number = Numeral(digits: text), number <= Numeral(numberLimit) {
      return .number(number)
    }
    return .word(String(decoding: text.map(\.lowercased), as: UTF8.self))
  }
}

extension NuGetVersion: Comparable {
  static func < (left: NuGetVersion, right: NuGetVersion) -> Bool {
    if left.numbers != right.numbers { return left.numbers.lexicographicallyPrecedes(right.numbers) }
    if left.labels.isEmpty || right.labels.isEmpty { return !left.labels.isEmpty && right.labels.isEmpty }
    return left.labels.lexicographicallyPrecedes(right.labels)
  }
}
