internal import SourceModel

/// `"%s" % x`, `"{}".format(x)`: texts with places for values.
extension Interpreter {
  enum FormatStyle {
    case percent
    case braces
  }

  func formatted(
    _ template: Value, with values: [Value], named: [(String, Value)] = [], style: FormatStyle, at spot: Spot
  ) -> Value {
    guard let text = template.literal else {
      let all = [template] + values + named.map(\.1)
      return self.text(of: all, at: spot)
    }
    let pieces = Self.pieces(of: text, style: style)
    var arguments = values
    if style == .percent, values.count == 1 {
      if let items = elements0(of: values[0]) {
        arguments = items
      } else if values[0].objects.contains(where: { heap.kind($0).isSequence }) {
        arguments = Array(repeating: element(of: values[0], at: spot), count: pieces.count)
      }
    }
    var next = 0
    let parts = pieces.map { piece -> Value in
      switch piece {
      case .literal(let text): return .text(text)
      case .value(let name, let form):
        let value = formatArgument(name, arguments, named, &next, at: spot)
        return switch form {
        case .number: number(of: value)
        case .representation: onOneLine(self.text(of: [value], at: spot))
        case .text: value
        }
      }
    }
    return self.text(of: parts.isEmpty ? [.emptyText] : parts, at: spot)
  }

  private func formatArgument(
    _ name: String, _ values: [Value], _ named: [(String, Value)], _ next: inout Int, at spot: Spot
  ) -> Value {
    if name.isEmpty {
      defer { next += 1 }
      return next < values.count ? values[next] : .unknown
    }
    let path = name.split(whereSeparator: { $0 == "." || $0 == "[" || $0 == "]" }).map(String.init)
    guard let first = path.first else { return .unknown }
    var value: Value
    if let index = Int(first) {
      value = index >= 0 && index < values.count ? values[index] : .unknown
    } else if let found = named.last(where: { $0.0 == first }) {
      value = found.1
    } else if values.count == 1 {
      value = member(first, of: values[0], at: spot)
    } else {
      value = .unknown
    }
    for part in path.dropFirst().prefix(8) { value = member(part, of: value, at: spot) }
    return value
  }

  private enum Piece {
    case literal(String)
    case value(name: String, Form)

    enum Form {
      case text
      case number
      case representation

      init(_ letter: Unicode.Scalar) {
        self = letter == "r" || letter == "a" ? .representation : .text
        if "diouxXeEfFgGbn%".unicodeScalars.contains(letter) { self = .number }
      }
    }
  }

  private static func pieces(of text: String, style: FormatStyle) -> [Piece] {
    style == .percent ? percentPieces(Array(text.unicodeScalars)) : bracePieces(Array(text.unicodeScalars))
  }

  private static func percentPieces(_ text: [Unicode.Scalar]) -> [Piece] {
    var pieces: [Piece] = []
    var literal = String.UnicodeScalarView()
    var index = 0
    while index < text.count {
      guard text[index] == "%", index + 1 < text.count else {
        literal.append(text[index])
        index += 1
        continue
      }
      index += 1
      if text[index] == "%" {
        literal.append("%")
        index += 1
        continue
      }
      var name = String.UnicodeScalarView()
      if text[index] == "(" {
        index += 1
        while index < text.count, text[index] != ")" {
          name.append(text[index])
          index += 1
        }
        index += 1
      }
      while index < text.count, "0123456789.+-# *".unicodeScalars.contains(text[index]) { index += 1 }
      let form = index < text.count ? Piece.Form(text[index]) : .text
      index += 1
      pieces.append(.literal(String(literal)))
      literal = String.UnicodeScalarView()
      pieces.append(.value(name: String(name), form))
    }
    pieces.append(.literal(String(literal)))
    return pieces
  }

  private static func bracePieces(_ text: [Unicode.Scalar]) -> [Piece] {
    var pieces: [Piece] = []
    var literal = String.UnicodeScalarView()
    var index = 0
    while index < text.count {
      let scalar = text[index]
      index += 1
      if scalar == "{" || scalar == "}", index < text.count, text[index] == scalar {
        literal.append(scalar)
        index += 1
        continue
      }
      guard scalar == "{" else {
        literal.append(scalar)
        continue
      }
      var name = String.UnicodeScalarView()
      var isName = true
      var kind: Unicode.Scalar = "s"
      while index < text.count, text[index] != "}" {
        if text[index] == ":" || text[index] == "!" { isName = false }
        if isName { name.append(text[index]) }
        kind = text[index]
        index += 1
      }
      index += 1
      pieces.append(.literal(String(literal)))
      literal = String.UnicodeScalarView()
      pieces.append(.value(name: String(name), isName ? .text : Piece.Form(kind)))
    }
    pieces.append(.literal(String(literal)))
    return pieces
  }
}
