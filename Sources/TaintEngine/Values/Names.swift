/// Texts as small numbers: names of variables and members, canonical paths.
struct Names {
  private var numbers: [String: Int32] = [:]
  private var texts: [String] = []

  mutating func number(of text: String) -> Int32 {
    if let known = numbers[text] { return known }
    let number = Int32(texts.count)
    numbers[text] = number
    texts.append(text)
    return number
  }

  subscript(number: Int32) -> String {
    texts.indices.contains(Int(number)) ? texts[Int(number)] : ""
  }
}
