internal import SourceModel

extension PythonLowering {
  /// What a class is filled with while its body is read.
  private struct ClassParts {
    var methods: [ClassDefinition.Method] = []
    var fields: [ClassDefinition.Field] = []
    var body: [StatementID] = []
  }

  mutating func classDefinition(
    _ node: NodeID, _ decorators: [NodeID], _ range: SourceRange
  ) -> ClassID? {
    let decorators = decorators.map { expression($0) }
    var bases: [ExpressionID] = []
    if let list = tree.child(node, .superclasses) {
      for child in tree.children(list) where kind(child) != .keywordArgument && kind(child) != .error {
        bases.append(expression(child))
      }
    }
    var parts = ClassParts()
    if let body = tree.child(node, .body) {
      _ = nested(body) { lowering in
        for child in lowering.tree.children(body) { lowering.member(child, &parts) }
      }
    }
    return builder.add(
      ClassDefinition(
        name: tree.child(node, .name).map { text($0) }, bases: bases, methods: parts.methods,
        fields: parts.fields, body: parts.body, decorators: decorators, range: range))
  }

  private mutating func member(_ node: NodeID, _ parts: inout ClassParts) {
    let (inner, decorators, range) = decorated(node)
    switch kind(inner) {
    case .functionDefinition:
      method(inner, decorators, range, &parts)
    case .assignment where field(inner, &parts): break
    default:
      statement(node, into: &parts.body)
    }
  }

  /// `x = v`, `x: T`, `x: T = v`; nothing more than that is a field.
  private mutating func field(_ node: NodeID, _ parts: inout ClassParts) -> Bool {
    guard let left = tree.child(node, .left), kind(left) == .identifier else { return false }
    let right = tree.child(node, .right)
    if let right, kind(right) == .assignment || kind(right) == .augmentedAssignment { return false }
    let value = right.map { expression($0) }
    parts.fields.append(
      .init(
        name: text(left), value: value, isStatic: value != nil, typeName: typeName(tree.child(node, .type))))
    return true
  }

  private mutating func method(
    _ node: NodeID, _ decorators: [NodeID], _ range: SourceRange, _ parts: inout ClassParts
  ) {
    guard let nameNode = tree.child(node, .name) else { return }
    let name = text(nameNode)
    var kind = name == "__init__" ? ClassDefinition.Method.Kind.constructor : .method
    var binding =
      Self.classMethods.contains(name)
      ? ClassDefinition.ReceiverBinding.firstParameterIsClass
      : .firstParameter
    var others: [NodeID] = []
    for decorator in decorators {
      switch meaning(of: decorator) {
      case .getter: kind = .getter
      case .setter: kind = .setter
      case .staticMethod: binding = .none
      case .classMethod: binding = .firstParameterIsClass
      case .other: others.append(decorator)
      }
    }
    guard let function = function(node, others, range) else { return }
    parts.methods.append(.init(name: name, function: function, kind: kind, binding: binding))
  }

  /// Methods that get the class without a decorator that says so.
  private static let classMethods: Set<String> = ["__new__", "__init_subclass__", "__class_getitem__"]

  private enum DecoratorMeaning {
    case getter, setter, staticMethod, classMethod, other
  }

  private mutating func meaning(of node: NodeID) -> DecoratorMeaning {
    let last: NodeID
    switch kind(node) {
    case .identifier: last = node
    case .attribute:
      guard let name = tree.child(node, .attribute) else { return .other }
      last = name
    default: return .other
    }
    return switch text(last) {
    case "property", "cached_property", "abstractproperty", "getter": .getter
    case "setter", "deleter": .setter
    case "staticmethod", "abstractstaticmethod": .staticMethod
    case "classmethod", "abstractclassmethod": .classMethod
    default: .other
    }
  }
}
