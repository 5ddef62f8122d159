import FindingModel

/// What a piece of a line is; the terminal's own palette decides how it looks.
enum TextStyle: Hashable {
  case plain
  case strong
  case faint
  case place
  case severity(Severity)
  case verdict(FunctionVerdict)

  /// Parameters of the escape sequence that selects graphic renditions.
  var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .place: "36"
    case .severity(.critical): "1;35"
    case .severity(.high): "1;31"
    case .severity(.medium): "33"
    case .severity(.low): "34"
    case .severity(.info): "2"
    case .verdict(.fix): "1;31"
    case .verdict(.protect): "33"
    case .verdict(.accept): "32"
    }
  }
}

/// One line for the terminal.
///
/// The only escape sequences in it are its own: whatever is appended is made printable first, so no writer
/// has to remember to.
struct StyledLine {
  private var pieces: [(text: String, style: TextStyle)] = []
  private(set) var columns = 0

  init(indent: Int = 0) { pad(to: indent) }

  init(_ text: String, _ style: TextStyle = .plain, indent: Int = 0) {
    self.init(indent: indent)
    append(text, style)
  }

  mutating func append(_ text: String, _ style: TextStyle = .plain) {
    let text = text.printable
    columns += text.columns
    if let last = pieces.indices.last, pieces[last].style == style {
      pieces[last].text += text
    } else {
      pieces.append((text, style))
    }
  }

  mutating func pad(to column: Int) {
    guard column > columns else { return }
    append(String(repeating: " ", count: column - columns))
  }

  func rendered(colour: Bool) -> String {
    var result = ""
    for (text, style) in pieces.withoutTrailingSpaces {
      if colour, let code = style.code {
        result += "\u{1B}[\(code)m\(text)\u{1B}[0m"
      } else {
        result += text
      }
    }
    return result
  }
}

extension [(text: String, style: TextStyle)] {
  fileprivate var withoutTrailingSpaces: Self {
    var pieces = self
    while var last = pieces.popLast() {
      while last.text.last == " " { last.text.removeLast() }
      guard last.text.isEmpty else { return pieces + [last] }
    }
    return pieces
  }
}
