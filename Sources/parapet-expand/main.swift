import Foundation
import FindingModel
import TemplateLoaders

while let path = readLine() {
  guard let data = FileManager.default.contents(atPath: path) else { continue }
  let quoted = NodeJSON.write(.string(path, at: .start(of: path)))
  do {
    let node = try Document.parse([UInt8](data), path: path)
    let expansion = SAMTransform.expand(node, parameters: [:], files: NoTemplateFiles())
    if CommandLine.arguments.contains("--problems") {
      for p in expansion.problems { print("\(p.location): \(p.isError ? "error" : "remark"): \(p.message)") }
    } else {
      print("{\"path\":\(quoted),\"template\":\(NodeJSON.write(expansion.template))}")
    }
  } catch {
    print("{\"path\":\(quoted),\"error\":\(NodeJSON.write(.string("\(error)", at: .start(of: path))))}")
  }
}
