import SecretFiles
import Testing

@testable import SecretDetection

/// How many of the secrets that we can make are found, as what they are.
@Suite struct RecallTests {
  static let draws = 3

  /// Every vector, each with its own random parts, in every file it can stand in.
  struct Attempt: CustomTestStringConvertible {
    let vector: SecretVector
    let path: String
    let secret: String
    let text: String

    var testDescription: String { "\(vector.testDescription) in \(path)" }

    var isFound: Bool {
      let found = FileSecrets.secrets(in: Array(text.utf8), path: path)
      return found.contains { $0.secret.kind == vector.kind }
    }
  }

  static let attempts: [Attempt] = {
    var draw = Draw(seed: 4)
    return (0..<draws).flatMap { _ in
      SecretVector.all.flatMap { vector -> [Attempt] in
        let secret = vector.make(&draw)
        if vector.isWhole { return [Attempt(vector: vector, path: "settings", secret: secret, text: secret)] }
        return Embedding.all.filter { $0.hasName || !vector.needsName }.map {
          Attempt(vector: vector, path: $0.path, secret: secret, text: $0.text(vector.name, secret))
        }
      }
    }
  }()

  @Test func ninetyEightOfAHundredAreFound() {
    let missed = Self.attempts.filter { !$0.isFound }
    let share = 1 - Double(missed.count) / Double(Self.attempts.count)
    let names = Set(missed.map(\.testDescription)).sorted().joined(separator: "\n")
    #expect(share >= 0.98, "\(missed.count) of \(Self.attempts.count) are missed:\n\(names)")
  }

  @Test(arguments: SecretVector.all)
  func isFoundSomewhere(_ vector: SecretVector) {
    let attempts = Self.attempts.filter { $0.vector.testDescription == vector.testDescription }
    let found = attempts.count(where: \.isFound)
    #expect(found * 10 >= attempts.count * 8, "\(found) of \(attempts.count)")
  }

  @Test func vectorsAreMany() {
    #expect(SecretVector.all.count * Self.draws >= 500)
    #expect(Set(SecretVector.all.map(\.kind)).count >= 80)
  }

  @Test(arguments: SecretKind.all)
  func everyKindHasAVector(_ kind: SecretKind) {
    #expect(SecretVector.all.contains { $0.kind == kind })
  }
}
