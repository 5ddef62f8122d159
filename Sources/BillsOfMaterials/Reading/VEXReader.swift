package import Documents
internal import FindingModel

/// Reads statements about flaws: OpenVEX, and the `vulnerabilities` of CycloneDX.
package enum VEXReader {
  /// Bounds of one document: a bill of materials with its statements is larger than a template.
  package static let documentLimits = DocumentLimits(bytes: 64 << 20, depth: 100, nodes: 4_000_000)
  /// Statements of one document, counting one per product and component.
  package static let statementLimit = 200_000
  /// Problems of one document that are listed; the rest are counted.
  package static let problemLimit = 100

  /// - Returns: Everything that could be read; what could not is in ``VEXStatements/problems``.
  package static func read(
    _ bytes: [UInt8], path: String, statementLimit: Int = statementLimit
  ) -> VEXStatements {
    var result = VEXStatements()
    let document: Node
    do {
      document = try Document.parse(bytes, path: path, limits: documentLimits)
    } catch {
      result.add(problem: NotChecked(path: path, reason: "The VEX document could not be read: \(error)."))
      return result
    }
    var reading = VEXReading(statementLimit: statementLimit)
    if document["bomFormat"]?.text == "CycloneDX" {
      CycloneDXVEX(document).read(into: &reading)
    } else if document["@context"]?.text?.contains("openvex") ?? false {
      OpenVEXStatements(document).read(into: &reading)
    } else {
      reading.add(
        problem: "neither OpenVEX, which has an \"@context\", nor CycloneDX, which has a \"bomFormat\"",
        at: document.location)
    }
    return reading.finished(path: path)
  }
}

/// A document being read, with its bounds.
struct VEXReading {
  private var result = VEXStatements()
  private let statementLimit: Int
  private var problemCount = 0
  private var omitted = 0

  init(statementLimit: Int) { self.statementLimit = statementLimit }

  mutating func add(_ statement: VEXStatement) {
    guard result.statements.count < statementLimit else {
      omitted += 1
      return
    }
    result.add(statement)
  }

  mutating func add(problem: String, at location: SourceLocation) {
    problemCount += 1
    if problemCount <= VEXReader.problemLimit { result.add(problem: problem, at: location) }
  }

  func finished(path: String) -> VEXStatements {
    var result = result
    if problemCount > VEXReader.problemLimit {
      let more = problemCount - VEXReader.problemLimit
      result.add(problem: NotChecked(path: path, reason: "The document has \(more) more such problems."))
    }
    if omitted > 0 {
      result.add(
        problem: NotChecked(
          path: path,
          reason: "\(omitted) statements after the limit of \(statementLimit) in one document were not read.")
      )
    }
    return result
  }
}

extension VEXStatement.ComponentName {
  /// From a package URL, or a name that only names a product.
  init(_ text: String) {
    if let address = PackageURL(text) {
      self.init(name: address.unversioned, version: address.version)
    } else {
      self.init(name: text, version: nil)
    }
  }
}
