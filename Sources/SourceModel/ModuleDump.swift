internal import FindingModel

/// A module as indented text, the same for the same module: for tests and for people who debug an engine.
///
/// Functions and classes stand after the body that mentions them, by number: `fn#0`, `class#0`.
package func dump(_ module: SourceModule) -> String {
  var dump = ModuleDump(module: module)
  dump.write()
  return dump.text
}

private struct ModuleDump {
  /// Nesting that is written out; deeper parts are an ellipsis.
  static let depthLimit = 64

  let module: SourceModule
  var text = ""

  mutating func write() {
    line("module \(module.language.rawValue)", 0)
    block(module.body, 1)
    for (number, function) in module.functions.enumerated() { write(function, number) }
    for (number, definition) in module.classes.enumerated() { write(definition, number) }
    for gap in module.gaps {
      line("gap \(reason(gap.reason)) at line \(module.location(of: gap.range).line)", 0)
    }
  }

  mutating func line(_ content: String, _ level: Int) {
    text += String(repeating: "  ", count: level) + content + "\n"
  }

  // MARK: - Definitions

  mutating func write(_ function: FunctionDefinition, _ number: Int) {
    var words = ["fn#\(number)"]
    if function.isAsync { words.append("async") }
    if function.isGenerator { words.append("generator") }
    if function.isArrow { words.append("arrow") }
    words.append(
      (function.name ?? "") + "(" + function.parameters.map(parameter).joined(separator: ", ") + ")")
    line(words.joined(separator: " "), 0)
    for decorator in function.decorators { line("@" + expression(decorator), 1) }
    block(function.body, 1)
  }

  mutating func write(_ definition: ClassDefinition, _ number: Int) {
    let bases = definition.bases.map { expression($0) }.joined(separator: ", ")
    line("class#\(number) \(definition.name ?? "")(\(bases))", 0)
    for decorator in definition.decorators { line("@" + expression(decorator), 1) }
    for field in definition.fields {
      let value = field.value.map { " = " + expression($0) } ?? ""
      line((field.isStatic ? "static " : "") + "field " + field.name + typed(field.typeName) + value, 1)
    }
    for method in definition.methods {
      line("\(method.kind) \(method.name) = fn#\(method.function.index) on \(method.binding)", 1)
    }
    block(definition.body, 1)
  }

  func parameter(_ parameter: FunctionDefinition.Parameter) -> String {
    let prefix =
      switch parameter.kind {
      case .ordinary: ""
      case .namedOnly: "named "
      case .rest: "*"
      case .namedRest: "**"
      }
    let value = parameter.defaultValue.map { " = " + expression($0) } ?? ""
    return prefix + pattern(parameter.pattern, 0) + typed(parameter.typeName) + value
  }

  func typed(_ name: String?) -> String { name.map { ": " + $0 } ?? "" }

  // MARK: - Statements

  mutating func block(_ statements: [StatementID], _ level: Int) {
    guard level < Self.depthLimit else { return line("…", level) }
    for id in statements { statement(module[id], level) }
  }

  mutating func part(_ head: String, _ statements: [StatementID], _ level: Int) {
    guard !statements.isEmpty else { return }
    line(head, level)
    block(statements, level + 1)
  }

  mutating func statement(_ statement: Statement, _ level: Int) {
    switch statement {
    case .bind(let binding): line(bind(binding), level)
    case .expression(let value): line(expression(value), level)
    case .return(let value): line("return" + optional(value), level)
    case .throw(let value): line("throw" + optional(value), level)
    case .if(let condition, let then, let otherwise):
      line("if " + expression(condition), level)
      block(then, level + 1)
      part("else", otherwise, level)
    case .loop(let loop): write(loop, level)
    case .attempt(let attempt): write(attempt, level)
    case .with(let with):
      let items = with.items.map { expression($0.value) + ($0.pattern.map { " as " + pattern($0, 0) } ?? "") }
      line("with " + items.joined(separator: ", "), level)
      block(with.body, level + 1)
    case .choice(let choice): write(choice, level)
    case .block(let body):
      line("block", level)
      block(body, level + 1)
    case .declareFunction(let id): line("declare fn#\(id.index)", level)
    case .declareClass(let id): line("declare class#\(id.index)", level)
    case .import(let item): line(imported(item), level)
    case .export(let item): line(exported(item), level)
    case .break: line("break", level)
    case .continue: line("continue", level)
    case .outerNames(let names, let isGlobal):
      line((isGlobal ? "global " : "nonlocal ") + names.joined(separator: ", "), level)
    case .delete(let targets):
      line("delete " + targets.map { expression($0) }.joined(separator: ", "), level)
    case .assertion(let condition, let message):
      line("assert " + expression(condition) + (message.map { ", " + expression($0) } ?? ""), level)
    case .missing: line("missing", level)
    }
  }

