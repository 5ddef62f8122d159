internal import Digests
package import FindingModel

/// A secret found in a text; nothing that describes it shows its value.
package struct DetectedSecret: Sendable {
  package let kind: SecretKind
  /// Never to be written anywhere.
  package let value: String
  /// Characters at the start that every secret of the kind has in common, at most four.
  package let publicPrefix: Int
  package let confidence: Confidence
  /// ``SecretKind/severity``, or less for what opens little: a key for tests, a token that has expired.
  package let severity: Severity
  /// What was verified beyond the form, as a clause: `its checksum is right`.
  package let evidence: String?

  package init(
    _ kind: SecretKind, _ value: String, publicPrefix: Int = 0, confidence: Confidence = .high,
    severity: Severity? = nil, evidence: String? = nil
  ) {
    self.kind = kind
    self.value = value
    self.publicPrefix = min(publicPrefix, 4)
    self.confidence = confidence
    self.severity = severity ?? kind.severity
    self.evidence = evidence
  }

  /// Sixteen hexadecimal digits by which the same secret is known elsewhere.
  ///
  /// `nil` for what people choose: a hash of a password can be guessed back.
  package var fingerprint: String? {
    kind.isChosenByPeople ? nil : SHA256.digest(of: value).prefix(8).hexadecimal
  }
}

/// The same secret is one, however sure its places are.
extension DetectedSecret: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.kind == right.kind && left.value == right.value
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(value)
  }
}

extension DetectedSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// `AKIA…(20 characters)`.
  package var description: String { "\(value.prefix(publicPrefix))…(\(value.count) characters)" }

  package var debugDescription: String { description }

  // `dump` and the messages of failed tests read this one.
  package var customMirror: Mirror { Mirror(self, children: ["kind": kind.rawValue]) }
}

/// A secret and where it stands.
package struct SecretMatch: Hashable, Sendable {
  package let secret: DetectedSecret
  /// Offsets of the value in the bytes that were searched.
  package let range: Range<Int>

  package init(_ secret: DetectedSecret, at range: Range<Int>) {
    self.secret = secret
    self.range = range
  }
}
