/// Breaks a sentence into lines of at most so many columns.
///
/// A word that is too long for a line is cut, unless it starts the next line and `keepsWords` is set: paths
/// are there to be copied.
func wrap(_ text: String, width: Int, keepsWords: Bool = false) -> [String] {
  let width = max(1, width)
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in text.prose.split(separator: " ") {
    let word = String(word)
    let needed = word.columns
    if used > 0, used + 1 + needed <= width {
      line += " " + word
      used += 1 + needed
      continue
    }
    if used > 0 { lines.append(line) }
    line = word
    used = needed
    if used > width, !keepsWords {
      var pieces = cut(word, width: width)
      line = pieces.popLast() ?? ""
      used = line.columns
      lines += pieces
    }
  }
  if used > 0 { lines.append(line) }
  return lines
}

private func cut(_ word: String, width: Int) -> [String] {
  var pieces: [String] = []
  var piece = ""
  var used = 0
  for character in word {
    if used > 0, used + character.columns > width {
      pieces.append(piece)
      piece = ""
      used = 0
    }
    piece.append(character)
    used += character.columns
  }
  return pieces + [piece]
}