  func optional(_ value: ExpressionID?) -> String { value.map { " " + expression($0) } ?? "" }

  func bind(_ binding: Statement.Binding) -> String {
    let target = pattern(binding.pattern, 0) + typed(binding.typeName)
    let value = binding.value.map { expression($0) }
    return switch binding.kind {
    case .declaration: "let " + target + (value.map { " = " + $0 } ?? "")
    case .assignment: target + " = " + (value ?? "")
    case .augmented(let sign): target + " \(sign.rawValue)= " + (value ?? "")
    }
  }

  mutating func write(_ loop: Statement.Loop, _ level: Int) {
    switch loop.kind {
    case .each(let item, let source): line("for \(pattern(item, 0)) in \(expression(source))", level)
    case .eachKey(let item, let source): line("for key \(pattern(item, 0)) in \(expression(source))", level)
    case .condition(let condition, let step):
      line("while" + optional(condition) + (step.map { " step " + expression($0) } ?? ""), level)
    }
    block(loop.body, level + 1)
    part("else", loop.otherwise, level)
  }

  mutating func write(_ attempt: Statement.Attempt, _ level: Int) {
    line("try", level)
    block(attempt.body, level + 1)
    for handler in attempt.handlers {
      let types = handler.types.map { " " + expression($0) }.joined(separator: ",")
      line("catch" + types + (handler.binding.map { " as " + pattern($0, 0) } ?? ""), level)
      block(handler.body, level + 1)
    }
    part("else", attempt.otherwise, level)
    part("finally", attempt.always, level)
  }

  mutating func write(_ choice: Statement.Choice, _ level: Int) {
    line("switch " + expression(choice.subject), level)
    for item in choice.cases {
      var head = "case" + item.values.map { " " + expression($0) }.joined(separator: " or")
      if let bound = item.pattern { head += " binding " + pattern(bound, 0) }
      if let condition = item.guardCondition { head += " where " + expression(condition) }
      line(head + (item.fallsThrough ? " (falls through)" : ""), level + 1)
      block(item.body, level + 2)
    }
  }

  func imported(_ item: Statement.Import) -> String {
    let names = item.names.map { $0.imported == $0.local ? $0.local : "\($0.imported) as \($0.local)" }
    let root = item.bindsRoot ? " root" : ""
    return "import \(quoted(item.module))\(root) {" + names.joined(separator: ", ") + "}"
  }

  func exported(_ item: Statement.Export) -> String {
    switch item {
    case .name(let local, let exported): "export \(local) as \(exported)"
    case .value(let value, let exported): "export \(expression(value)) as \(exported)"
    case .from(let module, let imported, let exported):
      "export \(imported) as \(exported) from \(quoted(module))"
    }
  }

  func reason(_ reason: SourceGap.Reason) -> String {
    switch reason {
    case .syntaxError: "syntax error"
    case .unsupported(let name): "unsupported \(name)"
    case .tooDeep: "too deep"
    case .tooLarge: "too large"
    }
  }

  // MARK: - Expressions

  func expression(_ id: ExpressionID) -> String { expression(id, 0) }

