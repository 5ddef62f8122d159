import FindingModel

/// The lines of a report under construction, and the room there is for them.
struct TextPage {
  /// Longer lines are tiring to read, however wide the terminal.
  static let proseLimit = 100
  /// Below this nothing is laid out any narrower; the terminal wraps.
  static let narrowest = 40

  let options: TextWriter.Options
  let width: Int
  private(set) var lines: [StyledLine] = []

  init(options: TextWriter.Options, width: Int) {
    self.options = options
    self.width = max(Self.narrowest, width)
  }

  /// Whether there is too little room to set text beside a label.
  var isNarrow: Bool { width < 72 }

  mutating func add(_ line: StyledLine) { lines.append(line) }

  /// An empty line, but never two in a row and never the first.
  mutating func addGap() {
    guard let last = lines.last, last.columns > 0 else { return }
    lines.append(StyledLine())
  }

  /// - Parameter first: What the first line starts with; the others are indented as far as it reaches.
  mutating func addProse(
    _ text: String, _ style: TextStyle = .plain, after first: StyledLine, keepsWords: Bool = false
  ) {
    let room = min(width, Self.proseLimit) - first.columns
    var line = first
    for part in wrap(text, width: room, keepsWords: keepsWords) {
      line.append(part, style)
      lines.append(line)
      line = StyledLine(indent: first.columns)
    }
  }

  mutating func addProse(
    _ text: String, _ style: TextStyle = .plain, indent: Int, keepsWords: Bool = false
  ) {
    addProse(text, style, after: StyledLine(indent: indent), keepsWords: keepsWords)
  }

  mutating func addHeading(_ title: String, style: TextStyle = .strong) {
    addGap()
    var line = StyledLine(title.prose.truncated(to: width), style)
    let rule = min(width, Self.proseLimit) - line.columns - 1
    if rule > 0 { line.append(" " + String(repeating: "─", count: rule), .faint) }
    add(line)
  }

  var text: String {
    lines.map { $0.rendered(colour: options.colour) + "\n" }.joined()
  }
}
