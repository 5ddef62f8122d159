internal import Glibc
enum SAMTransform {
  static func applies(to node: Node) -> Bool { false }
  static func expand(_ node: Node, parameters: [String: Node], files: any TemplateFiles) -> Expansion { Expansion(template: node) }
}
func memmem(_ a: UnsafeRawPointer, _ n: Int, _ b: UnsafeRawPointer, _ m: Int) -> UnsafeRawPointer? { a }
