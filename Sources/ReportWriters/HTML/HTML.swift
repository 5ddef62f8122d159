/// A piece of a page: literals are markup, whatever is interpolated is text and escaped.
///
/// So that no place in the writer can forget to escape; only another ``HTML`` is put in as it is.
struct HTML: ExpressibleByStringInterpolation, Sendable {
  private(set) var source: String

  init(stringLiteral value: String) { source = value }

  init(stringInterpolation: Interpolation) { source = stringInterpolation.source }

  /// For the page's own style and script and for data that was escaped for its place.
  init(trusted source: String) { self.source = source }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: String) { source += literal }

    mutating func appendInterpolation(_ text: String) { source += text.escapedForHTML }

    mutating func appendInterpolation(_ number: Int) { source += String(number) }

    mutating func appendInterpolation(_ html: HTML) { source += html.source }

    /// Nothing for `nil`.
    mutating func appendInterpolation(_ html: HTML?) { source += html?.source ?? "" }

    mutating func appendInterpolation(_ parts: [HTML]) {
      for part in parts { source += part.source }
    }
  }
}

extension String {
  /// For text between tags and for attribute values in double or single quotes.
  fileprivate var escapedForHTML: String {
    let text = printableBlock
    guard text.utf8.contains(where: { "&<>\"'`".utf8.contains($0) }) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // Once a quote to some browsers.
      case "`": result += "&#96;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
