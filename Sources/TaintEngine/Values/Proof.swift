/// Something a check can be about.
enum Subject: Hashable, Sendable {
  /// A variable or a field of an object.
  case cell(Cell)
  /// Every reading of an origin: `event.queryStringParameters.type`.
  case origin(OriginID)
  /// The caller.
  case caller
}

/// What a check proves of one subject.
struct Refinement: Hashable, Sendable {
  let subject: Subject
  /// Kinds for which labels of the subject are safe.
  let safe: SinkKinds
  /// The values it can be, where the check says.
  var constants: [Atom]?
  /// A check that looks like one and proves nothing: its name.
  var mark: String?
}

/// What is known where a condition is true, and where it is false.
final class Proof: Hashable, Sendable {
  let whenTrue: [Refinement]
  let whenFalse: [Refinement]

  init(whenTrue: [Refinement], whenFalse: [Refinement]) {
    self.whenTrue = whenTrue
    self.whenFalse = whenFalse
  }

  static func == (left: Proof, right: Proof) -> Bool {
    left === right || (left.whenTrue == right.whenTrue && left.whenFalse == right.whenFalse)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(whenTrue)
    hasher.combine(whenFalse)
  }

  var inverted: Proof { Proof(whenTrue: whenFalse, whenFalse: whenTrue) }

  /// What holds on either way.
  static func common(_ left: [Refinement], _ right: [Refinement]) -> [Refinement] {
    left.compactMap { refinement in
      guard let other = right.first(where: { $0.subject == refinement.subject }) else { return nil }
      let safe = refinement.safe.intersection(other.safe)
      guard safe.rawValue != 0 else { return nil }
      var constants: [Atom]?
      if let a = refinement.constants, let b = other.constants {
        constants = a + b.filter { !a.contains($0) }
      }
      return Refinement(subject: refinement.subject, safe: safe, constants: constants)
    }
  }
}
