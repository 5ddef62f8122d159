/// What a scalar means in YAML 1.1, the version CloudFormation, SAM and the Serverless Framework read.
package enum YAMLScalars {
  package static func resolve(_ text: String, isPlain: Bool, tag: String?) -> Scalar {
    switch tag {
    case "tag:yaml.org,2002:str": return Scalar(text, kind: .string)
    case "tag:yaml.org,2002:int": return Scalar(text, kind: .integer)
    case "tag:yaml.org,2002:float": return Scalar(text, kind: .number)
    case "tag:yaml.org,2002:bool": return Scalar(text, kind: .boolean)
    case "tag:yaml.org,2002:null": return Scalar(text, kind: .null)
    // `!Ref On` names something called On: an application's tag leaves the text alone.
    case let tag? where tag.hasPrefix("!") && tag.count > 1: return Scalar(text, kind: .string)
    default: return isPlain ? plain(text) : Scalar(text, kind: .string)
    }
  }

  private static func plain(_ text: String) -> Scalar {
    switch text {
    case "", "~", "null", "Null", "NULL": return Scalar(text, kind: .null)
    case "true", "True", "TRUE", "false", "False", "FALSE", "yes", "Yes", "YES", "no", "No", "NO", "on", "On",
      "ON", "off", "Off", "OFF":
      return Scalar(text, kind: .boolean)
    default: break
    }
    guard let first = text.utf8.first, (0x30...0x39).contains(first) || "+-.".utf8.contains(first) else {
      return Scalar(text, kind: .string)
    }
    if isInteger(text) { return Scalar(text, kind: .integer) }
    if isNumber(text) { return Scalar(text, kind: .number) }
    return Scalar(text, kind: .string)
  }

  private static func isInteger(_ text: String) -> Bool {
    let digits =
      text.utf8.first.map { "+-".utf8.contains($0) } == true ? text.utf8.dropFirst() : text.utf8[...]
    if digits.isEmpty { return false }
    // 0123 is octal in YAML 1.1, and account numbers that start with 0 are why people quote them: keep the text.
    return digits.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isNumber(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return false }
    return text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
      && Double(text) != nil
  }
}
