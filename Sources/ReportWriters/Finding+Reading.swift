import FindingModel

extension Finding {
  /// The message and, if there is one, the condition as a sentence of its own.
  var messageWithCondition: String {
    guard let condition else { return message }
    return "\(message) This holds only when \(condition)."
  }

  /// The one function it affects; `nil` if there are none or several.
  var onlyFunction: String? { functions.count == 1 ? functions.first : nil }

  /// The remediation's sentences, and its snippet if it has one.
  var advice: (text: String, snippet: String?) {
    let lines = remediation.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard let gap = lines.firstIndex(where: { $0.allSatisfy(\.isWhitespace) }) else {
      return (remediation, nil)
    }
    let snippet = lines[gap...].drop { $0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
    return (lines[..<gap].joined(separator: "\n"), snippet.isEmpty ? nil : snippet)
  }
}

extension Subject {
  /// What it is, as written before its name: `queue` would be nicer, but the type name is what users wrote.
  var kind: String {
    switch self {
    case .application: "application"
    case .function: "function"
    case .resource(_, let type): type
    case .role: "role"
    case .parameter: "parameter"
    case .package: "package"
    case .file: "file"
    }
  }
}

extension Severity {
  /// Worst first, the order in which every report counts and lists.
  static let worstFirst = Array(Severity.allCases.reversed())
}

extension Exposure {
  /// As read by people: `other account`.
  var words: String { self == .otherAccount ? "other account" : name }
}