  func expression(_ id: ExpressionID, _ depth: Int) -> String {
    guard depth < Self.depthLimit else { return "…" }
    let next = depth + 1
    func sub(_ id: ExpressionID) -> String { expression(id, next) }
    switch module[id] {
    case .missing: return "<missing>"
    case .literal(let literal): return self.literal(literal)
    case .name(let name): return name
    case .receiver: return "<receiver>"
    case .parent: return "<parent>"
    case .member(let base, let key): return sub(base) + "." + key
    case .index(let base, let key): return sub(base) + "[" + sub(key) + "]"
    case .slice(let base, let bounds):
      return sub(base) + "[" + bounds.map(sub).joined(separator: ":") + "]"
    case .call(let call): return self.call(call, next)
    case .operation(let sign, let operands): return operation(sign, operands.map(sub))
    case .interpolation(let parts): return "text(" + parts.map(sub).joined(separator: ", ") + ")"
    case .sequence(let kind, let elements):
      let items = elements.map { ($0.isSpread ? "..." : "") + sub($0.value) }
      return "\(kind)[" + items.joined(separator: ", ") + "]"
    case .record(let entries): return "{" + entries.map { entry($0, next) }.joined(separator: ", ") + "}"
    case .comprehension(let comprehension): return self.comprehension(comprehension, next)
    case .closure(let function): return "fn#\(function.index)"
    case .classValue(let definition): return "class#\(definition.index)"
    case .await(let value): return "(await " + sub(value) + ")"
    case .yield(let value): return "(yield" + (value.map { " " + sub($0) } ?? "") + ")"
    case .conditional(let test, let then, let otherwise):
      return "(" + sub(test) + " ? " + sub(then) + " : " + sub(otherwise) + ")"
    case .assignment(let target, let value): return "(" + pattern(target, next) + " := " + sub(value) + ")"
    case .module(let name): return "module(" + quoted(name) + ")"
    }
  }

  func operation(_ sign: Operator, _ operands: [String]) -> String {
    if operands.count == 1 { return "(\(sign.rawValue) \(operands[0]))" }
    return "(" + operands.joined(separator: " \(sign.rawValue) ") + ")"
  }

  func call(_ call: Expression.Call, _ depth: Int) -> String {
    let arguments = call.arguments.map { argument in
      let value = expression(argument.value, depth)
      return switch argument.kind {
      case .positional: value
      case .named(let name): name + "=" + value
      case .spread: "..." + value
      case .keywordSpread: "**" + value
      }
    }
    let callee = expression(call.callee, depth)
    let list = "(" + arguments.joined(separator: ", ") + ")"
    return switch call.style {
    case .plain: callee + list
    case .construction: "new " + callee + list
    case .taggedTemplate: callee + "`" + list + "`"
    case .optional: callee + "?." + list
    }
  }

  func entry(_ entry: Expression.Entry, _ depth: Int) -> String {
    switch entry {
    case .pair(let key, let value): quoted(key) + ": " + expression(value, depth)
    case .computed(let key, let value): "[" + expression(key, depth) + "]: " + expression(value, depth)
    case .spread(let value): "..." + expression(value, depth)
    case .method(let key, let function): "method \(quoted(key)) fn#\(function.index)"
    }
  }

  func comprehension(_ value: Expression.Comprehension, _ depth: Int) -> String {
    var text: String
    switch value.kind {
    case .list: text = "list<"
    case .set: text = "set<"
    case .generator: text = "generator<"
    case .dictionary(let key): text = "dictionary<" + expression(key, depth) + ": "
    }
    text += expression(value.element, depth)
    for clause in value.clauses {
      switch clause {
      case .each(let item, let source):
        text += " for " + pattern(item, depth) + " in " + expression(source, depth)
      case .condition(let condition): text += " if " + expression(condition, depth)
      }
    }
    return text + ">"
  }

  func pattern(_ value: Pattern, _ depth: Int) -> String {
    guard depth < Self.depthLimit else { return "…" }
    let next = depth + 1
    switch value {
    case .ignored: return "_"
    case .name(let name): return name
    case .place(let place): return expression(place, next)
    case .sequence(let parts): return "[" + parts.map { pattern($0, next) }.joined(separator: ", ") + "]"
    case .rest(let inner): return "..." + pattern(inner, next)
    case .record(let fields): return "{" + fields.map { field($0, next) }.joined(separator: ", ") + "}"
    case .withDefault(let inner, let value): return pattern(inner, next) + " ?= " + expression(value, next)
    }
  }

  func field(_ field: Pattern.Field, _ depth: Int) -> String {
    switch field.key {
    case .name(let name): quoted(name) + ": " + pattern(field.pattern, depth)
    case .computed(let key): "[" + expression(key, depth) + "]: " + pattern(field.pattern, depth)
    case .rest: "..." + pattern(field.pattern, depth)
    }
  }

  func literal(_ literal: Literal) -> String {
    switch literal {
    case .text(let text): quoted(text)
    case .bytes(let text): "b" + quoted(text)
    case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
    case .boolean(let value): value ? "true" : "false"
    case .null: "null"
    case .regularExpression(let pattern, let flags): "/" + pattern + "/" + flags
    }
  }

  func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars.prefix(200) {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 32 || scalar.value == 127:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
