extension Character {
  /// Columns a terminal gives it: 0, 1 or 2.
  ///
  /// Terminals disagree about rare scripts and new emoji; an error shifts one line of a table by a column.
  var columns: Int {
    var widest = 0
    for scalar in unicodeScalars {
      // An emoji presentation selector makes a narrow symbol wide.
      if scalar.value == 0xFE0F { return 2 }
      widest = max(widest, scalar.columns)
    }
    return widest
  }
}

extension String {
  var columns: Int {
    // Almost every line is ASCII, where bytes are columns.
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return utf8.count }
    return reduce(0) { $0 + $1.columns }
  }

  /// Cut to so many columns, the last one an ellipsis if anything was cut.
  func truncated(to limit: Int) -> String {
    guard columns > limit else { return self }
    var result = ""
    var used = 0
    for character in self {
      guard used + character.columns < limit else { break }
      result.append(character)
      used += character.columns
    }
    return result + "…"
  }
}

extension Unicode.Scalar {
  fileprivate var columns: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide ? 2 : 1
    }
  }

  /// East Asian wide and full-width blocks, by whole blocks, and what is an emoji unless told otherwise.
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3: true
    case 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6: true
    case 0x20000...0x3FFFD: true
    default: properties.isEmojiPresentation
    }
  }
}
