package import FindingModel
internal import SecretDetection

/// Finds the secrets of one file: by their form, and by the names beside them.
///
/// One pass for forms and one for names, both linear.
package enum FileSecrets {
  /// Secrets of one file; a file of passwords needs no longer list to be acted on.
  package static let limit = 1_000

  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: Decides what kind of file it is, and stands in the locations.
  ///   - kind: What the file is, where its path does not say it.
  ///   - today: The day of the scan; without one nothing is known to have expired.
  /// - Returns: Sorted by their place.
  package static func secrets(
    in bytes: [UInt8], path: String, kind: FileKind? = nil, today: CalendarDate? = nil
  ) -> [FileSecret] {
    guard bytes.count >= 8, FileSelection.isText(bytes) else { return [] }
    let file = (kind ?? FileKind(path: path)).refined(by: bytes)
    return bytes.withUnsafeBufferPointer { buffer in
      var found = byForm(in: buffer, file: file, context: file.context(today: today))
      found += named(in: buffer, file: file, besides: found)
      guard !found.isEmpty else { return [] }
      let lines = LineIndex(buffer)
      return found.sorted { $0.range.lowerBound < $1.range.lowerBound }.prefix(limit).map { item in
        FileSecret(
          secret: item.secret, name: item.name, file: file,
          location: lines.location(of: item.range, path: path), confidence: item.confidence(in: file),
          profile: item.profile)
      }
    }
  }

  private struct Found {
    let secret: DetectedSecret
    let range: Range<Int>
    let confidence: Confidence
    var name: String?
    var profile = Profile.default

    init(_ secret: DetectedSecret, _ range: Range<Int>, confidence: Confidence) {
      self.secret = secret
      self.range = range
      self.confidence = confidence
    }

    /// What stands in a test is likely made up.
    func confidence(in file: FileKind) -> Confidence {
      file.isTest || file.content == .document ? min(confidence, .medium) : confidence
    }
  }

  private static func byForm(
    in buffer: UnsafeBufferPointer<UInt8>, file: FileKind, context: SecretContext
  ) -> [Found] {
    SecretScanner.secrets(in: buffer, context: context)
      .filter { !DocumentedExamples.contains($0.secret.value) }.prefix(limit)
      .map { Found($0.secret, $0.range, confidence: $0.secret.confidence) }
  }

  private static func named(
    in buffer: UnsafeBufferPointer<UInt8>, file: FileKind, besides known: [Found]
  ) -> [Found] {
    guard file.content != .lockfile else { return [] }
    let judgement = NamedValueJudgement(file: file)
    var found: [Found] = []
    NamedValues(bytes: buffer, allowsBareValues: file.allowsBareValues).forEach { item in
      guard found.count < limit, NamedLiteral.mayBeSecret(buffer[item.value]) else { return }
      let name = String(decoding: buffer[item.name], as: UTF8.self)
      let (value, skipped) = credential(String(decoding: buffer[item.value], as: UTF8.self))
      guard let opinion = judgement.opinion(name: name, value: value, form: item.form) else { return }
      let range = (item.value.lowerBound + skipped)..<item.value.upperBound
      guard !known.contains(where: { $0.range.overlaps(range) }) else { return }
      var result = Found(
        DetectedSecret(opinion.kind, value, confidence: opinion.confidence), range,
        confidence: opinion.confidence)
      result.name = name.trimmedName
      result.profile = opinion.profile
      found.append(result)
    }
    return found
  }

  /// Without the scheme of an `Authorization` header.
  private static func credential(_ value: String) -> (value: String, skipped: Int) {
    for scheme in ["Bearer ", "bearer ", "Basic ", "Token ", "token "] where value.hasPrefix(scheme) {
      return (String(value.dropFirst(scheme.count)), scheme.utf8.count)
    }
    return (value, 0)
  }
}

extension String {
  /// Without the marks of options and variables, and short enough for a sentence.
  fileprivate var trimmedName: String {
    let name = drop { $0 == "-" || $0 == "$" || $0 == "." }
    return name.count > 60 ? "\(name.prefix(57))…" : String(name)
  }
}

extension FileKind {
  /// Very long lines make a program a packed one, whatever its name.
  func refined(by bytes: [UInt8]) -> FileKind {
    guard content == .program else { return self }
    let head = bytes.prefix(20_000)
    guard head.count == 20_000, head.count(where: { $0 == 0x0A }) < 20 else { return self }
    return FileKind(.packedProgram, isTest: isTest)
  }
}
